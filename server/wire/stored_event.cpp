#include "wire/stored_event.hpp"

#include "wire/stored_programme.hpp"
#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using wire::put;

using Read = Result<council::Event, std::string>;

/// Writes an event into the field of its kind.
class Putting {
 public:
  explicit Putting(v1::Event& into) : into_(into) {}

  void operator()(const council::SessionCreated& event) const {
    put(*into_.mutable_session_created()->mutable_programme(), event.programme);
  }

  void operator()(const council::MeetingOpened& event) const {
    into_.mutable_meeting_opened()->set_meeting(event.meeting.value);
  }
  void operator()(const council::MeetingSuspended& event) const {
    v1::MeetingSuspended& suspended = *into_.mutable_meeting_suspended();
    suspended.set_meeting(event.meeting.value);
    suspended.set_until(or_zero(event.until));
  }
  void operator()(const council::MeetingResumed& event) const {
    into_.mutable_meeting_resumed()->set_meeting(event.meeting.value);
  }
  void operator()(const council::MeetingClosed& event) const {
    into_.mutable_meeting_closed()->set_meeting(event.meeting.value);
  }

  void operator()(const council::PanelOpened& event) const {
    into_.mutable_panel_opened()->set_panel(event.panel.value);
  }
  void operator()(const council::PanelClosed& event) const {
    into_.mutable_panel_closed()->set_panel(event.panel.value);
  }
  void operator()(const council::PanelTitled& event) const {
    v1::PanelTitled& titled = *into_.mutable_panel_titled();
    titled.set_panel(event.panel.value);
    put(*titled.mutable_title(), event.title);
  }
  void operator()(const council::OrderPolicySet& event) const {
    v1::OrderPolicySet& set = *into_.mutable_order_policy_set();
    set.set_panel(event.panel.value);
    set.set_policy(to_wire(event.policy));
    for (const EntryId entry : event.order) set.add_order(entry.value);
  }
  void operator()(const council::LimitSet& event) const {
    v1::LimitSet& set = *into_.mutable_limit_set();
    set.set_panel(event.panel.value);
    set.set_of(to_wire(event.of));
    set.set_limit_ms(event.limit.value);
  }
  void operator()(const council::AtLimitSet& event) const {
    v1::AtLimitSet& set = *into_.mutable_at_limit_set();
    set.set_panel(event.panel.value);
    set.set_at_limit(to_wire(event.at_limit));
    set.set_grace_ms(event.grace.value);
  }

  void operator()(const council::ListOpened& event) const { into_.mutable_list_opened()->set_panel(event.panel.value); }
  void operator()(const council::ListOpeningPlanned& event) const {
    v1::ListOpeningPlanned& planned = *into_.mutable_list_opening_planned();
    planned.set_panel(event.panel.value);
    planned.set_opens_at(event.opens_at.value);
  }
  void operator()(const council::ListClosingAnnounced& event) const {
    v1::ListClosingAnnounced& announced = *into_.mutable_list_closing_announced();
    announced.set_panel(event.panel.value);
    announced.set_closes_at(event.closes_at.value);
  }
  void operator()(const council::ListClosed& event) const { into_.mutable_list_closed()->set_panel(event.panel.value); }

  void operator()(const council::FloorRequested& event) const {
    v1::FloorRequested& requested = *into_.mutable_floor_requested();
    requested.set_entry(event.entry.value);
    requested.set_panel(event.panel.value);
    requested.set_delegation(or_empty(event.delegation));
    requested.set_kind(to_wire(event.kind));
    requested.set_language(event.language);
    put_speaker(requested, event.speaker);
    requested.set_on_behalf_of(event.on_behalf_of);
    requested.set_addressed_to(or_empty(event.addressed_to));
    requested.set_place(event.place);
    requested.set_body(event.body);
  }
  void operator()(const council::EntryWithdrawn& event) const {
    into_.mutable_entry_withdrawn()->set_entry(event.entry.value);
  }
  void operator()(const council::EntryRemoved& event) const {
    into_.mutable_entry_removed()->set_entry(event.entry.value);
  }
  void operator()(const council::EntryRestored& event) const { placed(*into_.mutable_entry_restored(), event); }
  void operator()(const council::EntryMoved& event) const { placed(*into_.mutable_entry_moved(), event); }
  void operator()(const council::NoShowRecorded& event) const {
    v1::NoShowRecorded& recorded = *into_.mutable_no_show_recorded();
    placed(recorded, event);
    recorded.set_times(event.times);
    recorded.set_taken_off(event.taken_off);
  }
  void operator()(const council::NoShowCleared& event) const {
    v1::NoShowCleared& cleared = *into_.mutable_no_show_cleared();
    placed(cleared, event);
    cleared.set_times(event.times);
  }
  void operator()(const council::EntryReturned& event) const { placed(*into_.mutable_entry_returned(), event); }
  void operator()(const council::EntrySkipped& event) const {
    into_.mutable_entry_skipped()->set_entry(event.entry.value);
  }
  void operator()(const council::SkipCleared& event) const {
    into_.mutable_skip_cleared()->set_entry(event.entry.value);
  }

  void operator()(const council::FloorGiven& event) const {
    v1::FloorGiven& given = *into_.mutable_floor_given();
    given.set_speech(event.speech.value);
    given.set_panel(event.panel.value);
    if (const auto* entry = std::get_if<EntryId>(&event.to))
      given.set_entry(entry->value);
    else
      given.set_panellist(std::get<PanellistId>(event.to).value);
    given.set_limit_ms(event.limit.value);
    given.set_limit_of(to_wire(event.limit_of));
  }
  void operator()(const council::SpeechPaused& event) const {
    v1::SpeechPaused& paused = *into_.mutable_speech_paused();
    paused.set_speech(event.speech.value);
    paused.set_cause(to_wire(event.cause));
  }
  void operator()(const council::SpeechResumed& event) const {
    into_.mutable_speech_resumed()->set_speech(event.speech.value);
  }
  void operator()(const council::TimeAdded& event) const {
    v1::TimeAdded& added = *into_.mutable_time_added();
    added.set_speech(event.speech.value);
    added.set_added_ms(event.added.value);
  }
  void operator()(const council::SpeechLimitSet& event) const {
    v1::SpeechLimitSet& set = *into_.mutable_speech_limit_set();
    set.set_speech(event.speech.value);
    set.set_limit_ms(event.limit.value);
  }
  void operator()(const council::SpeechEnded& event) const {
    v1::SpeechEnded& ended = *into_.mutable_speech_ended();
    ended.set_speech(event.speech.value);
    ended.set_cause(to_wire(event.cause));
  }

  void operator()(const council::PointOfOrderRaised& event) const {
    v1::PointOfOrderRaised& raised = *into_.mutable_point_of_order_raised();
    raised.set_entry(event.entry.value);
    raised.set_panel(event.panel.value);
    raised.set_delegation(event.delegation.value);
    raised.set_note(event.note);
    raised.set_language(event.language);
  }
  void operator()(const council::PointOfOrderRecognised& event) const {
    v1::PointOfOrderRecognised& recognised = *into_.mutable_point_of_order_recognised();
    recognised.set_entry(event.entry.value);
    recognised.set_speech(event.speech.value);
    recognised.set_limit_ms(event.limit.value);
  }
  void operator()(const council::PointOfOrderRuled& event) const {
    v1::PointOfOrderRuled& ruled = *into_.mutable_point_of_order_ruled();
    ruled.set_entry(event.entry.value);
    ruled.set_ruling(to_wire(event.ruling));
  }

  void operator()(const council::StatementSubmitted& event) const {
    v1::StatementSubmitted& submitted = *into_.mutable_statement_submitted();
    submitted.set_entry(event.entry.value);
    submitted.set_language(event.language);
    submitted.set_version(event.version);
    submitted.set_format(to_wire(event.format));
    submitted.set_delivery(to_wire(event.delivery));
    submitted.mutable_paragraphs()->Assign(event.paragraphs.begin(), event.paragraphs.end());
    submitted.set_words(event.words);
  }
  void operator()(const council::StatementReleased& event) const {
    v1::StatementReleased& released = *into_.mutable_statement_released();
    released.set_entry(event.entry.value);
    released.set_cause(to_wire(event.cause));
  }
  void operator()(const council::StatementReleasePlanned& event) const {
    v1::StatementReleasePlanned& planned = *into_.mutable_statement_release_planned();
    planned.set_entry(event.entry.value);
    planned.set_releases_at(or_zero(event.releases_at));
  }
  void operator()(const council::ParagraphReached& event) const {
    v1::ParagraphReached& reached = *into_.mutable_paragraph_reached();
    reached.set_speech(event.speech.value);
    reached.set_paragraph(event.paragraph);
  }

  void operator()(const council::SignalRaised& event) const {
    v1::SignalRaised& raised = *into_.mutable_signal_raised();
    raised.set_signal(event.signal.value);
    raised.set_kind(to_wire(event.kind));
    raised.set_language(event.language);
    raised.set_speech(or_zero(event.speech));
  }
  void operator()(const council::SignalSeen& event) const {
    into_.mutable_signal_seen()->set_signal(event.signal.value);
  }
  void operator()(const council::SignalEnded& event) const {
    into_.mutable_signal_ended()->set_signal(event.signal.value);
  }

  void operator()(const council::NoticeSent& event) const {
    v1::NoticeSent& sent = *into_.mutable_notice_sent();
    sent.set_notice(event.notice.value);
    put(*sent.mutable_to(), event.to);
    put(*sent.mutable_text(), event.text);
  }
  void operator()(const council::NoticeWithdrawn& event) const {
    into_.mutable_notice_withdrawn()->set_notice(event.notice.value);
  }
  void operator()(const council::HelpRequested& event) const {
    v1::HelpRequested& requested = *into_.mutable_help_requested();
    requested.set_help(event.help.value);
    requested.set_delegation(event.delegation.value);
    requested.set_note(event.note);
  }
  void operator()(const council::HelpTaken& event) const { into_.mutable_help_taken()->set_help(event.help.value); }
  void operator()(const council::HelpClosed& event) const {
    v1::HelpClosed& closed = *into_.mutable_help_closed();
    closed.set_help(event.help.value);
    closed.set_status(to_wire(event.status));
  }

  void operator()(const council::GrantRevoked& event) const {
    v1::GrantRevoked& revoked = *into_.mutable_grant_revoked();
    revoked.set_grant(event.grant.value);
    revoked.set_cause(to_wire(event.cause));
  }
  void operator()(const council::GrantIssued& event) const {
    v1::GrantIssued& issued = *into_.mutable_grant_issued();
    issued.set_grant(event.grant.value);
    issued.set_seat(event.seat.value);
    issued.set_generation(event.generation);
    issued.set_expires_at(or_zero(event.expires_at));
  }

 private:
  template <class Message, class Event>
  static void placed(Message& into, const Event& event) {
    into.set_entry(event.entry.value);
    into.set_place(event.place);
  }

  v1::Event& into_;
};

// One overload per kind of event, each read from the field of its kind.

Read read(const v1::SessionCreated& event) {
  auto programme = programme_of(event.programme());
  if (!programme) return failure(programme.error());
  return council::SessionCreated{*std::move(programme)};
}

Read read(const v1::MeetingOpened& event) { return council::MeetingOpened{{event.meeting()}}; }
Read read(const v1::MeetingSuspended& event) {
  return council::MeetingSuspended{{event.meeting()}, unless_zero(event.until())};
}
Read read(const v1::MeetingResumed& event) { return council::MeetingResumed{{event.meeting()}}; }
Read read(const v1::MeetingClosed& event) { return council::MeetingClosed{{event.meeting()}}; }

Read read(const v1::PanelOpened& event) { return council::PanelOpened{{event.panel()}}; }
Read read(const v1::PanelClosed& event) { return council::PanelClosed{{event.panel()}}; }
Read read(const v1::PanelTitled& event) { return council::PanelTitled{{event.panel()}, text_of(event.title())}; }
Read read(const v1::OrderPolicySet& event) {
  const auto policy = from_wire<council::OrderPolicy>(event.policy());
  if (!policy) return failure(std::string("has an unknown policy"));
  council::OrderPolicySet set{{event.panel()}, *policy, {}};
  for (const std::uint32_t entry : event.order()) set.order.push_back({entry});
  return set;
}
Read read(const v1::LimitSet& event) {
  const auto of = from_wire<council::LimitOf>(event.of());
  if (!of) return failure(std::string("is of a limit of an unknown sort"));
  return council::LimitSet{{event.panel()}, *of, {event.limit_ms()}};
}
Read read(const v1::AtLimitSet& event) {
  const auto at_limit = from_wire<council::AtLimit>(event.at_limit());
  if (!at_limit) return failure(std::string("has an unknown at_limit"));
  return council::AtLimitSet{{event.panel()}, *at_limit, {event.grace_ms()}};
}

Read read(const v1::ListOpened& event) { return council::ListOpened{{event.panel()}}; }
Read read(const v1::ListOpeningPlanned& event) {
  return council::ListOpeningPlanned{{event.panel()}, {event.opens_at()}};
}
Read read(const v1::ListClosingAnnounced& event) {
  return council::ListClosingAnnounced{{event.panel()}, {event.closes_at()}};
}
Read read(const v1::ListClosed& event) { return council::ListClosed{{event.panel()}}; }

Read read(const v1::FloorRequested& event) {
  const auto kind = from_wire<council::Kind>(event.kind());
  if (!kind) return failure(std::string("is of an unknown kind of intervention"));
  return council::FloorRequested{.entry = {event.entry()},
                                 .panel = {event.panel()},
                                 .delegation = unless_empty<DelegationId>(event.delegation()),
                                 .kind = *kind,
                                 .language = event.language(),
                                 .speaker = speaker_of(event.speaker()),
                                 .on_behalf_of = event.on_behalf_of(),
                                 .addressed_to = unless_empty<PanellistId>(event.addressed_to()),
                                 .place = event.place(),
                                 .body = event.body()};
}
Read read(const v1::EntryWithdrawn& event) { return council::EntryWithdrawn{{event.entry()}}; }
Read read(const v1::EntryRemoved& event) { return council::EntryRemoved{{event.entry()}}; }
Read read(const v1::EntryRestored& event) { return council::EntryRestored{{event.entry()}, event.place()}; }
Read read(const v1::EntryMoved& event) { return council::EntryMoved{{event.entry()}, event.place()}; }
Read read(const v1::NoShowRecorded& event) {
  return council::NoShowRecorded{{event.entry()}, event.times(), event.taken_off(), event.place()};
}
Read read(const v1::NoShowCleared& event) {
  return council::NoShowCleared{{event.entry()}, event.times(), event.place()};
}
Read read(const v1::EntryReturned& event) { return council::EntryReturned{{event.entry()}, event.place()}; }
Read read(const v1::EntrySkipped& event) { return council::EntrySkipped{{event.entry()}}; }
Read read(const v1::SkipCleared& event) { return council::SkipCleared{{event.entry()}}; }

Read read(const v1::FloorGiven& event) {
  const auto limit_of = from_wire<council::LimitOf>(event.limit_of());
  if (!limit_of) return failure(std::string("has a limit of an unknown sort"));
  council::FloorGiven given{
      .speech = {event.speech()}, .panel = {event.panel()}, .limit = {event.limit_ms()}, .limit_of = *limit_of};
  switch (event.to_case()) {
  case v1::FloorGiven::kEntry:
    given.to = EntryId{event.entry()};
    return given;
  case v1::FloorGiven::kPanellist:
    given.to = PanellistId{event.panellist()};
    return given;
  case v1::FloorGiven::TO_NOT_SET:
    break;
  }
  return failure(std::string("gives the floor to nobody"));
}
Read read(const v1::SpeechPaused& event) {
  const auto cause = from_wire<council::PauseCause>(event.cause());
  if (!cause) return failure(std::string("has an unknown cause"));
  return council::SpeechPaused{{event.speech()}, *cause};
}
Read read(const v1::SpeechResumed& event) { return council::SpeechResumed{{event.speech()}}; }
Read read(const v1::TimeAdded& event) { return council::TimeAdded{{event.speech()}, {event.added_ms()}}; }
Read read(const v1::SpeechLimitSet& event) { return council::SpeechLimitSet{{event.speech()}, {event.limit_ms()}}; }
Read read(const v1::SpeechEnded& event) {
  const auto cause = from_wire<council::EndCause>(event.cause());
  if (!cause) return failure(std::string("has an unknown cause"));
  return council::SpeechEnded{{event.speech()}, *cause};
}

Read read(const v1::PointOfOrderRaised& event) {
  return council::PointOfOrderRaised{.entry = {event.entry()},
                                     .panel = {event.panel()},
                                     .delegation = {event.delegation()},
                                     .note = event.note(),
                                     .language = event.language()};
}
Read read(const v1::PointOfOrderRecognised& event) {
  return council::PointOfOrderRecognised{{event.entry()}, {event.speech()}, {event.limit_ms()}};
}
Read read(const v1::PointOfOrderRuled& event) {
  const auto ruling = from_wire<council::Ruling>(event.ruling());
  if (!ruling) return failure(std::string("has an unknown ruling"));
  return council::PointOfOrderRuled{{event.entry()}, *ruling};
}

Read read(const v1::StatementSubmitted& event) {
  const auto format = from_wire<council::TextFormat>(event.format());
  if (!format) return failure(std::string("has an unknown format"));
  const auto delivery = from_wire<council::Delivery>(event.delivery());
  if (!delivery) return failure(std::string("has an unknown delivery"));
  return council::StatementSubmitted{.entry = {event.entry()},
                                     .language = event.language(),
                                     .version = event.version(),
                                     .format = *format,
                                     .delivery = *delivery,
                                     .paragraphs = {event.paragraphs().begin(), event.paragraphs().end()},
                                     .words = event.words()};
}
Read read(const v1::StatementReleased& event) {
  const auto cause = from_wire<council::ReleaseCause>(event.cause());
  if (!cause) return failure(std::string("has an unknown cause"));
  return council::StatementReleased{{event.entry()}, *cause};
}
Read read(const v1::StatementReleasePlanned& event) {
  return council::StatementReleasePlanned{{event.entry()}, unless_zero(event.releases_at())};
}
Read read(const v1::ParagraphReached& event) { return council::ParagraphReached{{event.speech()}, event.paragraph()}; }

Read read(const v1::SignalRaised& event) {
  const auto kind = from_wire<council::SignalKind>(event.kind());
  if (!kind) return failure(std::string("is of an unknown kind of signal"));
  council::SignalRaised raised{.signal = {event.signal()}, .kind = *kind, .language = event.language(), .speech = {}};
  if (event.speech() != 0) raised.speech = SpeechId{event.speech()};
  return raised;
}
Read read(const v1::SignalSeen& event) { return council::SignalSeen{{event.signal()}}; }
Read read(const v1::SignalEnded& event) { return council::SignalEnded{{event.signal()}}; }

Read read(const v1::NoticeSent& event) {
  auto to = notice_to_of(event.to());
  if (!to) return failure(std::string("is for nobody that this version knows"));
  return council::NoticeSent{{event.notice()}, *std::move(to), text_of(event.text())};
}
Read read(const v1::NoticeWithdrawn& event) { return council::NoticeWithdrawn{{event.notice()}}; }
Read read(const v1::HelpRequested& event) {
  return council::HelpRequested{{event.help()}, {event.delegation()}, event.note()};
}
Read read(const v1::HelpTaken& event) { return council::HelpTaken{{event.help()}}; }
Read read(const v1::HelpClosed& event) {
  const auto status = from_wire<council::HelpStatus>(event.status());
  if (!status) return failure(std::string("has an unknown status"));
  return council::HelpClosed{{event.help()}, *status};
}

Read read(const v1::GrantRevoked& event) {
  const auto cause = from_wire<council::RevokeCause>(event.cause());
  if (!cause) return failure(std::string("has an unknown cause"));
  return council::GrantRevoked{{event.grant()}, *cause};
}
Read read(const v1::GrantIssued& event) {
  return council::GrantIssued{{event.grant()}, {event.seat()}, event.generation(), unless_zero(event.expires_at())};
}

}  // namespace

void put(v1::Event& into, const council::Event& event) { std::visit(Putting(into), event); }

Result<council::Event, std::string> event_of(const v1::Event& event) {
  switch (event.event_case()) {
  case v1::Event::kSessionCreated:
    return read(event.session_created());
  case v1::Event::kMeetingOpened:
    return read(event.meeting_opened());
  case v1::Event::kMeetingSuspended:
    return read(event.meeting_suspended());
  case v1::Event::kMeetingResumed:
    return read(event.meeting_resumed());
  case v1::Event::kMeetingClosed:
    return read(event.meeting_closed());
  case v1::Event::kPanelOpened:
    return read(event.panel_opened());
  case v1::Event::kPanelClosed:
    return read(event.panel_closed());
  case v1::Event::kPanelTitled:
    return read(event.panel_titled());
  case v1::Event::kOrderPolicySet:
    return read(event.order_policy_set());
  case v1::Event::kLimitSet:
    return read(event.limit_set());
  case v1::Event::kAtLimitSet:
    return read(event.at_limit_set());
  case v1::Event::kListOpened:
    return read(event.list_opened());
  case v1::Event::kListOpeningPlanned:
    return read(event.list_opening_planned());
  case v1::Event::kListClosingAnnounced:
    return read(event.list_closing_announced());
  case v1::Event::kListClosed:
    return read(event.list_closed());
  case v1::Event::kFloorRequested:
    return read(event.floor_requested());
  case v1::Event::kEntryWithdrawn:
    return read(event.entry_withdrawn());
  case v1::Event::kEntryRemoved:
    return read(event.entry_removed());
  case v1::Event::kEntryRestored:
    return read(event.entry_restored());
  case v1::Event::kEntryMoved:
    return read(event.entry_moved());
  case v1::Event::kNoShowRecorded:
    return read(event.no_show_recorded());
  case v1::Event::kNoShowCleared:
    return read(event.no_show_cleared());
  case v1::Event::kEntryReturned:
    return read(event.entry_returned());
  case v1::Event::kEntrySkipped:
    return read(event.entry_skipped());
  case v1::Event::kSkipCleared:
    return read(event.skip_cleared());
  case v1::Event::kFloorGiven:
    return read(event.floor_given());
  case v1::Event::kSpeechPaused:
    return read(event.speech_paused());
  case v1::Event::kSpeechResumed:
    return read(event.speech_resumed());
  case v1::Event::kTimeAdded:
    return read(event.time_added());
  case v1::Event::kSpeechLimitSet:
    return read(event.speech_limit_set());
  case v1::Event::kSpeechEnded:
    return read(event.speech_ended());
  case v1::Event::kPointOfOrderRaised:
    return read(event.point_of_order_raised());
  case v1::Event::kPointOfOrderRecognised:
    return read(event.point_of_order_recognised());
  case v1::Event::kPointOfOrderRuled:
    return read(event.point_of_order_ruled());
  case v1::Event::kStatementSubmitted:
    return read(event.statement_submitted());
  case v1::Event::kStatementReleased:
    return read(event.statement_released());
  case v1::Event::kStatementReleasePlanned:
    return read(event.statement_release_planned());
  case v1::Event::kParagraphReached:
    return read(event.paragraph_reached());
  case v1::Event::kSignalRaised:
    return read(event.signal_raised());
  case v1::Event::kSignalSeen:
    return read(event.signal_seen());
  case v1::Event::kSignalEnded:
    return read(event.signal_ended());
  case v1::Event::kNoticeSent:
    return read(event.notice_sent());
  case v1::Event::kNoticeWithdrawn:
    return read(event.notice_withdrawn());
  case v1::Event::kHelpRequested:
    return read(event.help_requested());
  case v1::Event::kHelpTaken:
    return read(event.help_taken());
  case v1::Event::kHelpClosed:
    return read(event.help_closed());
  case v1::Event::kGrantRevoked:
    return read(event.grant_revoked());
  case v1::Event::kGrantIssued:
    return read(event.grant_issued());
  case v1::Event::EVENT_NOT_SET:
    break;
  }
  return failure(std::string("is of no kind that this version knows"));
}

}  // namespace rostrum::wire
