#include "views/thing.hpp"

namespace rostrum::views {

namespace {

bool is_last_speaker(const council::State& state, const council::Entry& entry) {
  const auto& last = state.panel_of(entry).last_speech;
  const auto* id = last ? std::get_if<EntryId>(&state.speeches.at(*last).of) : nullptr;
  return id && *id == entry.id && entry.status == council::EntryStatus::spoken;
}

bool is_in_writing(const council::Entry& entry) { return entry.status == council::EntryStatus::in_writing; }

Statement statement(const council::Entry& entry, const council::Statement& statement, bool with_plan) {
  Statement view{.entry = entry.id,
                 .panel = entry.panel,
                 .delegation = entry.delegation,
                 .delivery = statement.delivery,
                 .texts = {},
                 .released_at = statement.released_at,
                 .releases_at = with_plan ? statement.releases_at : std::nullopt,
                 .filed_at = is_in_writing(entry) ? std::optional(entry.filed_at) : std::nullopt};
  for (const std::string& language : statement.languages) {
    const council::StatementVersion& text = statement.texts.at(language);
    view.texts.push_back({.language = language,
                          .version = text.version,
                          .format = text.format,
                          .paragraphs = text.paragraphs,
                          .words = text.words,
                          .submitted_at = text.submitted_at});
  }
  return view;
}

/// While its entry waits, has the floor or was the last to have it, and for good once it is filed in writing (L13):
/// booth and desk; everyone who sees the panel once it is released (S2).
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Statement* found = state.statement_of({key.number});
  if (!found) return std::nullopt;
  const council::Entry& entry = state.entries.at(found->entry);
  if (!in_view(entry) && !is_last_speaker(state, entry) && !is_in_writing(entry)) return std::nullopt;
  const bool before_delivery = audience == Audience::booth || audience == Audience::desk;
  if (!panel_seen(state, entry.panel, audience) || (!before_delivery && !found->released_at)) return std::nullopt;
  return statement(entry, *found, before_delivery);
}

/// While the entry waits or has the floor, and under embargo for as long as booth and desk see it: its delegation
/// alone.
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Statement* found = state.statement_of({key.number});
  if (!found) return std::nullopt;
  const council::Entry& entry = state.entries.at(found->entry);
  const bool kept_back = is_last_speaker(state, entry) && !found->released_at;
  if (entry.delegation != viewer || (!in_view(entry) && !kept_back)) return std::nullopt;
  return statement(entry, *found, true);
}

void add(const council::State& state, EntryId id, Keys& keys) {
  keys.push_back({.kind = KeyKind::statement, .number = id.value});
  if (const auto& delegation = state.entries.at(id).delegation)
    keys.push_back({.kind = KeyKind::own_statement, .id = delegation->value, .number = id.value});
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, statement] : state.statements) add(state, id, keys);
}

/// A text goes and comes with its entry. It stays as it is while that has the floor.
void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const EntryId id : changes.statements) add(after, id, keys);
  for (const EntryId id : changes.stands)
    if (after.statement_of(id) && after.entries.at(id).status != council::EntryStatus::has_floor) add(after, id, keys);
  for (const PanelId& id : changes.revealed)
    for (const EntryId entry : after.panels.at(id).order())
      if (after.statement_of(entry)) add(after, entry, keys);
}

}  // namespace

const Thing things::statement{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
