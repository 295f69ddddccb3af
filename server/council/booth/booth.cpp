#include "council/booth/booth.hpp"

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"

namespace rostrum::council {

namespace {

Decided<const Signal*> signal_on(const Deciding& on, SignalId id) {
  const Signal* found = on.state.find(id);
  // Who is told of it may learn that it is over; nobody else learns that it was raised.
  const bool hidden = found && on.actor.delegation && !on.acts_for(concerned(on.state, *found));
  if (!found || hidden) return failure(rejection(Code::unknown_signal, id));
  if (is_over(on.state, *found)) return failure(rejection(Code::signal_over, id));
  return found;
}

}  // namespace

// docs/rules.md#i3
Decision decide(const Deciding& on, const RaiseSignal& act) {
  const Speech* speech = speech_on_the_floor(on.state);
  if (!speech && act.kind != SignalKind::no_sound) return failure(rejection(Code::nobody_speaks));
  for (const auto& [id, signal] : on.state.signals)
    if (signal.seat == on.actor.seat && signal.kind == act.kind && !is_over(on.state, signal))
      return failure(rejection(Code::already_raised, id));
  return Events{SignalRaised{.signal = {on.state.last_signal + 1},
                             .kind = act.kind,
                             .language = on.state.seats.at(on.actor.seat).language,
                             .speech = speech ? std::optional(speech->id) : std::nullopt}};
}

// docs/rules.md#i3
Decision decide(const Deciding& on, const MarkSignalSeen& act) {
  auto found = signal_on(on, act.signal);
  if (!found) return failure(found.error());
  if ((*found)->seen_at) return failure(rejection(Code::already_seen, act.signal));
  return Events{SignalSeen{act.signal}};
}

// docs/rules.md#i3
Decision decide(const Deciding& on, const EndSignal& act) {
  auto found = signal_on(on, act.signal);
  if (!found) return failure(found.error());
  if (on.actor.own_only && (*found)->seat != on.actor.seat) return failure(on.not_yours("end_signal"));
  return Events{SignalEnded{act.signal}};
}

void evolve(Evolving& on, const SignalRaised& event) {
  ROSTRUM_ASSERT(event.signal.value == on.state.last_signal + 1);
  on.state.last_signal = event.signal.value;
  on.note(&Changes::signals, event.signal);
  forget_over(on.state.signals, [&on](const Signal& signal) { return is_over(on.state, signal); });
  on.state.signals.emplace(event.signal, Signal{.id = event.signal,
                                                .kind = event.kind,
                                                .seat = on.stamp.actor,
                                                .language = event.language,
                                                .speech = event.speech,
                                                .raised_at = on.stamp.at});
}

void evolve(Evolving& on, const SignalSeen& event) {
  on.note(&Changes::signals, event.signal);
  on.state.signals.at(event.signal).seen_at = on.stamp.at;
}

void evolve(Evolving& on, const SignalEnded& event) {
  on.note(&Changes::signals, event.signal);
  on.state.signals.at(event.signal).ended_at = on.stamp.at;
}

}  // namespace rostrum::council
