#include "views/thing.hpp"

namespace rostrum::views {

namespace {

Notice told(const council::Notice& notice) {
  return {.id = notice.id, .to = notice.to, .text = notice.text, .sent_at = notice.sent_at};
}

/// Until it is withdrawn: those it is for, and the desk. One for a delegation goes there as its own.
std::optional<Entity> shared(const council::State& state, const Key& key, Audience audience) {
  const council::Notice* found = state.find(NoticeId{key.number});
  if (!found || found->withdrawn) return std::nullopt;
  const auto* to = std::get_if<Audience>(&found->to);
  const bool meant = std::holds_alternative<council::Everyone>(found->to) || (to && *to == audience);
  if (!meant && audience != Audience::desk) return std::nullopt;
  return told(*found);
}

/// Until it is withdrawn: the delegation it is for, alone.
std::optional<Entity> own(const council::State& state, const Key& key, const DelegationId& viewer) {
  const council::Notice* found = state.find(NoticeId{key.number});
  if (!found || found->withdrawn || found->to != council::NoticeTo{viewer}) return std::nullopt;
  return told(*found);
}

void add(const council::Notice& notice, Keys& keys) {
  keys.push_back({.kind = KeyKind::notice, .number = notice.id.value});
  if (const auto* delegation = std::get_if<DelegationId>(&notice.to))
    keys.push_back({.kind = KeyKind::own_notice, .id = delegation->value, .number = notice.id.value});
}

void passing(const council::State& state, Keys& keys) {
  for (const auto& [id, notice] : state.notices) add(notice, keys);
}

void follow(const council::Changes& changes, const council::State& after, Keys& keys) {
  for (const NoticeId id : changes.notices) add(after.notices.at(id), keys);
}

}  // namespace

const Thing things::notice{.shared = shared, .own = own, .passing = passing, .follow = follow};

}  // namespace rostrum::views
