// Delegations that ask the desk for help (V3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RequestHelp {
  std::string note;
  bool operator==(const RequestHelp&) const = default;
};
Decision decide(const Deciding& on, const RequestHelp& act);

struct TakeHelp {
  HelpId help;
  bool operator==(const TakeHelp&) const = default;
};
Decision decide(const Deciding& on, const TakeHelp& act);

struct CloseHelp {
  HelpId help;
  bool operator==(const CloseHelp&) const = default;
};
Decision decide(const Deciding& on, const CloseHelp& act);

struct HelpRequested {
  HelpId help;
  DelegationId delegation;
  std::string note;
  bool operator==(const HelpRequested&) const = default;
};
void evolve(Evolving& on, const HelpRequested& event);

struct HelpTaken {
  HelpId help;
  bool operator==(const HelpTaken&) const = default;
};
void evolve(Evolving& on, const HelpTaken& event);

struct HelpClosed {
  HelpId help;
  HelpStatus status = HelpStatus::done;  // done or withdrawn
  bool operator==(const HelpClosed&) const = default;
};
void evolve(Evolving& on, const HelpClosed& event);

}  // namespace rostrum::council
