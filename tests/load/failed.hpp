// What makes a measurement senseless: the server does not start, a connection cannot be made, an act is rejected.
// Thrown where it is noticed and told once, by main.
#pragma once

#include <stdexcept>
#include <string>

namespace rostrum::load {

struct Failed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// With what the system says about errno.
[[noreturn]] void fail_with_errno(const std::string& what);

}  // namespace rostrum::load
