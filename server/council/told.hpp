// An event as the desk's screen puts it into a sentence of its own language: a code and what the sentence needs.
// docs/protocol.md#log lists the details of each.
#pragma once

#include <utility>

#include "council/state.hpp"

namespace rostrum::council {

struct Told {
  std::string event;  // such as "floor_given"
  std::vector<std::pair<std::string, std::string>> details;
  std::optional<PanelId> panel;  // that it is about; none for meetings, notices, sign-ins
  bool follows = false;          // from what else its act has done: people are told of that
};

/// `state` is one after the event, or a later one: entries and speeches are never erased. Of a signal or request for
/// help that has left it (`over_kept_max`) there are no details.
[[nodiscard]] Told told(const State& state, const Event& event);

}  // namespace rostrum::council
