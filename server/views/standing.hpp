// What was last done with a request of a delegation.
//
// Key: standing/<delegation>. Seen by that delegation alone.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Standing {
  DelegationId delegation;
  council::Standing standing;
};

}  // namespace rostrum::views
