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

/// `secret` is the file of the session's secret; empty: it is in the data folder, where one server has the session for
/// itself. Another secret than that of the session, as far as its log tells, is refused.
[[nodiscard]] Result<SignIns, Failure> read_sign_ins(const std::string& data, const std::string& secret);

}  // namespace rostrum::ctl
