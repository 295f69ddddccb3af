#include "wire/golden.hpp"

namespace rostrum::wire::golden {

namespace {

using namespace council;
using views::KeyKind;

constexpr Instant start{1'133'272'800'000};  // 2005-11-29T15:00+01:00
const std::string epoch = "00112233445566778899aabbccddeeff";
const SessionId session_id{"golden-session"};
const MeetingId meeting_id{"day-1"};
const PanelId panel_id{"high-level"};
const DelegationId kenya{"KE"};
const Speaker minister{.name = "Amina Otieno (fictional)", .title = "Ministre déléguée"};

// Not a floor that the rules have made: these stand still when a rule changes.

views::Session session() {
  return {.plan = {.id = session_id,
                   .title = {{"en", "Council (fictional)"}, {"fr", "Conseil (fictif)"}, {"es", "Consejo (ficticio)"}},
                   .theme = {{"en", "Migration and \"development\""}},
                   .timezone = "Europe/Zurich",
                   .languages = {"en", "fr", "es"}},
          .meetings = {meeting_id},
          .panels = {panel_id}};
}

views::Meeting meeting() {
  return {{.plan = {.id = meeting_id,
                    .title = {{"en", "Day 1, afternoon"}},
                    .planned_start = start,
                    .planned_end = start + minutes(180)},
           .status = MeetingStatus::suspended,
           .opened_at = start + seconds(90),
           .suspended_at = start + minutes(60),
           .suspended_until = start + minutes(75)}};
}

views::Panel panel() {
  return {.plan = {.id = panel_id,
                   .meeting = meeting_id,
                   .title = {{"en", "High-level Panel"}, {"fr", "Table ronde de haut niveau"}},
                   .subtitle = {{"en", "Opening"}},
                   .documents = {{.symbol = "IC/2005/3", .title = {{"en", "A document (fictional)"}}}},
                   .themes = {{{"en", "Obstacles"}}},
                   .panellists = {{.id = {"it"}}},
                   .limits = {{LimitOf::member, seconds(180)}, {LimitOf::panellist, seconds(480)}},
                   .order_policy = OrderPolicy::category,
                   .at_limit = AtLimit::cut,
                   .grace = seconds(15),
                   .several_entries = true},
          .status = PanelStatus::open,
          .list = ListStatus::closing,
          .list_closes_at = start + minutes(30),
          .opened_at = start + minutes(2),
          .spoken = seconds(345),
          .speeches = 2};
}

views::Delegation delegation() {
  return {{.id = kenya,
           .category = Category::member,
           .groups = {"AF", "G77"},
           .name = {{"en", "Kenya"}, {"fr", "Kenya"}, {"es", "Kenya"}},
           .flag = "ke"}};
}

views::Panellist panellist() {
  return {.plan = {.id = {"it"}, .name = {{"en", "Panellist from Italy"}}, .title = {{"en", "Academic"}}, .flag = "it"},
          .panel = panel_id,
          .speeches = 1,
          .spoken = seconds(301),
          .limit = seconds(480)};
}

views::Queue queue() {
  return {.panel = panel_id,
          .entries = {{3}, {2}},
          .mean_s = {15, 190},
          .variance = {70, 1900},
          .finish_mean_s = 320,
          .finish_variance = 3400,
          .speech_mean_s = 162,
          .speech_variance = 1050};
}

council::Prospect prospect() {
  return {.limits = {{LimitOf::member, seconds(120)}, {LimitOf::igo, seconds(80)}},
          .earliest = start + minutes(170),
          .median = start + minutes(181),
          .latest = start + minutes(193),
          .not_heard = {{7}, {9}},
          .left_to_members = 7'400};
}

/// Either all fit, or there are the five choices.
council::PanelTime panel_time(bool choices) {
  council::PanelTime time{.panel = panel_id,
                          .at = start + minutes(40),
                          .budget = {.ends_at = start + minutes(180),
                                     .floor_ends_at = start + minutes(165),
                                     .used = 1'801,
                                     .before = 61,
                                     .available = 7'439,
                                     .planned = 8'100,
                                     .left = -661},
                          .waiting = {40, 12},
                          .least = 3'900,
                          .factor = {23, 36},
                          .fitting = {{LimitOf::member, seconds(115)}, {LimitOf::igo, seconds(75)}},
                          .left_when_fitting = 14,
                          .choices = {},
                          .now = prospect(),
                          .then = prospect(),
                          .bars = {{seconds(60), {}}, {seconds(65), {3, 1}}},
                          .due_to_members = 6'480,
                          .missing_to_members = 120};
  if (!choices) return time;
  const Instant end = start + minutes(180);
  time.choices = {
      {.remedy = council::Remedy::extend, .minutes = 32, .heard = {40, 12}, .ends_at = end + minutes(32)},
      {.remedy = council::Remedy::close_list, .missing = 1'500, .places = 5, .heard = {30, 2}, .ends_at = end},
      {.remedy = council::Remedy::lot, .places = 38, .heard = {38, 0}, .ends_at = end},
      {.remedy = council::Remedy::in_writing,
       .in_writing = 20,
       .of_them_members = 10,
       .heard = {30, 2},
       .ends_at = end},
      {.remedy = council::Remedy::members_first,
       .in_writing = 14,
       .of_them_members = 2,
       .heard = {38, 0},
       .ends_at = end}};
  return time;
}

views::Entry entry() {
  return {.id = {3},
          .panel = panel_id,
          .delegation = kenya,
          .kind = Kind::question,
          .language = "fr",
          .speaker = minister,
          .on_behalf_of = "",
          .addressed_to = PanellistId{"it"},
          .requested_at = start + minutes(3),
          .limit = seconds(90),
          .moved = true,
          .statements_before = 2,
          .rank = Rank::minister,
          .reason = Reason::by_hand,
          .spoken_before = seconds(331)};
}

views::Floor floor() {
  return {.panel = panel_id,
          .holdings = {{.speech = SpeechId{4},
                        .of = EntryId{1},
                        .delegation = kenya,
                        .kind = Kind::group_statement,
                        .language = "es",
                        .speaker = minister,
                        .on_behalf_of = "G77",
                        .limit = seconds(300),
                        .limit_of = LimitOf::group_statement,
                        .started_at = start + minutes(20),
                        .paused = seconds(5),
                        .paused_at = start + minutes(21),
                        .pause_cause = PauseCause::suspension,
                        .amber = seconds(30),
                        .cut_after = seconds(15)}},
          .last_speaker_returnable = true};
}

views::Floor panellists_floor() {
  return {.panel = {"review"},
          .holdings = {{.speech = SpeechId{5},
                        .of = PanellistId{"it"},
                        .limit = seconds(480),
                        .limit_of = LimitOf::panellist,
                        .started_at = start + minutes(22),
                        .amber = seconds(30)}}};
}

views::Standing standing() {
  return {.delegation = kenya,
          .standing = {
              .outcome = Outcome::no_show_off, .panel = panel_id, .kind = Kind::statement, .at = start + minutes(25)}};
}

/// One of each kind that audiences share.
Entities all_entities() {
  return {
      {{.kind = KeyKind::session}, session()},
      {{.kind = KeyKind::meeting, .id = meeting_id.value}, meeting()},
      {{.kind = KeyKind::panel, .id = panel_id.value}, panel()},
      {{.kind = KeyKind::delegation, .id = kenya.value}, delegation()},
      {{.kind = KeyKind::panellist, .id = panel_id.value, .second = "it"}, panellist()},
      {{.kind = KeyKind::queue, .id = panel_id.value}, queue()},
      {{.kind = KeyKind::entry, .number = 3}, entry()},
      {{.kind = KeyKind::floor, .id = panel_id.value}, floor()},
      {{.kind = KeyKind::desk, .number = 3},
       views::DeskNote{.entry = {3}, .no_shows = 1, .requested_by = {"desk"}, .on_the_way_at = start + minutes(21)}}};
}

views::Queue queue_with_skip() {
  views::Queue skipped = queue();
  skipped.next = EntryId{2};
  skipped.regions = {{.region = {LimitOf::member, "AG"}, .heard = 3, .waiting = 1, .last_at = start + minutes(20)},
                     {.region = {LimitOf::igo, "#ILO"}, .heard = 0, .waiting = 1}};
  return skipped;
}

views::Draw drawn() {
  return {.panel = panel_id,
          .draw = {.number = 2,
                   .reason = "the word was not heard",
                   .commitment = "d5667ebc",
                   .prepared_at = start + minutes(1),
                   .pool = {{3}, {2}},
                   .labels = {"KE", "guest-2"},
                   .frozen_at = start + minutes(2),
                   .word = "6-2-5",
                   .secret = "7e",
                   .seed = "8f",
                   .drawn = {"guest-2", "KE"},
                   .drawn_at = start + minutes(3)}};
}

views::Entry entry_of_guest() {
  return {.id = {8},
          .panel = panel_id,
          .kind = Kind::statement,
          .language = "en",
          .speaker = {.name = "Tomás Vidal (fictional)", .title = "Chair"},
          .body = "Permanent forum (fictional)",
          .requested_at = start + minutes(4),
          .limit = seconds(120),
          .skipped = true};
}

/// A point of order has the floor; the speech that it interrupted waits.
views::Floor interrupted_floor() {
  return {.panel = panel_id,
          .holdings = {{.speech = SpeechId{6},
                        .of = EntryId{5},
                        .delegation = DelegationId{"CL"},
                        .kind = Kind::point_of_order,
                        .language = "es",
                        .limit = seconds(60),
                        .limit_of = LimitOf::point_of_order,
                        .started_at = start + minutes(24),
                        .amber = seconds(15)},
                       {.speech = SpeechId{4},
                        .of = EntryId{1},
                        .delegation = kenya,
                        .kind = Kind::statement,
                        .language = "fr",
                        .speaker = minister,
                        .limit = seconds(300),
                        .limit_of = LimitOf::member,
                        .started_at = start + minutes(24) - seconds(170),
                        .paused_at = start + minutes(24),
                        .pause_cause = PauseCause::point_of_order,
                        .amber = seconds(30),
                        .paragraph = 3}}};
}

/// What a guest has said is over, and below it a panellist's speech that was interrupted before a word was said: no
/// floor that the rules would make.
views::Floor guests_floor() {
  return {.panel = {"review"},
          .holdings = {{.of = EntryId{8},
                        .kind = Kind::statement,
                        .language = "en",
                        .speaker = {.name = "Tomás Vidal (fictional)", .title = "Chair"},
                        .body = "Permanent forum (fictional)",
                        .started_at = start + minutes(26)},
                       {.speech = SpeechId{5},
                        .of = PanellistId{"it"},
                        .limit = seconds(480),
                        .limit_of = LimitOf::panellist,
                        .started_at = start + minutes(26),
                        .paused_at = start + minutes(26),
                        .pause_cause = PauseCause::point_of_order,
                        .amber = seconds(30),
                        .cut_after = seconds(15)}}};
}

views::PointOfOrder point_of_order() {
  return {.entry = {5},
          .panel = panel_id,
          .delegation = DelegationId{"CL"},
          .note = "The rule on time limits",
          .raised_at = start + minutes(23),
          .recognised = true};
}

views::Motion motion() {
  return {.entry = {9},
          .panel = panel_id,
          .delegation = DelegationId{"CL"},
          .motion = MotionKind::adjourn_debate,
          .moved_at = start + minutes(24),
          .taken_up = true,
          .speakers_for = 2,
          .speakers_against = 2,
          .spoken = {{{"EC"}, MotionSide::against}},
          .asks = {{{"PH"}, MotionSide::in_favour}, {kenya, MotionSide::against}},
          .objections_asked_at = start + minutes(26)};
}

/// Who speaks on a motion, that was taken up while nobody spoke.
views::Floor floor_with_motion() {
  return {.panel = {"closing"},
          .holdings = {{.speech = SpeechId{8},
                        .of = EntryId{10},
                        .delegation = DelegationId{"EC"},
                        .kind = Kind::motion,
                        .language = "en",
                        .limit = seconds(60),
                        .limit_of = LimitOf::point_of_order,
                        .started_at = start + minutes(25),
                        .amber = seconds(15),
                        .motion = EntryId{9},
                        .side = MotionSide::against},
                       {.of = EntryId{9},
                        .delegation = DelegationId{"CL"},
                        .kind = Kind::motion,
                        .language = "en",
                        .started_at = start + minutes(24)}}};
}

views::Statement statement() {
  return {.entry = {1},
          .panel = panel_id,
          .delegation = kenya,
          .delivery = Delivery::check_against_delivery,
          .texts = {{.language = "fr",
                     .version = 2,
                     .format = TextFormat::markdown,
                     .paragraphs = {"Madame la Présidente,", "Nous vous **remercions**."},
                     .words = 6,
                     .submitted_at = start + minutes(10)},
                    {.language = "en",
                     .version = 1,
                     .format = TextFormat::plain,
                     .paragraphs = {"Madam Chair, we thank you."},
                     .words = 5,
                     .submitted_at = start + minutes(11)}},
          .released_at = start + minutes(20) + seconds(10)};
}

views::Statement statement_under_embargo() {
  views::Statement under_embargo = statement();
  under_embargo.entry = {3};
  under_embargo.delivery = Delivery::verbatim;
  under_embargo.texts.pop_back();
  under_embargo.released_at.reset();
  under_embargo.releases_at = start + minutes(40);
  return under_embargo;
}

views::Signal signal() {
  return {.id = {1},
          .kind = SignalKind::speak_slowly,
          .seat = {"booth-fr"},
          .language = "fr",
          .raised_at = start + minutes(21),
          .seen_at = start + minutes(22),
          .speech = SpeechId{4}};
}

views::Signal signal_for_speaker() {
  return {.id = {3}, .kind = SignalKind::microphone, .raised_at = start + minutes(21), .speech = SpeechId{4}};
}

views::Notice notice(std::uint32_t id, NoticeTo to) {
  return {.id = {id},
          .to = std::move(to),
          .text = {{"en", "Lunch is served."}, {"fr", "Le déjeuner est servi."}},
          .sent_at = start + minutes(28)};
}

views::Help help() {
  return {.id = {1},
          .delegation = kenya,
          .note = "The microphone is dead",
          .requested_at = start + minutes(29),
          .status = HelpStatus::taken,
          .taken_by = {"desk"}};
}

views::Seat seat() {
  return {.plan = {.id = {"KE"}, .role = Role::delegate, .delegation = kenya, .language = "fr", .person = minister},
          .generation = 2,
          .revoked = true,
          .expires_at = start + minutes(60 * 24 * 30)};
}

/// What a hall adds to a list and a floor, as the desk sees it.
Entities hall_entities() {
  return {
      {{.kind = KeyKind::queue, .id = panel_id.value}, queue_with_skip()},
      {{.kind = KeyKind::entry, .number = 8}, entry_of_guest()},
      {{.kind = KeyKind::floor, .id = panel_id.value}, interrupted_floor()},
      {{.kind = KeyKind::floor, .id = "review"}, guests_floor()},
      {{.kind = KeyKind::draw, .id = panel_id.value}, drawn()},
      {{.kind = KeyKind::floor, .id = "closing"}, floor_with_motion()},
      {{.kind = KeyKind::point, .number = 5}, point_of_order()},
      {{.kind = KeyKind::motion, .number = 9}, motion()},
      {{.kind = KeyKind::statement, .number = 1}, statement()},
      {{.kind = KeyKind::statement, .number = 3}, statement_under_embargo()},
      {{.kind = KeyKind::signal, .number = 1}, signal()},
      {{.kind = KeyKind::signal, .number = 2},
       views::Signal{.id = {2}, .kind = SignalKind::no_sound, .seat = {"booth-es"}, .raised_at = start + minutes(21)}},
      {{.kind = KeyKind::notice, .number = 1}, notice(1, Everyone{})},
      {{.kind = KeyKind::notice, .number = 2}, notice(2, Audience::booth)},
      {{.kind = KeyKind::notice, .number = 3}, notice(3, kenya)},
      {{.kind = KeyKind::help, .number = 1}, help()},
      {{.kind = KeyKind::seat, .id = "KE"}, seat()},
      {{.kind = KeyKind::seat, .id = "display"}, views::Seat{.plan = {.id = {"display"}, .role = Role::display}}}};
}

/// And as a delegation sees what is its own.
Entities own_entities() {
  const std::string id = kenya.value;
  views::PointOfOrder point = point_of_order();
  point.delegation = kenya;
  views::Help asked = help();
  asked.taken_by = {};
  views::Motion asked_on = motion();
  asked_on.asks.erase(asked_on.asks.begin());
  return {{{.kind = KeyKind::standing, .id = id},
           views::Standing{.delegation = kenya,
                           .standing = {.outcome = Outcome::overruled,
                                        .panel = panel_id,
                                        .kind = Kind::point_of_order,
                                        .at = start + minutes(25)}}},
          {{.kind = KeyKind::own_desk, .id = id, .number = 3},
           views::DeskNote{.entry = {3}, .on_the_way_at = start + minutes(21)}},
          {{.kind = KeyKind::own_point, .id = id, .number = 5}, point},
          {{.kind = KeyKind::own_motion, .id = id, .number = 9}, asked_on},
          {{.kind = KeyKind::own_statement, .id = id, .number = 3}, statement_under_embargo()},
          {{.kind = KeyKind::own_signal, .id = id, .number = 3}, signal_for_speaker()},
          {{.kind = KeyKind::own_notice, .id = id, .number = 3}, notice(3, kenya)},
          {{.kind = KeyKind::own_help, .id = id, .number = 1}, asked}};
}

Log log() {
  return {.id = "log-1",
          .lines = {{.seq = {13},
                     .index = 1,
                     .at = start + minutes(25),
                     .actor = {"chair"},
                     .event = "point_of_order_ruled",
                     .details = {{"ruling", "overruled"}, {"entry", "5"}, {"who", "CL"}, {"panel", panel_id.value}}},
                    {.seq = {12},
                     .index = 0,
                     .at = start + minutes(24),
                     .actor = system_seat,
                     .event = "list_closed",
                     .details = {{"panel", panel_id.value}}}},
          .next_before = Seq{12}};
}

}  // namespace

std::vector<Frame> frames() {
  const views::Key standing_key{.kind = KeyKind::standing, .id = kenya.value};
  const Position position{.session = session_id, .epoch = epoch, .audience = views::Audience::desk, .seq = {12}};
  return {
      {"hello", Hello{.session = session_id,
                      .epoch = epoch,
                      .role = Role::delegate,
                      .audience = views::Audience::delegate,
                      .seat = {"KE"},
                      .delegation = kenya,
                      .person = minister,
                      .server_at = start,
                      .clock_speed = 1.5,
                      .language = "fr",
                      .version = "0.1.0",
                      .resumed = true,
                      .elsewhere = {"https://node-2.example:8443", "https://node-3.example:8443"}}},
      {"snapshot", Snapshot{position, all_entities()}},
      {"patch", Patch{.seq = {13},
                      .upserts = {{{.kind = KeyKind::floor, .id = panel_id.value}, views::Floor{.panel = panel_id}},
                                  {{.kind = KeyKind::floor, .id = "review"}, panellists_floor()}},
                      .removals = {{.kind = KeyKind::entry, .number = 9}, {.kind = KeyKind::desk, .number = 9}}}},
      {"private_snapshot", PrivateSnapshot{{{standing_key, standing()}}}},
      {"private_patch", PrivatePatch{.upserts = {{standing_key, standing()}}, .removals = {standing_key}}},
      {"ack", Ack{.command_id = "c-1", .act = {.seq = {13}, .index = 2}, .inverse = {}}},
      {"ack-inverse", Ack{.command_id = "c-1",
                          .act = {.seq = {13}, .index = 0},
                          .inverse = {council::OpenList{panel_id}, council::AnnounceListClosing{panel_id, start}}}},
      {"rejection",
       Rejected{.command_id = "c-2", .rejection = rejection(Code::out_of_range, "limit_ms", 10'000, 7'200'000)}},
      {"time_reply", TimeReply{.client_at = 123'456, .server_at = start}},
      {"refusal", Refusal{.code = "unknown_code", .reconnect = false}},
      {"snapshot-hall", Snapshot{position, hall_entities()}},
      {"private_snapshot-hall", PrivateSnapshot{own_entities()}},
      {"presence", Presence{.whole = true, .seats = {{{"KE"}, 2}, {{"display"}, 0}}}},
      {"standing",
       LedgerStanding{.is = LedgerStanding::Is::held,
                      .since = {1'133'273'000'000},
                      .why = "two of three servers are away",
                      .away = {{"redis://10.0.0.2:6379", "no answer"}, {"redis://10.0.0.3:6379", "its disk is full"}}}},
      {"answer", Answer{"question-1", panel_time(false)}},
      {"answer-order",
       Answer{"question-3",
              OrderPreview{.panel = panel_id,
                           .policy = OrderPolicy::alternate,
                           .entries = {{3}, {2}},
                           .reasons = {Reason::by_hand, Reason::region},
                           .regions = {{.region = {LimitOf::member, "AG"}, .heard = 3, .waiting = 1, .last_at = start},
                                       {.region = {LimitOf::igo, "#ILO"}, .heard = 0, .waiting = 1}}}}},
      {"answer-choices", Answer{"question-2", panel_time(true)}},
      {"log", log()},
      {"sign_in_sheet", SignInSheet{.id = "sheet-1", .html = "<!doctype html>\n<p>Kenya: 7K3M-Q0ZX</p>\n"}},
  };
}

}  // namespace rostrum::wire::golden
