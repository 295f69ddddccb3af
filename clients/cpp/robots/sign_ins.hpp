// The sign-ins of a session as the server writes them with --sign-in-json.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace rostrum::robots {

struct SignIn {
  std::string role;        // "chair", "desk", "delegate", "interpreter", "captioner", "observer", "display"
  std::string delegation;  // of a delegate; else empty
  std::string name;
  std::string code;
};

/// The list in the file, or a sentence that says what is wrong with it.
[[nodiscard]] Result<std::vector<SignIn>, std::string> read_sign_ins(const std::string& path);

}  // namespace rostrum::robots
