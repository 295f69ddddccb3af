// What becomes of a command.
#pragma once

#include <variant>
#include <vector>

#include "council/act.hpp"
#include "council/rejection.hpp"

namespace rostrum::council {

/// An act that is final.
struct Accepted {
  ActName act;
  std::vector<Act> inverse;  // what takes it back, in order; none where it was answered before
};

using Answer = std::variant<Accepted, Rejection>;

}  // namespace rostrum::council
