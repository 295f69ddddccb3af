// The log for screens: each event as a code with details (L14).
#include "council/told.hpp"

namespace rostrum::council {

namespace {

using Details = std::vector<std::pair<std::string, std::string>>;

std::string text(std::uint32_t number) { return std::to_string(number); }
std::string text(Millis span) { return std::to_string(span.value); }
std::string text(Instant at) { return std::to_string(at.value); }
std::string place(std::uint32_t from_zero) { return std::to_string(from_zero + 1); }

std::string english(const Text& words) {
  if (const auto found = words.find("en"); found != words.end()) return found->second;
  return words.empty() ? "" : words.begin()->second;
}

std::string_view word(PauseCause cause) {
  switch (cause) {
  case PauseCause::chair:
    return "chair";
  case PauseCause::suspension:
    return "suspension";
  case PauseCause::point_of_order:
    return "point_of_order";
  }
  return {};
}
std::string_view word(EndCause cause) {
  switch (cause) {
  case EndCause::chair:
    return "chair";
  case EndCause::next:
    return "next";
  case EndCause::speaker:
    return "speaker";
  case EndCause::cut:
    return "cut";
  case EndCause::returned:
    return "returned";
  case EndCause::ruled:
    return "ruled";
  }
  return {};
}
std::string_view word(ReleaseCause cause) {
  switch (cause) {
  case ReleaseCause::speech:
    return "speech";
  case ReleaseCause::paragraph:
    return "paragraph";
  case ReleaseCause::instant:
    return "instant";
  case ReleaseCause::released:
    return "released";
  }
  return {};
}
std::string_view word(RevokeCause cause) {
  switch (cause) {
  case RevokeCause::revoked:
    return "revoked";
  case RevokeCause::replaced:
    return "replaced";
  case RevokeCause::expired:
    return "expired";
  }
  return {};
}

class Telling {
 public:
  explicit Telling(const State& state) : state_(state) {}

  Told operator()(const SessionCreated& event) const {
    return {"session_created", {{"title", english(event.programme.session.title)}}, {}};
  }

  Told operator()(const MeetingOpened& event) const { return of(event.meeting, "meeting_opened"); }
  Told operator()(const MeetingSuspended& event) const {
    Told told = of(event.meeting, "meeting_suspended");
    if (event.until) told.details.emplace_back("until", text(*event.until));
    return told;
  }
  Told operator()(const MeetingResumed& event) const { return of(event.meeting, "meeting_resumed"); }
  Told operator()(const MeetingClosed& event) const { return of(event.meeting, "meeting_closed"); }

  Told operator()(const PanelOpened& event) const { return of(event.panel, "panel_opened"); }
  Told operator()(const PanelClosed& event) const { return of(event.panel, "panel_closed"); }
  Told operator()(const PanelTitled& event) const {
    return of(event.panel, "panel_titled", {{"title", english(event.title)}});
  }
  Told operator()(const OrderPolicySet& event) const {
    return of(event.panel, "order_policy_set", {{"policy", std::string(name(event.policy))}});
  }
  Told operator()(const LimitSet& event) const {
    return of(event.panel, "limit_set", {{"of", std::string(name(event.of))}, {"limit_ms", text(event.limit)}});
  }
  Told operator()(const AtLimitSet& event) const {
    return of(event.panel, "at_limit_set",
              {{"at_limit", std::string(name(event.at_limit))}, {"grace_ms", text(event.grace)}});
  }

  Told operator()(const ListOpened& event) const { return of(event.panel, "list_opened"); }
  Told operator()(const ListOpeningPlanned& event) const {
    return of(event.panel, "list_opening_planned", {{"at", text(event.opens_at)}});
  }
  Told operator()(const ListClosingAnnounced& event) const {
    return of(event.panel, "list_closing_announced", {{"at", text(event.closes_at)}});
  }
  Told operator()(const ListClosed& event) const { return of(event.panel, "list_closed"); }

  Told operator()(const FloorRequested& event) const {
    return of(event.entry, "floor_requested", {{"kind", std::string(name(event.kind))}, {"place", place(event.place)}});
  }
  Told operator()(const EntryWithdrawn& event) const { return of(event.entry, "entry_withdrawn"); }
  Told operator()(const EntryRemoved& event) const { return of(event.entry, "entry_removed"); }
  Told operator()(const EntryRestored& event) const {
    return of(event.entry, "entry_restored", {{"place", place(event.place)}});
  }
  Told operator()(const EntryMoved& event) const {
    return of(event.entry, "entry_moved", {{"place", place(event.place)}});
  }
  Told operator()(const NoShowRecorded& event) const {
    return of(event.entry, event.taken_off ? "no_show_taken_off" : "no_show_recorded",
              {{"times", text(event.times)}, {"place", place(event.place)}});
  }
  Told operator()(const NoShowCleared& event) const {
    return of(event.entry, "no_show_cleared", {{"place", place(event.place)}});
  }
  Told operator()(const EntryReturned& event) const {
    return of(event.entry, "entry_returned", {{"place", place(event.place)}});
  }
  Told operator()(const EntrySkipped& event) const { return of(event.entry, "entry_skipped"); }
  Told operator()(const SkipCleared& event) const { return of(event.entry, "skip_cleared"); }

  Told operator()(const FloorGiven& event) const {
    return of(event.speech, "floor_given", {{"limit_ms", text(event.limit)}});
  }
  Told operator()(const SpeechPaused& event) const {
    return of(event.speech, "speech_paused", {{"cause", std::string(word(event.cause))}});
  }
  Told operator()(const SpeechResumed& event) const { return of(event.speech, "speech_resumed"); }
  Told operator()(const TimeAdded& event) const {
    return of(event.speech, "time_added", {{"added_ms", text(event.added)}});
  }
  Told operator()(const SpeechLimitSet& event) const {
    return of(event.speech, "speech_limit_set", {{"limit_ms", text(event.limit)}});
  }
  Told operator()(const SpeechEnded& event) const {
    return of(event.speech, "speech_ended", {{"cause", std::string(word(event.cause))}});
  }

  Told operator()(const PointOfOrderRaised& event) const {
    return of(event.entry, "point_of_order_raised", {{"text", event.note}});
  }
  Told operator()(const PointOfOrderRecognised& event) const {
    return of(event.entry, "point_of_order_recognised", {{"limit_ms", text(event.limit)}});
  }
  Told operator()(const PointOfOrderRuled& event) const {
    return of(event.entry, "point_of_order_ruled", {{"ruling", std::string(name(event.ruling))}});
  }

  Told operator()(const StatementSubmitted& event) const {
    return of(event.entry, "statement_submitted",
              {{"language", event.language}, {"version", text(event.version)}, {"words", text(event.words)}});
  }
  Told operator()(const StatementReleased& event) const {
    return of(event.entry, "statement_released", {{"cause", std::string(word(event.cause))}});
  }
  Told operator()(const StatementReleasePlanned& event) const {
    if (!event.releases_at) return of(event.entry, "statement_release_called_off");
    return of(event.entry, "statement_release_planned", {{"at", text(*event.releases_at)}});
  }
  Told operator()(const ParagraphReached& event) const {
    return of(event.speech, "paragraph_reached", {{"paragraph", text(event.paragraph)}});
  }

  Told operator()(const SignalRaised& event) const { return of(event.signal, "signal_raised"); }
  Told operator()(const SignalSeen& event) const { return of(event.signal, "signal_seen"); }
  Told operator()(const SignalEnded& event) const { return of(event.signal, "signal_ended"); }

  Told operator()(const NoticeSent& event) const {
    Told told{"notice_sent", {{"text", english(event.text)}}, {}};
    if (const auto* id = std::get_if<DelegationId>(&event.to))
      told.details.emplace_back("who", id->value);
    else if (const auto* audience = std::get_if<Audience>(&event.to))
      told.details.emplace_back("to", std::string(name(*audience)));
    else
      told.details.emplace_back("to", "all");
    return told;
  }
  Told operator()(const NoticeWithdrawn& event) const {
    const Notice* notice = state_.find(event.notice);
    return {"notice_withdrawn", {{"text", notice ? english(notice->text) : ""}}, {}};
  }
  Told operator()(const HelpRequested& event) const {
    return {"help_requested", {{"who", event.delegation.value}, {"text", event.note}}, {}};
  }
  Told operator()(const HelpTaken& event) const { return of(event.help, "help_taken"); }
  Told operator()(const HelpClosed& event) const {
    return of(event.help, event.status == HelpStatus::withdrawn ? "help_withdrawn" : "help_done");
  }

  Told operator()(const GrantRevoked& event) const {
    const Grant* grant = state_.find(event.grant);
    return {"grant_revoked",
            {{"seat", grant ? grant->seat.value : event.grant.value}, {"cause", std::string(word(event.cause))}},
            {}};
  }
  Told operator()(const GrantIssued& event) const { return {"grant_issued", {{"seat", event.seat.value}}, {}}; }

 private:
  static Told of(const MeetingId& meeting, std::string event) {
    return {std::move(event), {{"meeting", meeting.value}}, {}};
  }
  static Told of(const PanelId& panel, std::string event, Details details = {}) {
    details.emplace_back("panel", panel.value);
    return {std::move(event), std::move(details), panel};
  }
  Told of(EntryId id, std::string event, Details details = {}) const {
    details.emplace_back("entry", text(id.value));
    const Entry* entry = state_.find(id);
    if (!entry) return {std::move(event), std::move(details), {}};
    details.emplace_back("who", who(*entry));
    return of(entry->panel, std::move(event), std::move(details));
  }
  Told of(SpeechId id, std::string event, Details details = {}) const {
    const Speech* speech = state_.find(id);
    if (!speech) return {std::move(event), std::move(details), {}};
    if (const auto* entry = std::get_if<EntryId>(&speech->of)) return of(*entry, std::move(event), std::move(details));
    const auto& panellist = std::get<PanellistId>(speech->of);
    const PanellistPlan* plan = state_.find(state_.panels.at(speech->panel), panellist);
    details.emplace_back("who", plan ? english(plan->name) : panellist.value);
    return of(speech->panel, std::move(event), std::move(details));
  }
  Told of(SignalId id, std::string event) const {
    const Signal* signal = state_.find(id);
    if (!signal) return {std::move(event), {}, {}};
    Told told{
        std::move(event),
        {{"signal", std::string(name(signal->kind))}, {"language", signal->language}, {"seat", signal->seat.value}},
        {}};
    if (signal->speech) told.panel = state_.speeches.at(*signal->speech).panel;
    return told;
  }
  Told of(HelpId id, std::string event) const {
    const Help* help = state_.find(id);
    return {std::move(event), {{"who", help ? help->delegation.value : ""}}, {}};
  }

  static std::string who(const Entry& entry) {
    if (entry.delegation) return entry.delegation->value;
    return entry.speaker.name + " (" + entry.body + ")";
  }

  const State& state_;
};

}  // namespace

Told told(const State& state, const Event& event) { return std::visit(Telling(state), event); }

}  // namespace rostrum::council
