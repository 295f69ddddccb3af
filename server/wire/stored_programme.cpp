#include "wire/stored_programme.hpp"

#include <algorithm>

#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using wire::put;

using Failure = std::string;

/// Of a programme that was stored before there were points of order. A number of this room's own rather than today's
/// default: a changed default must not change what an old log means.
constexpr Millis limit_of_older_points = seconds(60);
/// The same of one that was stored before time was planned. Only what differs is stored.
constexpr Millis reserve_of_older_panels = minutes(15);
constexpr std::uint32_t members_share_of_older_panels = 60;

void put(v1::SessionPlan& into, const council::SessionPlan& plan) {
  into.set_id(plan.id.value);
  put(*into.mutable_title(), plan.title);
  put(*into.mutable_theme(), plan.theme);
  into.set_timezone(plan.timezone);
  into.mutable_languages()->Assign(plan.languages.begin(), plan.languages.end());
  into.set_codes_valid_ms(plan.codes_valid.value);
  into.set_mocion_de_orden(plan.mocion_de_orden);
}

void put(v1::MeetingPlan& into, const council::MeetingPlan& plan) {
  into.set_id(plan.id.value);
  put(*into.mutable_title(), plan.title);
  into.set_planned_start_at(plan.planned_start.value);
  into.set_planned_end_at(plan.planned_end.value);
}

void put(v1::PanellistPlan& into, const council::PanellistPlan& plan) {
  into.set_id(plan.id.value);
  put(*into.mutable_name(), plan.name);
  put(*into.mutable_title(), plan.title);
  into.set_flag(plan.flag);
}

void put(v1::PanelPlan& into, const council::PanelPlan& plan) {
  into.set_id(plan.id.value);
  into.set_meeting(plan.meeting.value);
  put(*into.mutable_title(), plan.title);
  into.set_draft(plan.draft);
  put(*into.mutable_subtitle(), plan.subtitle);
  for (const council::Document& document : plan.documents) put(*into.add_documents(), document);
  for (const council::Text& theme : plan.themes) put(*into.add_themes()->mutable_title(), theme);
  for (const council::PanellistPlan& panellist : plan.panellists) put(*into.add_panellists(), panellist);
  put(*into.mutable_limits(), plan.limits);
  into.set_order_policy(to_wire(plan.order_policy));
  into.set_at_limit(to_wire(plan.at_limit));
  into.set_grace_ms(plan.grace.value);
  into.set_several_entries(plan.several_entries);
  into.set_present_only(plan.present_only);
  into.set_list_opens_at(or_zero(plan.list_opens_at));
  if (plan.reserve != reserve_of_older_panels) into.set_reserve_ms(plan.reserve.value);
  if (plan.members_share != members_share_of_older_panels) into.set_members_share(plan.members_share);
}

void put(v1::DelegationPlan& into, const council::DelegationPlan& plan) {
  into.set_id(plan.id.value);
  into.set_category(to_wire(plan.category));
  into.mutable_groups()->Assign(plan.groups.begin(), plan.groups.end());
  put(*into.mutable_name(), plan.name);
  into.set_flag(plan.flag);
}

void put(v1::SeatPlan& into, const council::SeatPlan& plan) {
  into.set_id(plan.id.value);
  into.set_role(to_wire(plan.role));
  into.set_delegation(or_empty(plan.delegation));
  into.set_language(plan.language);
  if (plan.person) put(*into.mutable_person(), *plan.person);
}

council::SessionPlan session_of(const v1::SessionPlan& plan) {
  return {.id = {plan.id()},
          .title = text_of(plan.title()),
          .theme = text_of(plan.theme()),
          .timezone = plan.timezone(),
          .languages = {plan.languages().begin(), plan.languages().end()},
          .codes_valid = {plan.codes_valid_ms()},
          .mocion_de_orden = plan.mocion_de_orden()};
}

council::MeetingPlan meeting_of(const v1::MeetingPlan& plan) {
  return {.id = {plan.id()},
          .title = text_of(plan.title()),
          .planned_start = {plan.planned_start_at()},
          .planned_end = {plan.planned_end_at()}};
}

council::PanellistPlan panellist_of(const v1::PanellistPlan& plan) {
  return {.id = {plan.id()}, .name = text_of(plan.name()), .title = text_of(plan.title()), .flag = plan.flag()};
}

Result<council::PanelPlan, Failure> panel_of(const v1::PanelPlan& plan) {
  const auto policy = from_wire<council::OrderPolicy>(plan.order_policy());
  const auto at_limit = from_wire<council::AtLimit>(plan.at_limit());
  if (!policy || !at_limit) return failure("panel " + plan.id() + " has an unknown order_policy or at_limit");
  council::PanelPlan panel{.id = {plan.id()},
                           .meeting = {plan.meeting()},
                           .title = text_of(plan.title()),
                           .draft = plan.draft(),
                           .subtitle = text_of(plan.subtitle()),
                           .order_policy = *policy,
                           .at_limit = *at_limit,
                           .grace = {plan.grace_ms()},
                           .several_entries = plan.several_entries(),
                           .present_only = plan.present_only(),
                           .list_opens_at = unless_zero(plan.list_opens_at()),
                           .reserve = plan.has_reserve_ms() ? Millis{plan.reserve_ms()} : reserve_of_older_panels,
                           .members_share =
                               plan.has_members_share() ? plan.members_share() : members_share_of_older_panels};
  for (const v1::Document& document : plan.documents()) panel.documents.push_back(document_of(document));
  for (const v1::Theme& theme : plan.themes()) panel.themes.push_back(text_of(theme.title()));
  for (const v1::PanellistPlan& panellist : plan.panellists()) panel.panellists.push_back(panellist_of(panellist));
  for (const v1::Limit& limit : plan.limits()) {
    const auto of = from_wire<council::LimitOf>(limit.of());
    if (!of) return failure("panel " + plan.id() + " has a limit of an unknown sort");
    panel.limits[*of] = {limit.limit_ms()};
  }
  // Every sort has a limit, so the newest one gets its own where an older log has none.
  panel.limits.try_emplace(council::LimitOf::point_of_order, limit_of_older_points);
  return panel;
}

Result<council::DelegationPlan, Failure> delegation_of(const v1::DelegationPlan& plan) {
  const auto category = from_wire<council::Category>(plan.category());
  if (!category) return failure("delegation " + plan.id() + " is of an unknown category");
  return council::DelegationPlan{.id = {plan.id()},
                                 .category = *category,
                                 .groups = {plan.groups().begin(), plan.groups().end()},
                                 .name = text_of(plan.name()),
                                 .flag = plan.flag()};
}

Result<council::SeatPlan, Failure> seat_of(const v1::SeatPlan& plan) {
  const auto role = from_wire<council::Role>(plan.role());
  if (!role) return failure("seat " + plan.id() + " has an unknown role");
  council::SeatPlan seat{.id = {plan.id()},
                         .role = *role,
                         .delegation = unless_empty<DelegationId>(plan.delegation()),
                         .language = plan.language()};
  if (plan.has_person()) seat.person = speaker_of(plan.person());
  return seat;
}

/// Reads every one of `plans`, or stops at the first that cannot be read.
template <class Plans, class Read, class Plan>
Result<void, Failure> read_all(const Plans& plans, Read read, std::vector<Plan>& into) {
  for (const auto& plan : plans) {
    auto one = read(plan);
    if (!one) return failure(one.error());
    into.push_back(*std::move(one));
  }
  return {};
}

}  // namespace

void put(v1::Programme& into, const council::Programme& programme) {
  put(*into.mutable_session(), programme.session);
  for (const council::MeetingPlan& plan : programme.meetings) put(*into.add_meetings(), plan);
  for (const council::PanelPlan& plan : programme.panels) put(*into.add_panels(), plan);
  for (const council::DelegationPlan& plan : programme.delegations) put(*into.add_delegations(), plan);
  for (const council::SeatPlan& plan : programme.seats) put(*into.add_seats(), plan);
  into.set_source_digest(std::string(as_bytes(programme.source_digest)));
}

Result<council::Programme, std::string> programme_of(const v1::Programme& programme) {
  council::Programme read{.session = session_of(programme.session())};
  for (const v1::MeetingPlan& plan : programme.meetings()) read.meetings.push_back(meeting_of(plan));
  if (auto all = read_all(programme.panels(), panel_of, read.panels); !all) return failure(all.error());
  if (auto all = read_all(programme.delegations(), delegation_of, read.delegations); !all) return failure(all.error());
  if (auto all = read_all(programme.seats(), seat_of, read.seats); !all) return failure(all.error());
  if (programme.source_digest().size() != read.source_digest.size())
    return failure(std::string("the programme's source_digest is not of 32 bytes"));
  std::ranges::copy(programme.source_digest(), reinterpret_cast<char*>(read.source_digest.data()));
  return read;
}

}  // namespace rostrum::wire
