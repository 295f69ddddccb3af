// A session's programme from its files: a YAML programme and, beside it, a CSV roster of the delegations (P1).
// docs/programme.md tells the format. All problems are found at once and nothing is half loaded: what comes out is
// whole, with every name resolved, every default written out and every reference good.
//
// Used before the session's strand starts, and by rostrumctl.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "council/programme.hpp"
#include "programme/sheet.hpp"

namespace rostrum::programme {

/// The programme at `path`, or what is wrong with it: the programme's problems, then the roster's, each in the order of
/// the lines. At most problems_max of each file.
[[nodiscard]] Result<council::Programme, std::vector<Problem>> read_programme(const std::string& path);

/// The file at a path, or the problem that it cannot be read.
using OpenSheet = std::function<Result<Sheet, Problem>(const std::string& path)>;

/// The same, with both files from `open` instead of the disk.
[[nodiscard]] Result<council::Programme, std::vector<Problem>> read_programme(const std::string& path,
                                                                              const OpenSheet& open);

}  // namespace rostrum::programme
