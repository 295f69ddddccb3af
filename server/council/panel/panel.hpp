// Panels: taken up and closed, their title, order, limits (P3, L4, T1, T4).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenPanel {
  PanelId panel;
  bool operator==(const OpenPanel&) const = default;
};
Decision decide(const Deciding& on, const OpenPanel& act);

struct ClosePanel {
  PanelId panel;
  bool operator==(const ClosePanel&) const = default;
};
Decision decide(const Deciding& on, const ClosePanel& act);

struct SetPanelTitle {
  PanelId panel;
  Text title;
  bool operator==(const SetPanelTitle&) const = default;
};
Decision decide(const Deciding& on, const SetPanelTitle& act);

struct SetOrderPolicy {
  PanelId panel;
  OrderPolicy policy;
  bool operator==(const SetOrderPolicy&) const = default;
};
Decision decide(const Deciding& on, const SetOrderPolicy& act);

struct SetLimit {
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool also_under_way = false;
  bool operator==(const SetLimit&) const = default;
};
Decision decide(const Deciding& on, const SetLimit& act);

struct SetAtLimit {
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const SetAtLimit&) const = default;
};
Decision decide(const Deciding& on, const SetAtLimit& act);

struct PanelOpened {
  PanelId panel;
  bool operator==(const PanelOpened&) const = default;
};
void evolve(Evolving& on, const PanelOpened& event);

struct PanelClosed {
  PanelId panel;
  bool operator==(const PanelClosed&) const = default;
};
void evolve(Evolving& on, const PanelClosed& event);

struct PanelTitled {
  PanelId panel;
  Text title;
  bool operator==(const PanelTitled&) const = default;
};
void evolve(Evolving& on, const PanelTitled& event);

struct OrderPolicySet {
  PanelId panel;
  OrderPolicy policy;
  std::vector<EntryId> order;
  bool operator==(const OrderPolicySet&) const = default;
};
void evolve(Evolving& on, const OrderPolicySet& event);

struct LimitSet {
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool operator==(const LimitSet&) const = default;
};
void evolve(Evolving& on, const LimitSet& event);

struct AtLimitSet {
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const AtLimitSet&) const = default;
};
void evolve(Evolving& on, const AtLimitSet& event);

}  // namespace rostrum::council
