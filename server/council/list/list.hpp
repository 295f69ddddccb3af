// The list of speakers: opened and closed, by hand and by announced instant (L1).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenList {
  PanelId panel;
  bool operator==(const OpenList&) const = default;
};
Decision decide(const Deciding& on, const OpenList& act);

struct PlanListOpening {
  PanelId panel;
  Instant opens_at;
  bool operator==(const PlanListOpening&) const = default;
};
Decision decide(const Deciding& on, const PlanListOpening& act);

struct AnnounceListClosing {
  PanelId panel;
  Instant closes_at;
  bool operator==(const AnnounceListClosing&) const = default;
};
Decision decide(const Deciding& on, const AnnounceListClosing& act);

struct CloseList {
  PanelId panel;
  bool operator==(const CloseList&) const = default;
};
Decision decide(const Deciding& on, const CloseList& act);

// What the server proposes itself once an announced instant has passed. They name the act that set the instant, so that
// each acts once however often it is proposed; a client cannot send them.
struct OpenListAsPlanned {
  PanelId panel;
  ActName planned_by;
  bool operator==(const OpenListAsPlanned&) const = default;
};
Decision decide(const Deciding& on, const OpenListAsPlanned& act);

struct CloseListAsAnnounced {
  PanelId panel;
  ActName announced_by;
  bool operator==(const CloseListAsAnnounced&) const = default;
};
Decision decide(const Deciding& on, const CloseListAsAnnounced& act);

struct ListOpened {
  PanelId panel;
  bool operator==(const ListOpened&) const = default;
};
void evolve(Evolving& on, const ListOpened& event);

struct ListOpeningPlanned {
  PanelId panel;
  Instant opens_at;
  bool operator==(const ListOpeningPlanned&) const = default;
};
void evolve(Evolving& on, const ListOpeningPlanned& event);

struct ListClosingAnnounced {
  PanelId panel;
  Instant closes_at;
  bool operator==(const ListClosingAnnounced&) const = default;
};
void evolve(Evolving& on, const ListClosingAnnounced& event);

struct ListClosed {
  PanelId panel;
  bool operator==(const ListClosed&) const = default;
};
void evolve(Evolving& on, const ListClosed& event);

}  // namespace rostrum::council
