// The session: its titles and languages, and which meetings and panels it has.
//
// Key: session. Seen by everyone.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Session {
  council::SessionPlan plan;
  std::vector<MeetingId> meetings;
  std::vector<PanelId> panels;
};

}  // namespace rostrum::views
