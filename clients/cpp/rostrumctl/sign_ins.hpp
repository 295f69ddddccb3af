// The sign-ins of the session in a data folder: its journal brought back, and the codes that its secret gives.
#pragma once

#include <optional>
#include <string>

#include "access/codes.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

struct SignIns {
  council::State state;
  access::Codes codes;
  std::optional<std::string> address;  // of the links, as the server last started has it; none before its first start
};

[[nodiscard]] Result<SignIns, Failure> read_sign_ins(const std::string& data);

}  // namespace rostrum::ctl
