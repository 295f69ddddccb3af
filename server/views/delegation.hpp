// A delegation.
//
// Key: delegation/<id>. Seen by everyone.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Delegation {
  council::DelegationPlan plan;
};

}  // namespace rostrum::views
