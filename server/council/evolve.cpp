#include "council/evolve.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

class Evolving {
 public:
  Evolving(State& state, const Stamp& stamp) : state_(state), stamp_(stamp) {}

  void operator()(const SessionCreated& event) const {
    ROSTRUM_ASSERT(!state_.created());
    const Programme& programme = event.programme;
    state_.session = programme.session;
    state_.programme_digest = programme.source_digest;
    for (const MeetingPlan& plan : programme.meetings) {
      state_.meetings.emplace(plan.id, Meeting{.plan = plan});
      state_.meeting_order.push_back(plan.id);
    }
    for (const PanelPlan& plan : programme.panels) {
      state_.panels.emplace(plan.id,
                            Panel{.plan = plan, .list_opens_at = plan.list_opens_at, .opening_planned_by = stamp_.act});
      state_.panel_order.push_back(plan.id);
    }
    for (const DelegationPlan& plan : programme.delegations) {
      state_.delegations.emplace(plan.id, plan);
      state_.delegation_order.push_back(plan.id);
    }
    for (const SeatPlan& seat : programme.seats) {
      state_.seats.emplace(seat.id, seat);
      grant({.grant = grant_id(seat.id, 1),
             .seat = seat.id,
             .generation = 1,
             .expires_at = expiry(state_.session, seat.role, stamp_.at)});
    }
  }

  void operator()(const MeetingOpened& event) const {
    Meeting& meeting = state_.meetings.at(event.meeting);
    meeting.status = MeetingStatus::open;
    if (!meeting.opened_at) meeting.opened_at = stamp_.at;
    meeting.closed_at.reset();
  }
  void operator()(const MeetingSuspended& event) const {
    Meeting& meeting = state_.meetings.at(event.meeting);
    meeting.status = MeetingStatus::suspended;
    meeting.suspended_at = stamp_.at;
    meeting.suspended_until = event.until;
  }
  void operator()(const MeetingResumed& event) const {
    unsuspend(state_.meetings.at(event.meeting), MeetingStatus::open);
  }
  void operator()(const MeetingClosed& event) const {
    Meeting& meeting = state_.meetings.at(event.meeting);
    unsuspend(meeting, MeetingStatus::closed);
    meeting.closed_at = stamp_.at;
  }

  void operator()(const PanelOpened& event) const {
    Panel& panel = state_.panels.at(event.panel);
    panel.status = PanelStatus::open;
    panel.opened_at = stamp_.at;
  }
  void operator()(const PanelClosed& event) const { state_.panels.at(event.panel).status = PanelStatus::closed; }
  void operator()(const PanelTitled& event) const {
    PanelPlan& plan = state_.panels.at(event.panel).plan;
    plan.title = event.title;
    plan.draft = false;
  }
  void operator()(const OrderPolicySet& event) const {
    Panel& panel = state_.panels.at(event.panel);
    panel.plan.order_policy = event.policy;
    panel.order = event.order;
    for (const EntryId id : panel.order) state_.entries.at(id).moved = false;
  }
  void operator()(const LimitSet& event) const { state_.panels.at(event.panel).plan.limits[event.of] = event.limit; }
  void operator()(const AtLimitSet& event) const {
    PanelPlan& plan = state_.panels.at(event.panel).plan;
    plan.at_limit = event.at_limit;
    plan.grace = event.grace;
  }

  void operator()(const ListOpened& event) const { set_list(event.panel, ListStatus::open); }
  void operator()(const ListClosed& event) const { set_list(event.panel, ListStatus::closed); }
  void operator()(const ListOpeningPlanned& event) const {
    Panel& panel = state_.panels.at(event.panel);
    panel.list_opens_at = event.opens_at;
    panel.opening_planned_by = stamp_.act;
  }
  void operator()(const ListClosingAnnounced& event) const {
    Panel& panel = set_list(event.panel, ListStatus::closing);
    panel.list_closes_at = event.closes_at;
    panel.closing_announced_by = stamp_.act;
  }

  void operator()(const FloorRequested& event) const {
    ROSTRUM_ASSERT(event.entry.value == state_.last_entry + 1);
    state_.last_entry = event.entry.value;
    Entry entry{
        .id = event.entry,
        .panel = event.panel,
        .delegation = event.delegation,
        .kind = event.kind,
        .language = event.language,
        .speaker = event.speaker,
        .on_behalf_of = event.on_behalf_of,
        .addressed_to = event.addressed_to,
        .body = event.body,
        .requested_at = stamp_.at,
        .requested_by = stamp_.actor,
    };
    forget_standing(entry);
    state_.entries.emplace(event.entry, std::move(entry));
    put(event.entry, event.place);
  }
  void operator()(const EntryWithdrawn& event) const { take_off(event.entry, EntryStatus::withdrawn); }
  void operator()(const EntryRemoved& event) const {
    stand(leave(event.entry, EntryStatus::removed), Outcome::removed);
  }
  void operator()(const EntryRestored& event) const {
    Entry& entry = state_.entries.at(event.entry);
    put(event.entry, event.place);
    stand(entry, Outcome::restored);
  }
  void operator()(const EntryMoved& event) const {
    Entry& entry = take_off(event.entry, EntryStatus::waiting);
    put(event.entry, event.place);
    entry.moved = true;
  }
  void operator()(const NoShowRecorded& event) const {
    Entry& entry = leave(event.entry, event.taken_off ? EntryStatus::no_show : EntryStatus::waiting);
    entry.no_shows = event.times;
    if (!event.taken_off) put(event.entry, event.place);
    stand(entry, event.taken_off ? Outcome::no_show_off : Outcome::no_show);
  }
  void operator()(const NoShowCleared& event) const {
    Entry& entry = state_.entries.at(event.entry);
    if (entry.status == EntryStatus::waiting) take_off(event.entry, EntryStatus::waiting);
    entry.no_shows = event.times;
    put(event.entry, event.place);
    stand(entry, Outcome::restored);
  }
  void operator()(const EntryReturned& event) const {
    Entry& entry = state_.entries.at(event.entry);
    put(event.entry, event.place);
    entry.moved = true;
    stand(entry, Outcome::returned);
  }
  void operator()(const EntrySkipped& event) const { state_.entries.at(event.entry).skipped = true; }
  void operator()(const SkipCleared& event) const { state_.entries.at(event.entry).skipped = false; }

  void operator()(const FloorGiven& event) const {
    ROSTRUM_ASSERT(event.speech.value == state_.last_speech + 1);
    state_.last_speech = event.speech.value;
    Panel& panel = state_.panels.at(event.panel);
    ROSTRUM_ASSERT(!panel.speech);
    panel.speech = event.speech;
    if (const auto* id = std::get_if<EntryId>(&event.to)) forget_standing(take_off(*id, EntryStatus::has_floor));
    state_.speeches.emplace(event.speech, Speech{.id = event.speech,
                                                 .panel = event.panel,
                                                 .of = event.to,
                                                 .limit = event.limit,
                                                 .limit_of = event.limit_of,
                                                 .started_at = stamp_.at});
  }
  void operator()(const SpeechPaused& event) const {
    Speech& speech = under_way(event.speech);
    ROSTRUM_ASSERT(!is_paused(speech));
    speech.pauses.push_back({.from = stamp_.at, .cause = event.cause});
  }
  void operator()(const SpeechResumed& event) const {
    Speech& speech = under_way(event.speech);
    ROSTRUM_ASSERT(is_paused(speech));
    speech.pauses.back().until = stamp_.at;
  }
  void operator()(const TimeAdded& event) const { under_way(event.speech).limit += event.added; }
  void operator()(const SpeechLimitSet& event) const { under_way(event.speech).limit = event.limit; }
  void operator()(const SpeechEnded& event) const {
    Speech& speech = under_way(event.speech);
    if (is_paused(speech)) speech.pauses.back().until = stamp_.at;
    speech.ended_at = stamp_.at;
    speech.end_cause = event.cause;
    const Millis used = elapsed(speech, stamp_.at);
    Panel& panel = state_.panels.at(speech.panel);
    ROSTRUM_ASSERT(panel.speech == event.speech);
    panel.speech.reset();
    const auto* id = std::get_if<EntryId>(&speech.of);
    if (id) state_.entries.at(*id).status = EntryStatus::spoken;
    if (id && state_.entries.at(*id).kind == Kind::point_of_order) return;  // not of the list's time
    panel.speech_before_last = std::exchange(panel.last_speech, event.speech);
    panel.spoken += used;
    ++panel.speeches;
    if (id) {
      Entry& entry = state_.entries.at(*id);
      if (event.cause == EndCause::cut) stand(entry, Outcome::cut);
    } else {
      auto& [speeches, spoken] = panel.panellists[std::get<PanellistId>(speech.of)];
      ++speeches;
      spoken += used;
    }
  }

  void operator()(const PointOfOrderRaised& event) const {
    ROSTRUM_ASSERT(event.entry.value == state_.last_entry + 1);
    state_.last_entry = event.entry.value;
    Entry entry{.id = event.entry,
                .panel = event.panel,
                .delegation = event.delegation,
                .kind = Kind::point_of_order,
                .language = event.language,
                .note = event.note,
                .requested_at = stamp_.at,
                .requested_by = stamp_.actor};
    forget_standing(entry);
    state_.entries.emplace(event.entry, std::move(entry));
    put(event.entry, static_cast<std::uint32_t>(state_.panels.at(event.panel).points.size()));
  }
  void operator()(const PointOfOrderRecognised& event) const {
    ROSTRUM_ASSERT(event.speech.value == state_.last_speech + 1);
    state_.last_speech = event.speech.value;
    Entry& entry = take_off(event.entry, EntryStatus::has_floor);
    forget_standing(entry);
    entry.recognised_at = stamp_.at;
    Panel& panel = state_.panels.at(entry.panel);
    ROSTRUM_ASSERT(!panel.point && !panel.interrupted);
    panel.point = event.entry;
    panel.interrupted = panel.speech;
    panel.speech = event.speech;
    state_.speeches.emplace(event.speech, Speech{.id = event.speech,
                                                 .panel = entry.panel,
                                                 .of = event.entry,
                                                 .limit = event.limit,
                                                 .limit_of = LimitOf::point_of_order,
                                                 .started_at = stamp_.at});
  }
  void operator()(const PointOfOrderRuled& event) const {
    const Entry& entry = state_.entries.at(event.entry);
    Panel& panel = state_.panels.at(entry.panel);
    ROSTRUM_ASSERT(panel.point == event.entry && !panel.speech);
    panel.point.reset();
    panel.speech = std::exchange(panel.interrupted, std::nullopt);
    stand(entry, outcome_of(event.ruling));
  }

  void operator()(const StatementSubmitted& event) const {
    Statement& statement = state_.statements[event.entry];
    statement.entry = event.entry;
    statement.delivery = event.delivery;
    if (!statement.texts.contains(event.language)) statement.languages.push_back(event.language);
    statement.texts.insert_or_assign(event.language, StatementVersion{.version = event.version,
                                                                      .format = event.format,
                                                                      .paragraphs = event.paragraphs,
                                                                      .words = event.words,
                                                                      .submitted_at = stamp_.at,
                                                                      .submitted_by = stamp_.actor});
  }
  void operator()(const StatementReleased& event) const {
    plan_release(event.entry, std::nullopt);
    state_.statements.at(event.entry).released_at = stamp_.at;
  }
  void operator()(const StatementReleasePlanned& event) const { plan_release(event.entry, event.releases_at); }
  void operator()(const ParagraphReached& event) const { under_way(event.speech).paragraph = event.paragraph; }

  void operator()(const SignalRaised& event) const {
    ROSTRUM_ASSERT(event.signal.value == state_.last_signal + 1);
    state_.last_signal = event.signal.value;
    forget_over(state_.signals, [this](const Signal& signal) { return is_over(state_, signal); });
    state_.signals.emplace(event.signal, Signal{.id = event.signal,
                                                .kind = event.kind,
                                                .seat = stamp_.actor,
                                                .language = event.language,
                                                .speech = event.speech,
                                                .raised_at = stamp_.at});
  }
  void operator()(const SignalSeen& event) const { state_.signals.at(event.signal).seen_at = stamp_.at; }
  void operator()(const SignalEnded& event) const { state_.signals.at(event.signal).ended_at = stamp_.at; }

  void operator()(const NoticeSent& event) const {
    ROSTRUM_ASSERT(event.notice.value == state_.last_notice + 1);
    state_.last_notice = event.notice.value;
    forget_over(state_.notices, [](const Notice& notice) { return notice.withdrawn; });
    state_.notices.emplace(event.notice,
                           Notice{.id = event.notice, .to = event.to, .text = event.text, .sent_at = stamp_.at});
  }
  void operator()(const NoticeWithdrawn& event) const { state_.notices.at(event.notice).withdrawn = true; }
  void operator()(const HelpRequested& event) const {
    ROSTRUM_ASSERT(event.help.value == state_.last_help + 1);
    state_.last_help = event.help.value;
    forget_over(state_.helps, [](const Help& help) { return is_over(help); });
    state_.helps.emplace(
        event.help,
        Help{.id = event.help, .delegation = event.delegation, .note = event.note, .requested_at = stamp_.at});
  }
  void operator()(const HelpTaken& event) const {
    Help& help = state_.helps.at(event.help);
    help.status = HelpStatus::taken;
    help.taken_by = stamp_.actor;
  }
  void operator()(const HelpClosed& event) const { state_.helps.at(event.help).status = event.status; }

  void operator()(const GrantRevoked& event) const {
    Grant& grant = state_.grants.at(event.grant);
    grant.revoked = true;
    if (grant.expires_at) state_.expiries.erase({*grant.expires_at, grant.id});
  }
  void operator()(const GrantIssued& event) const { grant(event); }

 private:
  static Outcome outcome_of(Ruling ruling) {
    switch (ruling) {
    case Ruling::upheld:
      return Outcome::upheld;
    case Ruling::overruled:
      return Outcome::overruled;
    case Ruling::noted:
      return Outcome::noted;
    }
    ROSTRUM_ASSERT(false);
  }

  void grant(const GrantIssued& issued) const {
    const SeatPlan& seat = state_.seats.at(issued.seat);
    state_.grants.emplace(issued.grant, Grant{.id = issued.grant,
                                              .seat = issued.seat,
                                              .role = seat.role,
                                              .delegation = seat.delegation,
                                              .generation = issued.generation,
                                              .expires_at = issued.expires_at});
    state_.seat_grants.insert_or_assign(issued.seat, issued.grant);
    if (issued.expires_at) state_.expiries.emplace(*issued.expires_at, issued.grant);
  }

  void plan_release(EntryId id, std::optional<Instant> at) const {
    Statement& statement = state_.statements.at(id);
    if (statement.releases_at) state_.releases_planned.erase({*statement.releases_at, id});
    if (at) state_.releases_planned.emplace(*at, id);
    statement.releases_at = at;
  }

  /// Makes room for one more: the oldest that are over leave the state, and stay in the journal. What has just ended
  /// stays for now, so that it can be told what has changed.
  template <class Id, class Thing, class Over>
  static void forget_over(std::map<Id, Thing>& things, Over over) {
    for (auto one = things.begin(); one != things.end() && things.size() >= over_kept_max;)
      one = over(one->second) ? things.erase(one) : std::next(one);
  }

  /// Where an entry waits: a point of order among the others of its panel, everything else on the list.
  std::vector<EntryId>& line_of(const Entry& entry) const {
    Panel& panel = state_.panels.at(entry.panel);
    return entry.kind == Kind::point_of_order ? panel.points : panel.order;
  }

  static void unsuspend(Meeting& meeting, MeetingStatus status) {
    meeting.status = status;
    meeting.suspended_at.reset();
    meeting.suspended_until.reset();
  }

  Panel& set_list(const PanelId& id, ListStatus status) const {
    Panel& panel = state_.panels.at(id);
    panel.list = status;
    panel.list_opens_at.reset();
    panel.list_closes_at.reset();
    return panel;
  }

  /// Puts an entry in its line at `place`: it waits.
  void put(EntryId id, std::uint32_t place) const {
    Entry& entry = state_.entries.at(id);
    std::vector<EntryId>& order = line_of(entry);
    ROSTRUM_ASSERT(place <= order.size());
    ROSTRUM_ASSERT(std::ranges::find(order, id) == order.end());
    order.insert(order.begin() + place, id);
    entry.status = EntryStatus::waiting;
  }

  /// Takes an entry that waits out of its line.
  Entry& take_off(EntryId id, EntryStatus status) const {
    Entry& entry = state_.entries.at(id);
    std::vector<EntryId>& order = line_of(entry);
    const auto found = std::ranges::find(order, id);
    ROSTRUM_ASSERT(found != order.end());
    order.erase(found);
    entry.status = status;
    entry.skipped = false;
    return entry;
  }

  /// As `take_off`, keeping the place it had, to which the inverse act puts it back.
  Entry& leave(EntryId id, EntryStatus status) const {
    const auto& line = line_of(state_.entries.at(id));
    const auto place = static_cast<std::uint32_t>(std::ranges::find(line, id) - line.begin());
    Entry& entry = take_off(id, status);
    entry.left_place = place;
    return entry;
  }

  void stand(const Entry& entry, Outcome outcome) const {
    if (entry.delegation)
      state_.standings[*entry.delegation] = {
          .outcome = outcome, .panel = entry.panel, .kind = entry.kind, .at = stamp_.at};
  }

  void forget_standing(const Entry& entry) const {
    if (entry.delegation) state_.standings.erase(*entry.delegation);
  }

  Speech& under_way(SpeechId id) const {
    Speech& speech = state_.speeches.at(id);
    ROSTRUM_ASSERT(!speech.ended_at);
    return speech;
  }

  State& state_;
  const Stamp& stamp_;
};

}  // namespace

void evolve(State& state, const Event& event, const Stamp& stamp) { std::visit(Evolving(state, stamp), event); }

}  // namespace rostrum::council
