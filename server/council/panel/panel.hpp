// Panels: taken up and closed, their title, order, limits, reserve (P3, L4, T1, T4, T5, T6).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenPanel {
  static constexpr ActFacts is{.name = "open_panel", .may = floor_managers};
  PanelId panel;
  bool operator==(const OpenPanel&) const = default;
};
Decision decide(const Deciding& on, const OpenPanel& act);

struct ClosePanel;
/// Taken up again, with its list as it was: closing the panel closes that too.
Inverse panel_as_it_was(const State& before, Instant now, const ClosePanel& act);

struct ClosePanel {
  static constexpr ActFacts is{.name = "close_panel", .may = floor_managers, .inverse = panel_as_it_was};
  PanelId panel;
  bool operator==(const ClosePanel&) const = default;
};
Decision decide(const Deciding& on, const ClosePanel& act);

struct SetPanelTitle {
  static constexpr ActFacts is{
      .name = "set_panel_title", .may = floor_managers, .texts = [](const auto& act) { return bytes_of(act.title); }};
  PanelId panel;
  Text title;
  bool operator==(const SetPanelTitle&) const = default;
};
Decision decide(const Deciding& on, const SetPanelTitle& act);

struct SetOrderPolicy;
struct SetLimit;
struct SetAtLimit;
/// The policy of before, where that gives the order that the list had. What was moved by hand does not come back.
Inverse order_as_it_was(const State& before, Instant now, const SetOrderPolicy& act);
/// The limit of before, and where it was changed for it too, that of the speech under way.
Inverse limit_as_it_was(const State& before, Instant now, const SetLimit& act);
Inverse at_limit_as_it_was(const State& before, Instant now, const SetAtLimit& act);

struct SetOrderPolicy {
  static constexpr ActFacts is{.name = "set_order_policy", .may = floor_managers, .inverse = order_as_it_was};
  PanelId panel;
  OrderPolicy policy;
  bool anew = false;  // what was moved by hand goes back among the others
  bool operator==(const SetOrderPolicy&) const = default;
};
Decision decide(const Deciding& on, const SetOrderPolicy& act);

struct SetLimit {
  static constexpr ActFacts is{.name = "set_limit", .may = floor_managers, .inverse = limit_as_it_was};
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool also_under_way = false;
  bool operator==(const SetLimit&) const = default;
};
Decision decide(const Deciding& on, const SetLimit& act);

struct SetAtLimit {
  static constexpr ActFacts is{.name = "set_at_limit", .may = floor_managers, .inverse = at_limit_as_it_was};
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const SetAtLimit&) const = default;
};
Decision decide(const Deciding& on, const SetAtLimit& act);

struct AnnounceLimits;
struct SetReserve;
/// The limits of before, which those who were told others since keep as rules have it; and of the speech under way.
Inverse limits_as_they_were(const State& before, Instant now, const AnnounceLimits& act);
Inverse reserve_as_it_was(const State& before, Instant now, const SetReserve& act);

/// All at once, as the hall is told. A limit that one of the next two was told is not lowered.
struct AnnounceLimits {
  static constexpr ActFacts is{.name = "announce_limits", .may = floor_managers, .inverse = limits_as_they_were};
  PanelId panel;
  Limits limits;
  bool also_under_way = false;  // where it raises that of the speech under way
  bool from_next = false;       // where it raises what the next two were told
  bool operator==(const AnnounceLimits&) const = default;
};
Decision decide(const Deciding& on, const AnnounceLimits& act);

struct SetReserve {
  static constexpr ActFacts is{.name = "set_reserve", .may = floor_managers, .inverse = reserve_as_it_was};
  PanelId panel;
  Millis reserve;
  bool operator==(const SetReserve&) const = default;
};
Decision decide(const Deciding& on, const SetReserve& act);

struct PanelOpened {
  static constexpr EventFacts is{.name = "panel_opened"};
  PanelId panel;
  bool operator==(const PanelOpened&) const = default;
};
void evolve(Evolving& on, const PanelOpened& event);

struct PanelClosed {
  static constexpr EventFacts is{.name = "panel_closed"};
  PanelId panel;
  bool operator==(const PanelClosed&) const = default;
};
void evolve(Evolving& on, const PanelClosed& event);

struct PanelTitled {
  static constexpr EventFacts is{.name = "panel_titled",
                                 .told = [](const auto& event, auto& told) { told("title", event.title); }};
  PanelId panel;
  Text title;
  bool operator==(const PanelTitled&) const = default;
};
void evolve(Evolving& on, const PanelTitled& event);

struct OrderPolicySet {
  static constexpr EventFacts is{.name = "order_policy_set",
                                 .told = [](const auto& event, auto& told) { told("policy", event.policy); }};
  PanelId panel;
  OrderPolicy policy;
  std::vector<EntryId> order;
  std::vector<EntryId> by_hand = {};
  bool operator==(const OrderPolicySet&) const = default;
};
void evolve(Evolving& on, const OrderPolicySet& event);

struct LimitSet {
  static constexpr EventFacts is{.name = "limit_set", .told = [](const auto& event, auto& told) {
                                   told("of", event.of, "limit_ms", event.limit);
                                 }};
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool operator==(const LimitSet&) const = default;
};
void evolve(Evolving& on, const LimitSet& event);

struct AtLimitSet {
  static constexpr EventFacts is{.name = "at_limit_set", .told = [](const auto& event, auto& told) {
                                   told("at_limit", event.at_limit, "grace_ms", event.grace);
                                 }};
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const AtLimitSet&) const = default;
};
void evolve(Evolving& on, const AtLimitSet& event);

struct LimitsAnnounced {
  static constexpr EventFacts is{.name = "limits_announced", .told = [](const auto& event, auto& told) {
                                   const auto& [of, limit] = *event.limits.begin();
                                   told("of", of, "limit_ms", limit, "more",
                                        std::string(event.limits.size() > 1 ? "yes" : "no"));
                                 }};
  PanelId panel;
  Limits limits;               // at least one
  std::vector<EntryId> keeps;  // the limit they were told
  bool operator==(const LimitsAnnounced&) const = default;
};
void evolve(Evolving& on, const LimitsAnnounced& event);

struct ReserveSet {
  static constexpr EventFacts is{.name = "reserve_set",
                                 .told = [](const auto& event, auto& told) { told("reserve_ms", event.reserve); }};
  PanelId panel;
  Millis reserve;
  bool operator==(const ReserveSet&) const = default;
};
void evolve(Evolving& on, const ReserveSet& event);

using PanelActs =
    OneOf<OpenPanel, ClosePanel, SetPanelTitle, SetOrderPolicy, SetLimit, SetAtLimit, AnnounceLimits, SetReserve>;
using PanelEvents =
    OneOf<PanelOpened, PanelClosed, PanelTitled, OrderPolicySet, LimitSet, AtLimitSet, LimitsAnnounced, ReserveSet>;

}  // namespace rostrum::council
