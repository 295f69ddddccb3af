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
          .earliest_s = {0, 125},
          .latest_s = {0, 200},
          .finish_earliest_s = 185,
          .finish_latest_s = 290};
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
          .moved = true};
}

views::Floor floor() {
  return {.panel = panel_id,
          .speech = views::FloorSpeech{.speech = {4},
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
                                       .cut_after = seconds(15)},
          .last_speaker_returnable = true};
}

views::Floor panellists_floor() {
  return {.panel = {"review"},
          .speech = views::FloorSpeech{.speech = {5},
                                       .of = PanellistId{"it"},
                                       .limit = seconds(480),
                                       .limit_of = LimitOf::panellist,
                                       .started_at = start + minutes(22),
                                       .amber = seconds(30)}};
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
      {{.kind = KeyKind::desk, .number = 3}, views::DeskNote{.entry = {3}, .no_shows = 1, .requested_by = {"desk"}}}};
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
                      .resumed = true}},
      {"snapshot", Snapshot{position, all_entities()}},
      {"patch", Patch{.seq = {13},
                      .upserts = {{{.kind = KeyKind::floor, .id = panel_id.value}, views::Floor{.panel = panel_id}},
                                  {{.kind = KeyKind::floor, .id = "review"}, panellists_floor()}},
                      .removals = {{.kind = KeyKind::entry, .number = 9}, {.kind = KeyKind::desk, .number = 9}}}},
      {"private_snapshot", PrivateSnapshot{{{standing_key, standing()}}}},
      {"private_patch", PrivatePatch{.upserts = {{standing_key, standing()}}, .removals = {standing_key}}},
      {"ack", Ack{.command_id = "c-1", .act = {.seq = {13}, .index = 2}}},
      {"rejection",
       Rejected{.command_id = "c-2", .rejection = rejection(Code::out_of_range, "limit_ms", 10'000, 7'200'000)}},
      {"time_reply", TimeReply{.client_at = 123'456, .server_at = start}},
      {"refusal", Refusal{.code = "unknown_code", .reconnect = false}},
  };
}

}  // namespace rostrum::wire::golden
