// A meeting and how it stands.
//
// Key: meeting/<id>. Seen by everyone.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Meeting {
  council::Meeting meeting;
};

}  // namespace rostrum::views
