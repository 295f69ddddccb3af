#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Key key_of(const MeetingId& id) { return {.kind = KeyKind::meeting, .id = id.value}; }

/// Everyone.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience) {
  const council::Meeting* found = state.find(MeetingId{key.id});
  if (!found) return std::nullopt;
  return Meeting{*found};
}

void of_session(const council::State& state, Keys& keys) {
  for (const MeetingId& id : state.meeting_order) keys.push_back(key_of(id));
}

void follow(const council::Changes& changes, const council::State&, Keys& keys) {
  for (const MeetingId& id : changes.meetings) keys.push_back(key_of(id));
}

}  // namespace

const Thing things::meeting{.shared = shared, .of_session = of_session, .follow = follow};

}  // namespace rostrum::views
