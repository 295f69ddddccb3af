// The programmes that a server was given, one for each session.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "council/programme.hpp"

namespace rostrum {

/// The programmes in the files, in their order. Where one cannot be used, each problem of each file is told, and the
/// failure says that much in words.
[[nodiscard]] Result<std::vector<council::Programme>, std::string>
read_programmes(const std::vector<std::string>& files);

}  // namespace rostrum
