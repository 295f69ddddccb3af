// What the file of a thing that is seen defines of it: how it is rendered, and which keys it has. For this room.
#pragma once

#include "views/views.hpp"

namespace rostrum::views {

/// What does not apply to a thing is left out.
struct Thing {
  /// As an audience may see it; none where it does not exist, or is not for that audience.
  std::optional<Entity> (*shared)(const council::State& state, const Key& key, Audience audience) = nullptr;
  /// What is private to `viewer`, which is the delegation that the key names.
  std::optional<Entity> (*own)(const council::State& state, const Key& key, const DelegationId& viewer) = nullptr;

  // Which keys there are. A thing is the session's, or there is one of each panel or of each entry, or it comes and
  // goes.
  void (*of_session)(const council::State& state, Keys& keys) = nullptr;
  void (*of_panel)(const council::Panel& panel, Keys& keys) = nullptr;
  void (*of_entry)(EntryId entry, Keys& keys) = nullptr;
  void (*passing)(const council::State& state, Keys& keys) = nullptr;

  /// Which keys are touched by `changes`. That a panel is revealed touches the keys `of_panel` and `of_entry` as it is.
  void (*follow)(const council::Changes& changes, const council::State& after, Keys& keys) = nullptr;
};

namespace things {

#define ROSTRUM_DECLARE(kind, Entity) extern const Thing kind;
ROSTRUM_THINGS(ROSTRUM_DECLARE, ROSTRUM_DECLARE, ROSTRUM_DECLARE)
#undef ROSTRUM_DECLARE

}  // namespace things

}  // namespace rostrum::views
