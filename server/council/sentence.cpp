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
  case Kind::point_of_order:
    return "a point of order";
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
  case EndCause::ruled:
    return "ended, as the chair rules";
  }
  return {};
}

std::string cause_in_words(ReleaseCause cause) {
  switch (cause) {
  case ReleaseCause::speech:
    return "its speech has run for ten seconds";
  case ReleaseCause::paragraph:
    return "its first paragraph was reached";
  case ReleaseCause::instant:
    return "the instant that was set has come";
  case ReleaseCause::released:
    return "by hand";
  }
  return {};
}

std::string cause_in_words(RevokeCause cause) {
  switch (cause) {
  case RevokeCause::revoked:
    return "revoked";
  case RevokeCause::replaced:
    return "void, as a new one is issued";
  case RevokeCause::expired:
    return "expired";
  }
  return {};
}

std::string signal_in_words(SignalKind kind) {
  switch (kind) {
  case SignalKind::speak_slowly:
    return "speak slowly";
  case SignalKind::no_sound:
    return "no sound";
  case SignalKind::microphone:
    return "microphone";
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

  std::string operator()(const EntrySkipped& event) const { return who(event.entry) + " is passed over once."; }
  std::string operator()(const SkipCleared& event) const { return who(event.entry) + " is no longer passed over."; }

  std::string operator()(const FloorGiven& event) const {
    return speaker(event.speech) + " has the floor for " + span(event.limit) + ".";
  }
  std::string operator()(const SpeechPaused& event) const {
    return "The speech of " + speaker(event.speech) +
           (event.cause == PauseCause::suspension       ? " is paused by the suspension."
            : event.cause == PauseCause::point_of_order ? " is interrupted by a point of order."
                                                        : " is paused.");
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

  std::string operator()(const PointOfOrderRaised& event) const {
    return who(event.entry) + " raises a point of order in " + panel(event.panel) +
           (event.note.empty() ? "." : ": " + event.note);
  }
  std::string operator()(const PointOfOrderRecognised& event) const {
    return who(event.entry) + " is recognised on the point of order, for " + span(event.limit) + ".";
  }
  std::string operator()(const PointOfOrderRuled& event) const {
    return "The point of order of " + who(event.entry) + " is " + std::string(name(event.ruling)) + ".";
  }

  std::string operator()(const StatementSubmitted& event) const {
    return "The statement of " + who(event.entry) + " is received in " + event.language + ", version " +
           std::to_string(event.version) + ", " + std::to_string(event.words) + " words.";
  }
  std::string operator()(const StatementReleased& event) const {
    return "The statement of " + who(event.entry) + " is released: " + cause_in_words(event.cause) + ".";
  }
  std::string operator()(const StatementReleasePlanned& event) const {
    return "The release of the statement of " + who(event.entry) +
           (event.releases_at ? " is planned." : " is no longer planned.");
  }
  std::string operator()(const ParagraphReached& event) const {
    return speaker(event.speech) + " has reached paragraph " + std::to_string(event.paragraph) + ".";
  }

  std::string operator()(const SignalRaised& event) const {
    return "A booth signals: " + signal_in_words(event.kind) + ".";
  }
  std::string operator()(const SignalSeen& event) const { return "The signal" + signal(event.signal) + " is seen."; }
  std::string operator()(const SignalEnded& event) const { return "The signal" + signal(event.signal) + " is over."; }

  std::string operator()(const NoticeSent& event) const {
    return "A notice goes to " + addressee(event.to) + ": " + english(event.text, "") + ".";
  }
  std::string operator()(const NoticeWithdrawn& event) const {
    return "Notice " + std::to_string(event.notice.value) + " is withdrawn.";
  }
  std::string operator()(const HelpRequested& event) const {
    return delegation(event.delegation) + " asks the desk for help" + (event.note.empty() ? "." : ": " + event.note);
  }
  std::string operator()(const HelpTaken& event) const {
    return "The request for help of " + asker(event.help) + " is taken.";
  }
  std::string operator()(const HelpClosed& event) const {
    return "The request for help of " + asker(event.help) +
           (event.status == HelpStatus::withdrawn ? " is withdrawn." : " is done.");
  }

  std::string operator()(const GrantRevoked& event) const {
    const Grant* grant = state_.find(event.grant);
    return "The code of " + (grant ? grant->seat.value : event.grant.value) + " is " + cause_in_words(event.cause) +
           ".";
  }
  std::string operator()(const GrantIssued& event) const { return "A new code is issued to " + event.seat.value + "."; }

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
    if (!entry) return "Entry " + std::to_string(id.value);
    if (!entry->delegation) return entry->speaker.name + " (" + entry->body + ")";
    return delegation(*entry->delegation);
  }
  std::string delegation(const DelegationId& id) const {
    const DelegationPlan* found = state_.find(id);
    return found ? english(found->name, id.value) : id.value;
  }
  std::string signal(SignalId id) const {
    const Signal* found = state_.find(id);
    return found ? " “" + signal_in_words(found->kind) + "”" : "";
  }
  std::string asker(HelpId id) const {
    const Help* found = state_.find(id);
    return found ? delegation(found->delegation) : std::to_string(id.value);
  }
  std::string addressee(const NoticeTo& to) const {
    if (const auto* id = std::get_if<DelegationId>(&to)) return delegation(*id);
    if (const auto* audience = std::get_if<Audience>(&to)) return "the audience " + std::string(name(*audience));
    return "all";
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
