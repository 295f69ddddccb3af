// The time of a panel: docs/rules.md#t5-budget and what follows.
#include "council/panel_time.hpp"

#include "council/given.hpp"
#include "council/inverse.hpp"
#include "council/question.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

PanelTime time_now(const Given& given, const WhatIf& what_if = {}) {
  return time_of(given.state, given.now, {.panel = high_level, .what_if = what_if});
}

/// At 16:30 the panellist has spoken and Chile has the floor for 60 s: Ecuador, Kenya, Morocco, the Holy See and the
/// ILO wait. The meeting ends at 18:00 and 15 min are kept.
Given well_on() {
  Given given = on_the_floor();
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  for (const char* delegation : {"CL", "EC", "KE", "MA", "VA", "ILO"}) given.ask(delegation);
  given.at(start + minutes(89)).give({1});
  given.after(seconds(60));
  return given;
}

Millis limit(const Given& given, std::uint32_t entry) { return limit_for(given.state, given.entry({entry})); }

AnnounceLimits members(Millis limit) { return {.panel = high_level, .limits = {{LimitOf::member, limit}}}; }

}  // namespace

TEST_CASE(
    "T5 what is left of the floor is up to the end less the reserve, without what comes before the list goes on") {
  const Given given = well_on();
  const Budget budget = time_now(given).budget;
  CHECK(budget.ends_at == start + minutes(180));
  CHECK(budget.floor_ends_at == start + minutes(165));
  CHECK(budget.before == 120);                 // of Chile's limit of 180 s
  CHECK(budget.available == 75 * 60 - 120);    // from 16:30 to 17:45
  CHECK(budget.planned == 3 * 195 + 2 * 135);  // with hand-overs of 15 s
  CHECK(budget.left == budget.available - budget.planned);
  CHECK(budget.used >= 60);
}

TEST_CASE("T5 panellists who have not spoken come before the list, until it is begun") {
  Given given = on_the_floor();
  given.ask("CL");
  CHECK(time_now(given).budget.before == 480 + 15);
  CHECK(expected(given.state, given.panel()).places[0].mean > 400);
  given.give({1});
  CHECK(time_now(given).budget.before == 180);
  given.must(chair, EndSpeech{{1}});
  CHECK(time_now(given).budget.before == 0);
}

TEST_CASE("T5 a meeting that is suspended until an instant, or has not begun, takes no time until then") {
  Given given = well_on();
  given.must(chair, SuspendMeeting{afternoon, given.now + minutes(10)});
  CHECK(time_now(given).budget.available == 65 * 60 - 120);
  Given before;
  before.at(start - minutes(60));
  CHECK(time_now(before).budget.available == 165 * 60 - 495);
}

TEST_CASE("T6 the limits that let all be heard are those of the library, with what the next two were told") {
  Given given = well_on();
  given.at(start + minutes(154));  // 11 min of the floor are left: Chile is long over its limit
  const PanelTime time = time_now(given);
  CHECK(time.budget.available == 11 * 60);
  REQUIRE(time.choices.empty());
  // Ecuador and Kenya keep 180 s: 390 s. Of 270 s Morocco, the Holy See and the ILO take 3 x 15 s and their limits.
  CHECK(time.fitting ==
        Limits{{LimitOf::member, seconds(95)}, {LimitOf::observer_state, seconds(65)}, {LimitOf::igo, seconds(65)}});
  CHECK(time.factor == fair_time::Fraction(13, 24));
  CHECK(time.left_when_fitting == 0);
}

TEST_CASE("T6 where the least limits do not fit there are five choices, with who is heard by each") {
  Given given = well_on();
  given.at(start + minutes(157));  // 8 min of the floor: 480 s, and 390 + 3 x 75 s wanted
  const PanelTime time = time_now(given, {.still_expected = 1});
  REQUIRE(time.choices.size() == 5);
  CHECK(time.waiting == Heads{3, 2});
  const Choice& extend = time.choices[0];
  const Choice& close = time.choices[1];
  const Choice& lot = time.choices[2];
  const Choice& writing = time.choices[3];
  const Choice& first = time.choices[4];
  CHECK(extend.remedy == Remedy::extend);
  CHECK(extend.minutes == 4);  // 210 s short
  CHECK(extend.heard == Heads{3, 2});
  CHECK(extend.ends_at == start + minutes(184));
  CHECK(close.remedy == Remedy::close_list);
  CHECK(close.places == 1);
  CHECK(close.missing == 135);
  CHECK(lot.remedy == Remedy::lot);
  CHECK(lot.heard == Heads{3, 0});
  CHECK(writing.in_writing == 2);
  CHECK(writing.of_them_members == 0);
  CHECK(writing.heard == Heads{3, 0});
  CHECK(first.remedy == Remedy::members_first);
  CHECK(first.heard == Heads{3, 0});
}

TEST_CASE("T7 a what-if says who would not be heard, and changes nothing") {
  Given given = well_on();
  given.at(start + minutes(155));  // 10 min of the floor are left
  const PanelTime time = time_now(given, {.limit = seconds(60), .ends_at = start + minutes(181)});
  CHECK(time.now.not_heard == std::vector<EntryId>{{5}, {6}});  // 2 x 195 s, 195 s: two behind
  CHECK(time.then.not_heard.empty());                           // 2 x 195 s, 3 x 75 s of 660 s
  CHECK(time.then.limits.at(LimitOf::member) == seconds(60));
  CHECK(time.then.limits.at(LimitOf::igo) == seconds(60));
  CHECK(time.then.limits.at(LimitOf::panellist) == seconds(480));
  CHECK(time.then.latest < time.now.latest);
  CHECK(time.now.earliest < time.now.median);
  CHECK(time.now.median < time.now.latest);
  CHECK(limit(given, 4) == seconds(180));
  CHECK(given.state.meetings.at(afternoon).plan.planned_end == start + minutes(180));
}

TEST_CASE("T7 bars say at each limit from the least to the base one how many are not heard") {
  Given given = well_on();
  given.at(start + minutes(155));
  const auto bars = time_now(given).bars;
  REQUIRE(bars.size() == 25);
  CHECK(bars.front().limit == seconds(60));
  CHECK(bars.front().not_heard == Heads{0, 1});
  CHECK(bars.back().limit == seconds(180));
  CHECK(bars.back().not_heard == Heads{0, 2});
}

TEST_CASE("T9 what is reserved for Members is a share of the planned length, and what is left to them is told") {
  Given given = well_on();
  const PanelTime time = time_now(given);
  // The panels of the meeting share its 180 min alike: 54 of 90 min.
  CHECK(time.due_to_members == 54 * 60);
  CHECK(time.missing_to_members == 0);
  // Chile's 180 s and three others with their hand-overs, and as the list is open what nobody has asked for.
  CHECK(time.now.left_to_members >= 180 + 3 * 195 + time.budget.left);
  given.must(chair, CloseList{high_level});
  CHECK(time_now(given).due_to_members == time_now(given).now.left_to_members);
  given.must(chair, SetMeetingEnd{afternoon, start + minutes(300)});
  CHECK(time_now(given).due_to_members <= 54 * 60);
}

TEST_CASE("L10 expected times follow the order in which entries will be called, and what the session has shown") {
  Given given = four_waiting();
  given.give({1});
  const auto before = expected(given.state, given.panel());
  REQUIRE(before.places.size() == 3);
  CHECK(before.speech->mean == Approx(162));
  given.must(chair, SkipEntry{{2}});
  const auto after = expected(given.state, given.panel());
  CHECK(after.places[1].mean == Approx(before.places[0].mean));
  CHECK(after.places[0].mean == Approx(before.places[1].mean));
  CHECK(after.finish.mean == Approx(before.finish.mean));
  // Chile takes but 20 of 180 s: less is expected of the others.
  given.after(seconds(20)).must(chair, EndSpeech{{1}});
  CHECK(expected(given.state, given.panel()).finish.mean < after.finish.mean);
}

TEST_CASE(
    "T5 what is learned is the same from sums as from all speeches, without hand-overs that something cut through") {
  Given given = four_waiting();
  given.give({1});
  given.after(seconds(170)).must(chair, EndSpeech{{1}});
  given.after(seconds(20)).give({2});
  given.after(seconds(100)).must(chair, EndSpeech{{2}});
  given.after(minutes(5)).give({3});  // no hand-over, but something that held the floor up
  fair_time::Seen seen{.speeches = {{{LimitOf::member, 180, 180}, 170}, {{LimitOf::member, 180, 180}, 100}},
                       .hand_overs = {20},
                       .calls = 3,
                       .absences = 0,
                       .stops = 1};
  const auto by_all = fair_time::learn(seen);
  const auto by_sums = fair_time::learned_from(given.state.seen);
  CHECK(by_sums.mean == Approx(by_all.mean));
  CHECK(by_sums.variance == Approx(by_all.variance));
  CHECK(by_sums.hand_over == Approx(by_all.hand_over));
  CHECK(by_sums.absent == Approx(by_all.absent));
  CHECK(by_sums.stop_rate == Approx(by_all.stop_rate));
}

TEST_CASE("T6 a lower limit that is announced reaches neither the next two nor the speech under way") {
  Given given = four_waiting();
  const SpeechId chile = given.give({1});
  given.must(chair, members(seconds(60)));
  CHECK(given.speech(chile).limit == seconds(180));
  CHECK(limit(given, 2) == seconds(180));
  CHECK(limit(given, 3) == seconds(180));
  CHECK(limit(given, 4) == seconds(60));
  given.must(chair, RecordNoShow{{2}});  // keeps what it was told, wherever it stands
  CHECK(limit(given, 2) == seconds(180));
  given.must(chair, GiveFloor{high_level, EntryId{3}});
  CHECK(given.speech({2}).limit == seconds(180));
  given.must(chair, GiveFloor{high_level, EntryId{4}});
  CHECK(given.speech({3}).limit == seconds(60));
}

TEST_CASE("T6 a raise is for those behind the next two, for these too, or at once, as the chair chooses") {
  Given given = four_waiting();
  const SpeechId chile = given.give({1});
  given.must(chair, members(seconds(200)));
  CHECK(limit(given, 2) == seconds(180));
  CHECK(limit(given, 4) == seconds(200));
  AnnounceLimits from_next = members(seconds(210));
  from_next.from_next = true;
  given.must(chair, from_next);
  CHECK(limit(given, 2) == seconds(210));
  CHECK(given.speech(chile).limit == seconds(180));
  from_next.also_under_way = true;
  given.must(chair, from_next);
  CHECK(given.speech(chile).limit == seconds(210));
  CHECK(given.refused(chair, from_next) == "nothing_changes");
}

TEST_CASE("T6 limits are announced within bounds, and a single one that is set reaches everybody") {
  Given given = four_waiting();
  CHECK(given.refused(chair, members(limit_least - Millis{1})) == "out_of_range");
  CHECK(given.refused(grant_of("CL"), members(seconds(60))) == "unauthorized");
  given.must(chair, members(seconds(60)));
  CHECK(limit(given, 1) == seconds(180));
  given.must(chair, SetLimit{high_level, LimitOf::member, seconds(90)});
  CHECK(limit(given, 1) == seconds(90));
}

TEST_CASE("T6 an announcement that is taken back leaves everybody the limit of before") {
  Given given = four_waiting();
  const AnnounceLimits act = members(seconds(60));
  const auto back = inverse(given.state, given.now, act);
  given.must(chair, act);
  for (const Act& one : back) given.must(chair, one);
  for (std::uint32_t entry = 1; entry <= 4; ++entry) CHECK(limit(given, entry) == seconds(180));
  CHECK(inverse(given.state, given.now, SetReserve{high_level, minutes(5)}) ==
        std::vector<Act>{SetReserve{high_level, minutes(15)}});
  CHECK(inverse(given.state, given.now, SetMeetingEnd{afternoon, start + minutes(190)}) ==
        std::vector<Act>{SetMeetingEnd{afternoon, start + minutes(180)}});
  given.at(start + minutes(181));
  CHECK(inverse(given.state, given.now, SetMeetingEnd{afternoon, start + minutes(190)}).empty());
}

TEST_CASE("T5 the end of a meeting is moved to an instant to come, within a day of its start") {
  Given given = four_waiting();
  given.must(chair, SetMeetingEnd{afternoon, start + minutes(210)});
  CHECK(given.state.meetings.at(afternoon).plan.planned_end == start + minutes(210));
  CHECK(given.refused(chair, SetMeetingEnd{afternoon, start + minutes(210)}) == "nothing_changes");
  CHECK(given.refused(chair, SetMeetingEnd{afternoon, given.now}) == "instant_passed");
  CHECK(given.refused(chair, SetMeetingEnd{afternoon, start + meeting_most + Millis{1}}) == "malformed");
  CHECK(given.refused(chair, SetMeetingEnd{{"no-such"}, start + minutes(210)}) == "unknown_meeting");
  given.must(chair, CloseMeeting{afternoon});
  CHECK(given.refused(chair, SetMeetingEnd{afternoon, start + minutes(220)}) == "meeting_closed");
}

TEST_CASE("T5 the reserve of a panel is set within bounds") {
  Given given = four_waiting();
  given.must(desk, SetReserve{high_level, Millis{}});
  CHECK(given.panel().plan.reserve == Millis{});
  CHECK(given.refused(chair, SetReserve{high_level, Millis{}}) == "nothing_changes");
  CHECK(given.refused(chair, SetReserve{high_level, reserve_most + Millis{1}}) == "out_of_range");
}

TEST_CASE("T7 a question that is not sound is answered with the field that is not") {
  const Given given = four_waiting();
  const auto refused = [&](const PanelId& panel, const WhatIf& what_if) {
    const auto answer = reply(given.state, given.now, TimeQuestion{.panel = panel, .what_if = what_if});
    if (answer) return std::string("answered");
    const auto& details = answer.error().details;
    return std::string(name(answer.error().code)) + (details.empty() ? "" : " " + details.front().second);
  };
  CHECK(refused(high_level, {}) == "answered");
  CHECK(refused({"no-such"}, {}) == "unknown_panel no-such");
  CHECK(refused(high_level, {.limit = limit_least - Millis{1}}) == "out_of_range limit_ms");
  CHECK(refused(high_level, {.reserve = reserve_most + Millis{1}}) == "out_of_range reserve_ms");
  CHECK(refused(high_level, {.still_expected = list_entries_max + 1}) == "out_of_range still_expected");
  CHECK(refused(high_level, {.ends_at = given.now}).starts_with("instant_passed"));
}
