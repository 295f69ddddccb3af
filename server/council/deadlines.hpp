// The instants that act by themselves: a planned opening, an announced closing, a cut at the limit (L1, T4). They are
// state; whoever sees one pass proposes `act` under `command_id`, which names the act that set the instant, so that it
// acts once however many propose it and however often.
#pragma once

#include "council/act.hpp"
#include "council/state.hpp"

namespace rostrum::council {

struct Deadline {
  Instant at;
  Act act;
  std::string command_id;
};

/// The earliest deadline of the session, if there is one. It may have passed already.
[[nodiscard]] std::optional<Deadline> next_deadline(const State& state);

}  // namespace rostrum::council
