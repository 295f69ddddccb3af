#include "wire/golden.hpp"

namespace rostrum::wire::golden {

namespace {

using namespace council;

constexpr Instant start{1'133'272'800'000};  // 2005-11-29T15:00+01:00

Programme programme() {
  PanelPlan panel{
      .id = {"panel-1"},
      .meeting = {"meeting-1"},
      .title = {{"en", "A panel"}, {"fr", "Une table ronde"}},
      .draft = true,
      .subtitle = {{"en", "To be determined"}},
      .documents = {{.symbol = "IC/2005/3", .title = {{"en", "A document (fictional)"}}}},
      .themes = {{{"en", "A theme"}}},
      .panellists = {{.id = {"it"}, .name = {{"en", "Panellist"}}, .title = {{"en", "Academic"}}, .flag = "it"}},
      .limits = {{LimitOf::member, seconds(180)},
                 {LimitOf::observer_state, seconds(120)},
                 {LimitOf::igo, seconds(120)},
                 {LimitOf::ngo, seconds(120)},
                 {LimitOf::secretariat, seconds(120)},
                 {LimitOf::group_statement, seconds(300)},
                 {LimitOf::question, seconds(90)},
                 {LimitOf::panellist, seconds(480)},
                 {LimitOf::point_of_order, seconds(45)}},
      .order_policy = OrderPolicy::category,
      .at_limit = AtLimit::cut,
      .grace = seconds(20),
      .several_entries = true,
      .list_opens_at = start + minutes(5)};
  return {.session = {.id = {"golden-session"},
                      .title = {{"en", "Council (fictional)"}},
                      .theme = {{"en", "A theme"}},
                      .timezone = "Europe/Zurich",
                      .languages = {"en", "fr"},
                      .codes_valid = minutes(60 * 24 * 30)},
          .meetings = {{.id = {"meeting-1"},
                        .title = {{"en", "A meeting"}},
                        .planned_start = start,
                        .planned_end = start + minutes(180)}},
          .panels = {panel},
          .delegations = {{.id = {"VA"},
                           .category = Category::observer_state,
                           .groups = {"group-1", "group-2"},
                           .name = {{"en", "Holy See"}},
                           .flag = "va"}},
          .seats = {{.id = {"VA"},
                     .role = Role::delegate,
                     .delegation = DelegationId{"VA"},
                     .language = "fr",
                     .person = Speaker{.name = "Amina Otieno (fictional)", .title = "Minister"}}},
          .source_digest = sha256("the files")};
}

Programme programme_of_time() {
  Programme with_time = programme();
  with_time.panels.front().reserve = Millis{};
  with_time.panels.front().members_share = 75;
  return with_time;
}

Stored stored(std::string name, Events events) {
  StoredAct act{.grant = {"chair.1"},
                .command_id = "command-1",
                .command_digest = sha256("the content"),
                .actor = {"chair"},
                .act = "an_act",
                .at = start,
                .events = std::move(events)};
  return {std::move(name), Commit{.session = {"golden-session"},
                                  .epoch = "0123456789abcdef",
                                  .term = 1,
                                  .seq = {7},
                                  .previous = sha256("the commit before"),
                                  .acts = {std::move(act)}}};
}

const PanelId panel{"panel-1"};
const MeetingId meeting{"meeting-1"};

std::vector<Stored> of_the_session() {
  return {
      stored("session_created-nine_limits", {SessionCreated{programme()}}),
      stored("session_created-time", {SessionCreated{programme_of_time()}}),
      stored("term_started", {TermStarted{"north"}}),
      stored("secret_checked", {SecretChecked{sha256("a secret")}}),
      stored("clock_anchored",
             {ClockAnchored{{.session_start = start, .wall_start = start + minutes(90), .speed = 2.5}}}),
      stored("meeting_opened", {MeetingOpened{meeting}}),
      stored("meeting_suspended",
             {MeetingSuspended{meeting, start + minutes(10)}, MeetingSuspended{meeting, std::nullopt}}),
      stored("meeting_resumed", {MeetingResumed{meeting}}),
      stored("meeting_closed", {MeetingClosed{meeting}}),
      stored("meeting_end_set", {MeetingEndSet{meeting, start + minutes(210)}}),
      stored("panel_opened", {PanelOpened{panel}}),
      stored("panel_closed", {PanelClosed{panel}}),
      stored("panel_titled", {PanelTitled{panel, {{"en", "Special Event"}, {"es", "Sesión especial"}}}}),
      stored("order_policy_set", {OrderPolicySet{panel, OrderPolicy::category, {{3}, {1}, {200}}}}),
      stored("limit_set", {LimitSet{panel, LimitOf::panellist, seconds(480)}}),
      stored("at_limit_set", {AtLimitSet{panel, AtLimit::cut, seconds(15)}}),
      stored("limits_announced",
             {LimitsAnnounced{panel, {{LimitOf::member, seconds(115)}, {LimitOf::igo, seconds(75)}}, {{3}, {200}}}}),
      stored("reserve_set", {ReserveSet{panel, minutes(10)}}),
      stored("list_opened", {ListOpened{panel}}),
      stored("list_opening_planned", {ListOpeningPlanned{panel, start}}),
      stored("list_closing_announced", {ListClosingAnnounced{panel, start}}),
      stored("list_closed", {ListClosed{panel}}),
      stored("draw_prepared",
             {DrawPrepared{panel, 1, "d5667ebc", ""}, DrawPrepared{panel, 2, "d5667ebd", "a mistake"}}),
      stored("pool_frozen", {PoolFrozen{panel, 1, {{3}, {1}}, {"CH", "guest-1"}}}),
      stored("lot_drawn", {LotDrawn{panel, 1, "7e", "6-2-5", "8f", {"guest-1", "CH"}, {{1}, {3}}}}),
      stored("list_ordered", {ListOrdered{panel, {{18}, {17}, {21}}}}),
  };
}

EntryCorrected of_corrected() {
  return {.entry = {3},
          .kind = Kind::question,
          .language = "es",
          .speaker = {.name = "Amina Otieno (fictional)", .title = "Ministra"},
          .on_behalf_of = "AF",
          .addressed_to = PanellistId{"it"},
          .place = 6,
          .body = "Permanent forum (fictional)"};
}

std::vector<Stored> of_entries() {
  const FloorRequested requested{.entry = {3},
                                 .panel = panel,
                                 .delegation = DelegationId{"KE"},
                                 .kind = Kind::question,
                                 .language = "fr",
                                 .speaker = {.name = "Amina Otieno (fictional)", .title = "Ministre déléguée"},
                                 .on_behalf_of = "AF",
                                 .addressed_to = PanellistId{"it"},
                                 .place = 2};
  FloorRequested of_guest = requested;
  of_guest.delegation.reset();
  of_guest.addressed_to.reset();
  FloorRequested of_body = of_guest;
  of_body.kind = Kind::statement;
  of_body.on_behalf_of.clear();
  of_body.body = "Permanent forum (fictional)";
  return {
      stored("floor_requested", {requested, of_guest}),
      stored("floor_requested-body", {of_body}),
      stored("entry_withdrawn", {EntryWithdrawn{{3}}}),
      stored("entry_removed", {EntryRemoved{{3}}}),
      stored("entry_restored", {EntryRestored{{3}, 4}}),
      stored("entry_moved", {EntryMoved{{3}, 0}}),
      stored("no_show_recorded", {NoShowRecorded{{3}, 1, false, 5}, NoShowRecorded{{3}, 2, true, 0}}),
      stored("no_show_cleared", {NoShowCleared{{3}, 1, 2}}),
      stored("entry_returned", {EntryReturned{{3}, 0}}),
      stored("entry_skipped", {EntrySkipped{{3}}}),
      stored("skip_cleared", {SkipCleared{{3}}}),
      stored("entry_corrected", {of_corrected()}),
      stored("move_cleared", {MoveCleared{.entry = {3}, .place = 4, .moved = true, .skipped = true}}),
      stored("filed_in_writing", {FiledInWriting{{3}}, StatementReleased{{3}, ReleaseCause::in_writing}}),
      stored("stand_by_answered", {StandByAnswered{{3}}}),
      stored("stand_by_cleared", {StandByCleared{{3}}}),
  };
}

std::vector<Stored> of_the_floor() {
  return {
      stored("floor_given", {FloorGiven{{9}, panel, EntryId{3}, seconds(180), LimitOf::member},
                             FloorGiven{{10}, panel, PanellistId{"it"}, seconds(480), LimitOf::panellist}}),
      stored("speech_paused", {SpeechPaused{{9}, PauseCause::suspension}}),
      stored("speech_resumed", {SpeechResumed{{9}}}),
      stored("time_added", {TimeAdded{{9}, seconds(30)}}),
      stored("speech_limit_set", {SpeechLimitSet{{9}, seconds(240)}}),
      stored("speech_ended", {SpeechEnded{{9}, EndCause::returned}}),
      stored("point_of_order_raised", {PointOfOrderRaised{{4}, panel, {"KE"}, "The rule on time limits", "en"}}),
      stored("point_of_order_recognised",
             {SpeechPaused{{9}, PauseCause::point_of_order}, PointOfOrderRecognised{{4}, {11}, seconds(60)}}),
      stored("point_of_order_ruled",
             {SpeechEnded{{11}, EndCause::ruled}, PointOfOrderRuled{{4}, Ruling::upheld},
              PointOfOrderRuled{{5}, Ruling::overruled}, PointOfOrderRuled{{6}, Ruling::noted}}),
  };
}

std::vector<Stored> of_motions() {
  return {
      stored("motion_moved", {MotionMoved{{4}, panel, DelegationId{"KE"}, MotionKind::adjourn_debate, 1, "en"},
                              MotionMoved{{5}, panel, std::nullopt, MotionKind::close_list, 2, "en"}}),
      stored("motion_taken_up", {SpeechPaused{{9}, PauseCause::motion}, MotionTakenUp{{4}, SpeechId{11}, seconds(60)},
                                 MotionTakenUp{{5}, std::nullopt, seconds(60)}}),
      stored("speaking_on_motion_asked", {SpeakingOnMotionAsked{{4}, {"EC"}, MotionSide::against}}),
      stored("speaking_on_motion_withdrawn", {SpeakingOnMotionWithdrawn{{4}, {"EC"}}}),
      stored("floor_given_on_motion",
             {FloorGivenOnMotion{{4}, {6}, {12}, {"EC"}, MotionSide::in_favour, seconds(60), "en"}}),
      stored("objections_asked", {ObjectionsAsked{{4}}}),
      stored("motion_decided",
             {MotionDecided{{4}, MotionOutcome::carried}, MotionDecided{{5}, MotionOutcome::not_carried},
              MotionDecided{{6}, MotionOutcome::withdrawn}, MotionDecided{{7}, MotionOutcome::lapsed}}),
  };
}

std::vector<Stored> of_statements() {
  return {
      stored("statement_submitted",
             {StatementSubmitted{.entry = {3},
                                 .language = "fr",
                                 .version = 2,
                                 .format = TextFormat::markdown,
                                 .delivery = Delivery::check_against_delivery,
                                 .paragraphs = {"Madame la Présidente,", "Nous vous **remercions**."},
                                 .words = 6},
              StatementSubmitted{.entry = {3},
                                 .language = "en",
                                 .version = 1,
                                 .format = TextFormat::plain,
                                 .delivery = Delivery::verbatim,
                                 .paragraphs = {"Madam Chair, we thank you."},
                                 .words = 5}}),
      stored("statement_released",
             {StatementReleased{{3}, ReleaseCause::speech}, StatementReleased{{4}, ReleaseCause::paragraph},
              StatementReleased{{5}, ReleaseCause::instant}, StatementReleased{{6}, ReleaseCause::released}}),
      stored("statement_release_planned",
             {StatementReleasePlanned{{3}, start + minutes(10)}, StatementReleasePlanned{{3}, std::nullopt}}),
      stored("paragraph_reached", {ParagraphReached{{9}, 2}}),
  };
}

std::vector<Stored> of_the_hall() {
  return {
      stored("signal_raised", {SignalRaised{{1}, SignalKind::speak_slowly, "fr", SpeechId{9}},
                               SignalRaised{{2}, SignalKind::no_sound, "", std::nullopt},
                               SignalRaised{{3}, SignalKind::microphone, "es", SpeechId{9}}}),
      stored("signal_seen", {SignalSeen{{1}}}),
      stored("signal_ended", {SignalEnded{{1}}}),
      stored("notice_sent",
             {NoticeSent{{1}, Everyone{}, {{"en", "Lunch is served."}, {"fr", "Le déjeuner est servi."}}},
              NoticeSent{{2}, Audience::booth, {{"en", "Please change channel."}}},
              NoticeSent{{3}, DelegationId{"KE"}, {{"en", "Please see the desk."}}}}),
      stored("notice_withdrawn", {NoticeWithdrawn{{1}}}),
      stored("help_requested", {HelpRequested{{1}, {"KE"}, "The microphone is dead"}}),
      stored("help_taken", {HelpTaken{{1}}}),
      stored("help_closed", {HelpClosed{{1}, HelpStatus::done}, HelpClosed{{2}, HelpStatus::withdrawn}}),
      stored("grant_revoked",
             {GrantRevoked{{"KE.1"}, RevokeCause::revoked}, GrantRevoked{{"KE.2"}, RevokeCause::replaced},
              GrantRevoked{{"KE.3"}, RevokeCause::expired}}),
      stored("grant_issued", {GrantIssued{{"KE.4"}, {"KE"}, 4, start + minutes(60 * 24 * 30)},
                              GrantIssued{{"KE.5"}, {"KE"}, 5, std::nullopt}}),
  };
}

}  // namespace

// Each event with every field set; those with a choice in them once for each way.
std::vector<Stored> commits() {
  std::vector<Stored> all;
  for (const auto& of : {of_the_session(), of_entries(), of_the_floor(), of_motions(), of_statements(), of_the_hall()})
    all.insert(all.end(), of.begin(), of.end());
  return all;
}

std::vector<Stored> older_commits() {
  std::vector<Stored> all =
      commits();  // those that are new since have no file of before: golden_test.cpp reads what is there
  // Stored before there were points of order and before codes expired.
  Programme of_older = programme();
  of_older.session.codes_valid = {};
  of_older.panels.front().limits[LimitOf::point_of_order] = seconds(60);
  all.push_back(stored("session_created", {SessionCreated{of_older}}));
  for (Stored& one : all) one.commit.format = format_of_before;
  return all;
}

}  // namespace rostrum::wire::golden
