#include "council/decide.hpp"

#include <algorithm>

#include "council/deciding.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

Decided<Actor> actor_of(const State& state, const Act& act, const GrantId& grant_id, Instant now) {
  if (grant_id == system_grant) return Actor{.system = true};
  const Grant* grant = state.find(grant_id);
  if (!grant || grant->revoked || (grant->expires_at && now >= *grant->expires_at))
    return failure(rejection(Code::unauthorized, name(act), "none"));
  switch (may(grant->role, act.index())) {
  case May::any:
    return Actor{.role = grant->role, .seat = grant->seat, .delegation = grant->delegation};
  case May::own:
    return Actor{.own_only = true, .role = grant->role, .seat = grant->seat, .delegation = grant->delegation};
  case May::no:
  case May::system:
    break;
  }
  return failure(rejection(Code::unauthorized, name(act), name(grant->role)));
}

/// The panel that an act is about; none for acts on meetings, or where the actor knows of nothing that it names.
class PanelOf {
 public:
  PanelOf(const State& state, const Actor& actor) : state_(state), actor_(actor) {}

  template <class Act>
  const Panel* operator()(const Act& act) const {
    if constexpr (requires { act.panel; })
      return state_.find(act.panel);
    else if constexpr (requires { act.entry; })
      return of_entry(state_.find(act.entry));
    else if constexpr (requires { act.speech; })
      return of(state_.find(act.speech));
    else
      return nullptr;
  }

 private:
  template <class Thing>
  const Panel* of(const Thing* thing) const {
    return thing ? state_.find(thing->panel) : nullptr;
  }

  const Panel* of_entry(const Entry* entry) const {
    return entry && !hidden_from(actor_, *entry) ? of(entry) : nullptr;
  }

  const State& state_;
  const Actor& actor_;
};

std::optional<Rejection> changed_meanwhile(const State& state, const Command& command, const Actor& actor) {
  const Panel* panel = std::visit(PanelOf(state, actor), command.act);
  if (!panel) return std::nullopt;
  const SpeechId speech = panel->speech.value_or(SpeechId{});
  if (command.expects.speech && *command.expects.speech != speech)
    return rejection(Code::changed_meanwhile, "speech", speech);
  const EntryId head = next_of(state, *panel).value_or(EntryId{});
  if (command.expects.head && *command.expects.head != head) return rejection(Code::changed_meanwhile, "head", head);
  return std::nullopt;
}

}  // namespace

Decided<Events> decide(const State& state, const Command& command, const Context& context) {
  auto actor = actor_of(state, command.act, context.actor, context.now);
  if (!actor) return failure(actor.error());
  if (auto changed = changed_meanwhile(state, command, *actor)) return failure(*changed);
  return std::visit(Deciding(state, context, *std::move(actor)), command.act);
}

ListStatus list_status(const Panel& panel, Instant now) {
  if (panel.list == ListStatus::closing && panel.list_closes_at && now >= *panel.list_closes_at)
    return ListStatus::closed;
  if (panel.list == ListStatus::not_open && panel.list_opens_at && now >= *panel.list_opens_at) return ListStatus::open;
  return panel.list;
}

Decided<const Meeting*> Deciding::meeting(const MeetingId& id) const {
  if (const Meeting* found = state_.find(id)) return found;
  return failure(rejection(Code::unknown_meeting, id));
}

Decided<const Panel*> Deciding::panel(const PanelId& id) const {
  if (const Panel* found = state_.find(id)) return found;
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
  const Entry* found = state_.find(id);
  if (!found || hidden_from(actor_, *found)) return failure(rejection(Code::unknown_entry, id));
  return found;
}

Decided<const Entry*> Deciding::waiting_entry(EntryId id) const {
  auto found = entry(id);
  if (found && (*found)->status != EntryStatus::waiting) return failure(rejection(Code::not_waiting, id));
  return found;
}

Decided<const Entry*> Deciding::listed_entry(EntryId id) const {
  auto found = waiting_entry(id);
  if (found && (*found)->kind == Kind::point_of_order) return failure(rejection(Code::not_waiting, id));
  return found;
}

Decided<DelegationId> Deciding::acting_delegation(const std::optional<DelegationId>& named,
                                                  std::string_view act) const {
  const auto delegation = named ? named : actor_.delegation;
  if (!delegation) return failure(rejection(Code::malformed, "delegation", "a delegation's id"));
  if (!acts_for(delegation)) return failure(not_yours(act));
  if (!state_.find(*delegation)) return failure(rejection(Code::unknown_delegation, *delegation));
  return *delegation;
}

Event Deciding::stopped(const Speech& speech, PauseCause cause) const {
  // A cut that is due is not called off by the pause.
  if (speech_in_time(speech.id)) return SpeechPaused{speech.id, cause};
  return SpeechEnded{speech.id, EndCause::cut};
}

bool is_language_tag(std::string_view tag) {
  const auto is_tag_character = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::ranges::all_of(tag, is_tag_character);
}

Decided<const Speech*> Deciding::speech_under_way(SpeechId id) const {
  const Speech* found = state_.find(id);
  if (!found) return failure(rejection(Code::unknown_speech, id));
  if (found->ended_at) return failure(rejection(Code::speech_over, id));
  return found;
}

Decided<const Speech*> Deciding::speech_in_time(SpeechId id) const {
  auto found = speech_under_way(id);
  if (!found) return found;
  const auto cut = cut_at(state_.panels.at((*found)->panel), **found);
  if (cut && now_ >= *cut) return failure(rejection(Code::speech_cut, id));
  return found;
}

bool Deciding::meeting_is_open() const {
  const Meeting* meeting = state_.open_or_suspended_meeting();
  return meeting && meeting->status == MeetingStatus::open;
}

bool acts_for(const Actor& actor, const std::optional<DelegationId>& delegation) {
  return !actor.own_only || (delegation && delegation == actor.delegation);
}

bool hidden_from(const Actor& actor, const Entry& entry) {
  return entry.kind == Kind::point_of_order && !acts_for(actor, entry.delegation);
}

bool Deciding::acts_for(const std::optional<DelegationId>& delegation) const {
  return council::acts_for(actor_, delegation);
}

Rejection Deciding::not_yours(std::string_view act) const {
  return rejection(Code::unauthorized, act, name(actor_.role));
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
