#include "views/views.hpp"

#include <array>

#include "base/assert.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

namespace {

/// What a kind of key begins with on the wire, and what it names.
struct Row {
  std::string_view words;
  bool is_private = false;
  const Thing* thing = nullptr;
};

#define ROSTRUM_SHARED(kind, Entity) Row{#kind, false, &things::kind},
#define ROSTRUM_OWN(kind, Entity) Row{#kind, true, &things::kind},
#define ROSTRUM_OWN_OF_BOTH(kind, Entity) Row{"own/" #kind, true, &things::kind},
#define ROSTRUM_NOTHING(kind, Entity)
#define ROSTRUM_THING(kind, Entity) &things::kind,

/// By `KeyKind`.
constexpr std::array rows{ROSTRUM_THINGS(ROSTRUM_SHARED, ROSTRUM_OWN, ROSTRUM_SHARED)
                              ROSTRUM_THINGS(ROSTRUM_NOTHING, ROSTRUM_NOTHING, ROSTRUM_OWN_OF_BOTH)};
constexpr std::array all_things{ROSTRUM_THINGS(ROSTRUM_THING, ROSTRUM_THING, ROSTRUM_THING)};

#undef ROSTRUM_THING
#undef ROSTRUM_NOTHING
#undef ROSTRUM_OWN_OF_BOTH
#undef ROSTRUM_OWN
#undef ROSTRUM_SHARED

const Row& row_of(const Key& key) { return rows.at(static_cast<std::size_t>(key.kind)); }

void add_of_panel(const council::Panel& panel, Keys& keys) {
  for (const Thing* thing : all_things)
    if (thing->of_panel) thing->of_panel(panel, keys);
}

void add_of_entry(EntryId entry, Keys& keys) {
  for (const Thing* thing : all_things)
    if (thing->of_entry) thing->of_entry(entry, keys);
}

}  // namespace

Audience audience_of(council::Role role) {
  using enum council::Role;
  switch (role) {
  case chair:
  case desk:
    return Audience::desk;
  case delegate:
    return Audience::delegate;
  case interpreter:
  case captioner:
    return Audience::booth;
  case observer:
  case display:
    return Audience::public_;
  }
  ROSTRUM_ASSERT(false);
}

std::string Key::text() const {
  std::string text(row_of(*this).words);
  if (!id.empty()) text += "/" + id;
  if (!second.empty()) text += "/" + second;
  if (number != 0) text += "/" + std::to_string(number);
  return text;
}

std::optional<DelegationId> private_to(const Key& key) {
  return row_of(key).is_private ? std::optional(DelegationId{key.id}) : std::nullopt;
}

std::optional<Entity> render(const council::State& state, const Key& key, const Viewer& viewer) {
  const Row& row = row_of(key);
  if (const auto* delegation = std::get_if<DelegationId>(&viewer))
    return private_to(key) == *delegation ? row.thing->own(state, key, *delegation) : std::nullopt;
  return row.is_private ? std::nullopt : row.thing->shared(state, key, std::get<Audience>(viewer));
}

Keys all_keys(const council::State& state) {
  Keys keys;
  if (!state.created()) return keys;
  for (const Thing* thing : all_things)
    if (thing->of_session) thing->of_session(state, keys);
  for (const PanelId& id : state.panel_order) add_of_panel(state.panels.at(id), keys);
  for (std::uint32_t number = 1; number <= state.last_entry; ++number) add_of_entry({number}, keys);
  for (const Thing* thing : all_things)
    if (thing->passing) thing->passing(state, keys);
  return keys;
}

Keys touched(const council::Changes& changes, const council::State& after) {
  if (changes.created) return all_keys(after);
  Keys keys;
  for (const Thing* thing : all_things)
    if (thing->follow) thing->follow(changes, after, keys);
  for (const PanelId& id : changes.revealed) {
    const council::Panel& panel = after.panels.at(id);
    add_of_panel(panel, keys);
    for (const EntryId entry : panel.order()) add_of_entry(entry, keys);
  }
  return keys;
}

std::vector<std::pair<Key, Entity>> project(const council::State& state, const Viewer& viewer) {
  std::vector<std::pair<Key, Entity>> entities;
  for (Key& key : all_keys(state))
    if (auto entity = render(state, key, viewer)) entities.emplace_back(std::move(key), *std::move(entity));
  return entities;
}

}  // namespace rostrum::views
