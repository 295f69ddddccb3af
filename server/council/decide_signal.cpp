// What a booth tells chair, desk and speaker (I3).
#include "council/deciding.hpp"

namespace rostrum::council {

Decided<const Signal*> Deciding::signal_on(SignalId id) const {
  const Signal* found = state_.find(id);
  // Who is told of it may learn that it is over; nobody else learns that it was raised.
  const bool hidden = found && actor_.delegation && !acts_for(concerned(state_, *found));
  if (!found || hidden) return failure(rejection(Code::unknown_signal, id));
  if (is_over(state_, *found)) return failure(rejection(Code::signal_over, id));
  return found;
}

// docs/rules.md#i3
Decided<Events> Deciding::operator()(const RaiseSignal& act) const {
  const Speech* speech = speech_on_the_floor(state_);
  if (!speech && act.kind != SignalKind::no_sound) return failure(rejection(Code::nobody_speaks));
  for (const auto& [id, signal] : state_.signals)
    if (signal.seat == actor_.seat && signal.kind == act.kind && !is_over(state_, signal))
      return failure(rejection(Code::already_raised, id));
  return Events{SignalRaised{.signal = {state_.last_signal + 1},
                             .kind = act.kind,
                             .language = state_.seats.at(actor_.seat).language,
                             .speech = speech ? std::optional(speech->id) : std::nullopt}};
}

// docs/rules.md#i3
Decided<Events> Deciding::operator()(const MarkSignalSeen& act) const {
  auto found = signal_on(act.signal);
  if (!found) return failure(found.error());
  if ((*found)->seen_at) return failure(rejection(Code::already_seen, act.signal));
  return Events{SignalSeen{act.signal}};
}

// docs/rules.md#i3
Decided<Events> Deciding::operator()(const EndSignal& act) const {
  auto found = signal_on(act.signal);
  if (!found) return failure(found.error());
  if (actor_.own_only && (*found)->seat != actor_.seat) return failure(not_yours("end_signal"));
  return Events{SignalEnded{act.signal}};
}

}  // namespace rostrum::council
