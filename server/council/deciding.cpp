#include "council/deciding.hpp"

#include <algorithm>

#include "council/timing.hpp"

namespace rostrum::council {

Decided<const Panel*> Deciding::panel(const PanelId& id) const {
  if (const Panel* found = state.find(id)) return found;
  return failure(rejection(Code::unknown_panel, id));
}

Decided<const Panel*> Deciding::listed_panel(const PanelId& id) const {
  auto found = panel(id);
  if (!found) return found;
  if ((*found)->plan.draft) return failure(rejection(Code::panel_is_draft, id));
  if ((*found)->status == PanelStatus::closed) return failure(rejection(Code::panel_closed, id));
  return found;
}

Decided<const Entry*> Deciding::entry(EntryId id) const {
  const Entry* found = state.find(id);
  if (!found || hidden_from(actor, *found)) return failure(rejection(Code::unknown_entry, id));
  return found;
}

Decided<const Entry*> Deciding::waiting_entry(EntryId id) const {
  auto found = entry(id);
  if (found && (*found)->status != EntryStatus::waiting) return failure(rejection(Code::not_waiting, id));
  return found;
}

Decided<const Entry*> Deciding::listed_entry(EntryId id) const {
  auto found = waiting_entry(id);
  if (found && facts_of((*found)->kind).line != Line::speakers) return failure(rejection(Code::not_waiting, id));
  return found;
}

Decided<DelegationId> Deciding::acting_delegation(const std::optional<DelegationId>& named,
                                                  std::string_view act) const {
  const auto delegation = named ? named : actor.delegation;
  if (!delegation) return failure(rejection(Code::malformed, "delegation", "a delegation's id"));
  if (!acts_for(delegation)) return failure(not_yours(act));
  if (!state.find(*delegation)) return failure(rejection(Code::unknown_delegation, *delegation));
  return *delegation;
}

bool is_language_tag(std::string_view tag) {
  const auto is_tag_character = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::ranges::all_of(tag, is_tag_character);
}

Decided<const Speech*> Deciding::speech_under_way(SpeechId id) const {
  const Speech* found = state.find(id);
  if (!found) return failure(rejection(Code::unknown_speech, id));
  if (found->ended_at) return failure(rejection(Code::speech_over, id));
  return found;
}

Decided<const Speech*> Deciding::speech_in_time(SpeechId id) const {
  auto found = speech_under_way(id);
  if (!found) return found;
  const auto cut = cut_at(state.panels.at((*found)->panel), **found);
  if (cut && now >= *cut) return failure(rejection(Code::speech_cut, id));
  return found;
}

bool Deciding::meeting_is_open() const {
  const Meeting* meeting = state.open_or_suspended_meeting();
  return meeting && meeting->status == MeetingStatus::open;
}

bool acts_for(const Actor& actor, const std::optional<DelegationId>& delegation) {
  return !actor.own_only || (delegation && delegation == actor.delegation);
}

bool hidden_from(const Actor& actor, const Entry& entry) {
  const bool told = facts_of(entry.kind).told_while_waiting || entry.recognised_at != Instant{};
  return !told && !acts_for(actor, entry.delegation);
}

bool Deciding::acts_for(const std::optional<DelegationId>& delegation) const {
  return council::acts_for(actor, delegation);
}

Rejection Deciding::not_yours(std::string_view act) const {
  return rejection(Code::unauthorized, act, name(actor.role));
}

std::optional<Rejection> out_of_range(std::string_view field, Millis value, Millis least, Millis most) {
  if (value >= least && value <= most) return std::nullopt;
  return rejection(Code::out_of_range, field, least, most);
}

std::optional<Rejection> refused_instant(std::string_view field, Instant at, Instant now) {
  if (at <= now) return rejection(Code::instant_passed, at);
  if (at > now + plan_ahead_most) return rejection(Code::out_of_range, field, now, now + plan_ahead_most);
  return std::nullopt;
}

}  // namespace rostrum::council
