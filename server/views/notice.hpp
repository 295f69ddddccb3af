// A notice, until it is withdrawn (docs/rules.md#v3-notices).
//
// Keys: notice/<number>, seen by the audience it is for, and the desk; own/notice/<delegation>/<number>, seen by the
// delegation it is for.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Notice {
  NoticeId id;
  council::NoticeTo to;
  council::Text text;
  Instant sent_at;
};

}  // namespace rostrum::views
