// What a booth tells chair, desk and speaker (I3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RaiseSignal {
  static constexpr ActFacts is{.name = "raise_signal", .may = own_booth, .panel = no_panel};
  SignalKind kind = SignalKind::speak_slowly;
  bool operator==(const RaiseSignal&) const = default;
};
Decision decide(const Deciding& on, const RaiseSignal& act);

struct MarkSignalSeen {
  static constexpr ActFacts is{.name = "mark_signal_seen", .may = managers_and_own, .panel = no_panel};
  SignalId signal;
  bool operator==(const MarkSignalSeen&) const = default;
};
Decision decide(const Deciding& on, const MarkSignalSeen& act);

struct EndSignal {
  static constexpr ActFacts is{.name = "end_signal", .may = managers_and_own_booth, .panel = no_panel};
  SignalId signal;
  bool operator==(const EndSignal&) const = default;
};
Decision decide(const Deciding& on, const EndSignal& act);

struct SignalRaised {
  static constexpr EventFacts is{.name = "signal_raised"};
  SignalId signal;
  SignalKind kind = SignalKind::speak_slowly;
  std::string language;  // of the booth
  std::optional<SpeechId> speech;
  bool operator==(const SignalRaised&) const = default;
};
void evolve(Evolving& on, const SignalRaised& event);

struct SignalSeen {
  static constexpr EventFacts is{.name = "signal_seen"};
  SignalId signal;
  bool operator==(const SignalSeen&) const = default;
};
void evolve(Evolving& on, const SignalSeen& event);

struct SignalEnded {
  static constexpr EventFacts is{.name = "signal_ended"};
  SignalId signal;
  bool operator==(const SignalEnded&) const = default;
};
void evolve(Evolving& on, const SignalEnded& event);

using BoothActs = OneOf<RaiseSignal, MarkSignalSeen, EndSignal>;
using BoothEvents = OneOf<SignalRaised, SignalSeen, SignalEnded>;

}  // namespace rostrum::council
