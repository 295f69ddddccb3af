// What a booth tells chair, desk and speaker, until it is over (docs/rules.md#i3).
//
// Keys: signal/<number>, seen by booth and desk, with the booth it comes from; own/signal/<delegation>/<number>, seen
// by the delegation that it is for while that speaks, without the booth.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct Signal {
  SignalId id;
  council::SignalKind kind{};
  SeatId seat;           // empty for the speaker
  std::string language;  // empty for the speaker
  Instant raised_at;
  std::optional<Instant> seen_at;
  std::optional<SpeechId> speech;
};

}  // namespace rostrum::views
