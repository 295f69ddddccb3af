// What a booth tells chair, desk and speaker (I3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RaiseSignal {
  SignalKind kind = SignalKind::speak_slowly;
  bool operator==(const RaiseSignal&) const = default;
};
Decision decide(const Deciding& on, const RaiseSignal& act);

struct MarkSignalSeen {
  SignalId signal;
  bool operator==(const MarkSignalSeen&) const = default;
};
Decision decide(const Deciding& on, const MarkSignalSeen& act);

struct EndSignal {
  SignalId signal;
  bool operator==(const EndSignal&) const = default;
};
Decision decide(const Deciding& on, const EndSignal& act);

struct SignalRaised {
  SignalId signal;
  SignalKind kind = SignalKind::speak_slowly;
  std::string language;  // of the booth
  std::optional<SpeechId> speech;
  bool operator==(const SignalRaised&) const = default;
};
void evolve(Evolving& on, const SignalRaised& event);

struct SignalSeen {
  SignalId signal;
  bool operator==(const SignalSeen&) const = default;
};
void evolve(Evolving& on, const SignalSeen& event);

struct SignalEnded {
  SignalId signal;
  bool operator==(const SignalEnded&) const = default;
};
void evolve(Evolving& on, const SignalEnded& event);

}  // namespace rostrum::council
