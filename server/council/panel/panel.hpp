// Panels: taken up and closed, their title, order, limits (P3, L4, T1, T4).
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
/// The policy of before, where that alone gives the order that the list had: what was moved by hand does not come back.
Inverse order_as_it_was(const State& before, Instant now, const SetOrderPolicy& act);
/// The limit of before, and where it was changed for it too, that of the speech under way.
Inverse limit_as_it_was(const State& before, Instant now, const SetLimit& act);
Inverse at_limit_as_it_was(const State& before, Instant now, const SetAtLimit& act);

struct SetOrderPolicy {
  static constexpr ActFacts is{.name = "set_order_policy", .may = floor_managers, .inverse = order_as_it_was};
  PanelId panel;
  OrderPolicy policy;
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

using PanelActs = OneOf<OpenPanel, ClosePanel, SetPanelTitle, SetOrderPolicy, SetLimit, SetAtLimit>;
using PanelEvents = OneOf<PanelOpened, PanelClosed, PanelTitled, OrderPolicySet, LimitSet, AtLimitSet>;

}  // namespace rostrum::council
