// Delegations that ask the desk for help (V3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RequestHelp {
  static constexpr ActFacts is{.name = "request_help",
                               .may = own_delegation,
                               .panel = no_panel,
                               .texts = [](const auto& act) { return bytes_of(act.note); }};
  std::string note;
  bool operator==(const RequestHelp&) const = default;
};
Decision decide(const Deciding& on, const RequestHelp& act);

struct TakeHelp {
  static constexpr ActFacts is{.name = "take_help", .may = floor_managers, .panel = no_panel};
  HelpId help;
  bool operator==(const TakeHelp&) const = default;
};
Decision decide(const Deciding& on, const TakeHelp& act);

struct CloseHelp {
  static constexpr ActFacts is{.name = "close_help", .may = managers_and_own, .panel = no_panel};
  HelpId help;
  bool operator==(const CloseHelp&) const = default;
};
Decision decide(const Deciding& on, const CloseHelp& act);

struct HelpRequested {
  static constexpr EventFacts is{.name = "help_requested", .told = [](const auto& event, auto& told) {
                                   told("who", event.delegation, "text", event.note);
                                 }};
  HelpId help;
  DelegationId delegation;
  std::string note;
  bool operator==(const HelpRequested&) const = default;
};
void evolve(Evolving& on, const HelpRequested& event);

struct HelpTaken {
  static constexpr EventFacts is{.name = "help_taken"};
  HelpId help;
  bool operator==(const HelpTaken&) const = default;
};
void evolve(Evolving& on, const HelpTaken& event);

struct HelpClosed {
  static constexpr EventFacts is{
      .name = "help_done", .otherwise = "help_withdrawn", .told = [](const auto& event, auto& told) {
        if (event.status == HelpStatus::withdrawn) told.otherwise();
      }};
  HelpId help;
  HelpStatus status = HelpStatus::done;  // done or withdrawn
  bool operator==(const HelpClosed&) const = default;
};
void evolve(Evolving& on, const HelpClosed& event);

using HelpActs = OneOf<RequestHelp, TakeHelp, CloseHelp>;
using HelpEvents = OneOf<HelpRequested, HelpTaken, HelpClosed>;

}  // namespace rostrum::council
