// The list of speakers: opened and closed, by hand and by announced instant (L1).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct OpenList;
/// Closed again where it was closed; with the closing that it called off, where that is still to come. Nothing makes a
/// list one that was never open.
Inverse opening_taken_back(const State& before, Instant now, const OpenList& act);

struct OpenList {
  static constexpr ActFacts is{.name = "open_list", .may = floor_managers, .inverse = opening_taken_back};
  PanelId panel;
  bool operator==(const OpenList&) const = default;
};
Decision decide(const Deciding& on, const OpenList& act);

struct PlanListOpening;
/// The instant that was planned before, where it is still to come. Nothing takes back a first plan but to open.
Inverse plan_as_it_was(const State& before, Instant now, const PlanListOpening& act);

struct PlanListOpening {
  static constexpr ActFacts is{.name = "plan_list_opening", .may = floor_managers, .inverse = plan_as_it_was};
  PanelId panel;
  Instant opens_at;
  bool operator==(const PlanListOpening&) const = default;
};
Decision decide(const Deciding& on, const PlanListOpening& act);

struct AnnounceListClosing;
/// Open without an announced end, or with the one that was announced before, where it is still to come.
Inverse closing_as_it_was(const State& before, Instant now, const AnnounceListClosing& act);

struct AnnounceListClosing {
  static constexpr ActFacts is{.name = "announce_list_closing", .may = floor_managers, .inverse = closing_as_it_was};
  PanelId panel;
  Instant closes_at;
  bool operator==(const AnnounceListClosing&) const = default;
};
Decision decide(const Deciding& on, const AnnounceListClosing& act);

struct CloseList;
/// Opened again where it was open, with the closing that was announced where that is still to come.
Inverse list_as_it_was(const State& before, Instant now, const CloseList& act);

struct CloseList {
  static constexpr ActFacts is{.name = "close_list", .may = floor_managers, .inverse = list_as_it_was};
  PanelId panel;
  bool operator==(const CloseList&) const = default;
};
Decision decide(const Deciding& on, const CloseList& act);

// What the server proposes itself once an announced instant has passed. They name the act that set the instant, so that
// each acts once however often it is proposed; a client cannot send them.
struct OpenListAsPlanned {
  static constexpr ActFacts is{.name = "open_list_as_planned", .may = server_only};
  PanelId panel;
  ActName planned_by;
  bool operator==(const OpenListAsPlanned&) const = default;
};
Decision decide(const Deciding& on, const OpenListAsPlanned& act);

struct CloseListAsAnnounced {
  static constexpr ActFacts is{.name = "close_list_as_announced", .may = server_only};
  PanelId panel;
  ActName announced_by;
  bool operator==(const CloseListAsAnnounced&) const = default;
};
Decision decide(const Deciding& on, const CloseListAsAnnounced& act);

struct ListOpened {
  static constexpr EventFacts is{.name = "list_opened"};
  PanelId panel;
  bool operator==(const ListOpened&) const = default;
};
void evolve(Evolving& on, const ListOpened& event);

struct ListOpeningPlanned {
  static constexpr EventFacts is{.name = "list_opening_planned",
                                 .told = [](const auto& event, auto& told) { told("at", event.opens_at); }};
  PanelId panel;
  Instant opens_at;
  bool operator==(const ListOpeningPlanned&) const = default;
};
void evolve(Evolving& on, const ListOpeningPlanned& event);

struct ListClosingAnnounced {
  static constexpr EventFacts is{.name = "list_closing_announced",
                                 .told = [](const auto& event, auto& told) { told("at", event.closes_at); }};
  PanelId panel;
  Instant closes_at;
  bool operator==(const ListClosingAnnounced&) const = default;
};
void evolve(Evolving& on, const ListClosingAnnounced& event);

struct ListClosed {
  static constexpr EventFacts is{.name = "list_closed"};
  PanelId panel;
  bool operator==(const ListClosed&) const = default;
};
void evolve(Evolving& on, const ListClosed& event);

/// What the policy makes of a list, after an act by which another is to be next (order.hpp).
struct ListOrdered {
  static constexpr EventFacts is{.name = "list_ordered", .follows = true};
  PanelId panel;
  std::vector<EntryId> order;
  bool operator==(const ListOrdered&) const = default;
};
void evolve(Evolving& on, const ListOrdered& event);

using ListActs =
    OneOf<OpenList, PlanListOpening, AnnounceListClosing, CloseList, OpenListAsPlanned, CloseListAsAnnounced>;
using ListEvents = OneOf<ListOpened, ListOpeningPlanned, ListClosingAnnounced, ListClosed, ListOrdered>;

}  // namespace rostrum::council
