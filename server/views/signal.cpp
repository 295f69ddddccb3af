#include "views/thing.hpp"

namespace rostrum::views {

namespace {

/// Until it is over: booth and desk, with the booth it comes from (I3).
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Signal* found = state.find(SignalId{key.number});
  if (!found || council::is_over(state, *found)) return std::nullopt;
  if (audience != Audience::booth && audience != Audience::desk) return std::nullopt;
  return Signal{.id = found->id,
                .kind = found->kind,
                .seat = found->seat,
                .language = found->language,
                .raised_at = found->raised_at,
                .seen_at = found->seen_at,
                .speech = found->speech};
}

/// While the delegation speaks that it is for: that delegation, without the booth (I3).
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Signal* found = state.find(SignalId{key.number});
  if (!found || council::is_over(state, *found)) return std::nullopt;
  if (council::concerned(state, *found) != viewer) return std::nullopt;
  return Signal{.id = found->id,
                .kind = found->kind,
                .seat = {},
                .language = {},
                .raised_at = found->raised_at,
                .seen_at = found->seen_at,
                .speech = found->speech};
}

Key shared_key(SignalId id) { return {.kind = KeyKind::signal, .number = id.value}; }

void add_own(const std::optional<DelegationId>& delegation, SignalId id, Keys& keys) {
  if (delegation) keys.push_back({.kind = KeyKind::own_signal, .id = delegation->value, .number = id.value});
}

void add(const council::State& state, const council::Signal& signal, Keys& keys) {
  keys.push_back(shared_key(signal.id));
  add_own(council::concerned(state, signal), signal.id, keys);
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, signal] : state.signals) add(state, signal, keys);
}

/// With a speech its signals are over. That there is no sound is told to whoever speaks: it goes with the floor.
void follow_turn(const council::State& after, const council::Speech& speech, Keys& keys) {
  const auto delegation = council::delegation_of(after, speech);
  for (const auto& [id, signal] : after.signals) {
    const bool over_with_it = speech.ended_at && signal.speech == speech.id;
    const bool no_sound = signal.kind == council::SignalKind::no_sound && !council::is_over(after, signal);
    if (over_with_it) keys.push_back(shared_key(id));
    if (over_with_it || no_sound) add_own(delegation, id, keys);
  }
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const SignalId id : changes.signals) add(after, after.signals.at(id), keys);
  for (const SpeechId id : changes.turns) follow_turn(after, after.speeches.at(id), keys);
}

}  // namespace

const Thing things::signal{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
