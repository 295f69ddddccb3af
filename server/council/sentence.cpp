#include "council/sentence.hpp"

namespace rostrum::council {

namespace {

std::string english(const Text& text, const std::string& otherwise) {
  if (const auto found = text.find("en"); found != text.end()) return found->second;
  return text.empty() ? otherwise : text.begin()->second;
}

std::string span(Millis length) {
  const std::int64_t total = length.value / 1000;
  const std::string rest = std::to_string(total % 60) + " s";
  if (total < 60) return rest;
  return std::to_string(total / 60) + " min" + (total % 60 ? " " + rest : "");
}

std::string kind_in_words(Kind kind) {
  switch (kind) {
  case Kind::statement:
    return "a statement";
  case Kind::group_statement:
    return "a group statement";
  case Kind::question:
    return "a question";
  }
  return {};
}

std::string cause_in_words(EndCause cause) {
  switch (cause) {
  case EndCause::chair:
    return "ended";
  case EndCause::next:
    return "ended, as the floor went to the next speaker";
  case EndCause::speaker:
    return "ended: the delegation gave the floor back";
  case EndCause::cut:
    return "was cut: the limit and its grace had passed";
  case EndCause::returned:
    return "was broken off: the speaker returns to the list";
  }
  return {};
}

std::string policy_in_words(OrderPolicy policy) {
  return policy == OrderPolicy::category ? "category, then time" : "time of inscription";
}

class Sentence {
 public:
  explicit Sentence(const State& state) : state_(state) {}

  std::string operator()(const SessionCreated& event) const {
    return "The session “" + english(event.programme.session.title, event.programme.session.id.value) +
           "” is set up with " + std::to_string(event.programme.panels.size()) + " panels and " +
           std::to_string(event.programme.delegations.size()) + " delegations.";
  }

  std::string operator()(const MeetingOpened& event) const {
    return "The meeting " + meeting(event.meeting) + " opens.";
  }
  std::string operator()(const MeetingSuspended& event) const {
    return "The meeting " + meeting(event.meeting) + " is suspended.";
  }
  std::string operator()(const MeetingResumed& event) const {
    return "The meeting " + meeting(event.meeting) + " goes on.";
  }
  std::string operator()(const MeetingClosed& event) const {
    return "The meeting " + meeting(event.meeting) + " closes.";
  }

  std::string operator()(const PanelOpened& event) const { return "The panel " + panel(event.panel) + " is taken up."; }
  std::string operator()(const PanelClosed& event) const { return "The panel " + panel(event.panel) + " is closed."; }
  std::string operator()(const PanelTitled& event) const {
    return "The panel " + event.panel.value + " has the title " + panel(event.panel) + ".";
  }
  std::string operator()(const OrderPolicySet& event) const {
    return "The list of " + panel(event.panel) + " is ordered by " + policy_in_words(event.policy) + ".";
  }
  std::string operator()(const LimitSet& event) const {
    return "The limit for " + std::string(name(event.of)) + " in " + panel(event.panel) + " is " + span(event.limit) +
           ".";
  }
  std::string operator()(const AtLimitSet& event) const {
    if (event.at_limit == AtLimit::signal) return "At the limit, " + panel(event.panel) + " signals only.";
    return "At the limit and a grace of " + span(event.grace) + ", the floor of " + panel(event.panel) +
           " is released.";
  }

  std::string operator()(const ListOpened& event) const {
    return "The list of speakers of " + panel(event.panel) + " is open.";
  }
  std::string operator()(const ListOpeningPlanned& event) const {
    return "The opening of the list of speakers of " + panel(event.panel) + " is planned.";
  }
  std::string operator()(const ListClosingAnnounced& event) const {
    return "The closing of the list of speakers of " + panel(event.panel) + " is announced.";
  }
  std::string operator()(const ListClosed& event) const {
    return "The list of speakers of " + panel(event.panel) + " is closed.";
  }

  std::string operator()(const FloorRequested& event) const {
    return who(event.entry) + " asks for the floor in " + panel(event.panel) + " for " + kind_in_words(event.kind) +
           (event.on_behalf_of.empty() ? "" : " on behalf of " + event.on_behalf_of) + ", place " +
           std::to_string(event.place + 1) + ".";
  }
  std::string operator()(const EntryWithdrawn& event) const { return who(event.entry) + " withdraws from the list."; }
  std::string operator()(const EntryRemoved& event) const { return who(event.entry) + " is taken off the list."; }
  std::string operator()(const EntryRestored& event) const {
    return who(event.entry) + placed(" is put back on the list at place ", event.place);
  }
  std::string operator()(const EntryMoved& event) const {
    return who(event.entry) + placed(" is moved to place ", event.place);
  }
  std::string operator()(const NoShowRecorded& event) const {
    if (event.taken_off) return who(event.entry) + " is called, not there for the second time, and taken off the list.";
    return who(event.entry) + placed(" is called, not there, and moved back to place ", event.place);
  }
  std::string operator()(const NoShowCleared& event) const {
    return who(event.entry) + placed(" was there after all and is put back at place ", event.place);
  }
  std::string operator()(const EntryReturned& event) const {
    return who(event.entry) + placed(" is returned to the list at place ", event.place);
  }

  std::string operator()(const FloorGiven& event) const {
    return speaker(event.speech) + " has the floor for " + span(event.limit) + ".";
  }
  std::string operator()(const SpeechPaused& event) const {
    return "The speech of " + speaker(event.speech) +
           (event.cause == PauseCause::suspension ? " is paused by the suspension." : " is paused.");
  }
  std::string operator()(const SpeechResumed& event) const {
    return "The speech of " + speaker(event.speech) + " goes on.";
  }
  std::string operator()(const TimeAdded& event) const {
    return speaker(event.speech) + " is given " + span(event.added) + " more.";
  }
  std::string operator()(const SpeechLimitSet& event) const {
    return "The limit of the speech of " + speaker(event.speech) + " is " + span(event.limit) + ".";
  }
  std::string operator()(const SpeechEnded& event) const {
    return "The speech of " + speaker(event.speech) + " " + cause_in_words(event.cause) + ".";
  }

 private:
  static std::string placed(const std::string& what, std::uint32_t place) {
    return what + std::to_string(place + 1) + ".";
  }

  std::string meeting(const MeetingId& id) const {
    const Meeting* found = state_.find(id);
    return "“" + (found ? english(found->plan.title, id.value) : id.value) + "”";
  }
  std::string panel(const PanelId& id) const {
    const Panel* found = state_.find(id);
    return "“" + (found ? english(found->plan.title, id.value) : id.value) + "”";
  }
  std::string who(EntryId id) const {
    const Entry* entry = state_.find(id);
    if (!entry || !entry->delegation) return "Entry " + std::to_string(id.value);
    const DelegationPlan* delegation = state_.find(*entry->delegation);
    return delegation ? english(delegation->name, delegation->id.value) : entry->delegation->value;
  }
  std::string speaker(SpeechId id) const {
    const Speech* speech = state_.find(id);
    if (!speech) return "speech " + std::to_string(id.value);
    if (const auto* entry = std::get_if<EntryId>(&speech->of)) return who(*entry);
    const auto& panellist = std::get<PanellistId>(speech->of);
    const PanellistPlan* plan = state_.find(state_.panels.at(speech->panel), panellist);
    return plan ? english(plan->name, panellist.value) : panellist.value;
  }

  const State& state_;
};

}  // namespace

std::string sentence(const State& state, const Event& event) { return std::visit(Sentence(state), event); }

}  // namespace rostrum::council
