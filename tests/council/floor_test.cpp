#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

TEST_CASE("L6 the chair gives the floor to the next, or to anyone waiting") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.give(order[0]);
  CHECK(given.list() == "EC KE MA");
  const SpeechId morocco = given.give(order[3]);
  CHECK(given.list() == "EC KE");
  CHECK(given.panel().speech() == morocco);
  CHECK(given.entry(order[0]).status == EntryStatus::spoken);
}

TEST_CASE("L6 giving the floor ends the speech under way in the same act") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const SpeechId first = given.give(order[0]);
  const Events events = given.must(chair, GiveFloor{high_level, order[1]}, {.speech = first});
  REQUIRE(events.size() == 2);
  CHECK(events[0] == Event{SpeechEnded{first, EndCause::next}});
}

TEST_CASE("L6 two devices that press next at once do not skip a delegation") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const Expects seen{.speech = SpeechId{}, .head = order[0]};
  given.must(chair, GiveFloor{high_level, order[0]}, seen);
  CHECK(given.refused(desk, GiveFloor{high_level, order[0]}, seen) == "changed_meanwhile");
  CHECK(given.list() == "EC KE MA");
}

TEST_CASE("L6 without an expectation, a second press for the same entry finds it no longer waiting") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  given.give(chile);
  CHECK(given.refused(desk, GiveFloor{high_level, chile}) == "not_waiting");
}

TEST_CASE("L6 withdraw against give: whichever comes first stands, and the other is refused") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(grant_of("CL"), WithdrawEntry{order[0]});
  CHECK(given.refused(chair, GiveFloor{high_level, order[0]}) == "not_waiting");
  given.give(order[1]);
  CHECK(given.refused(grant_of("EC"), WithdrawEntry{order[1]}) == "not_waiting");
}

TEST_CASE("L6 the floor is given on an open panel in an open meeting only") {
  Given given;
  given.must(chair, OpenList{high_level});
  const EntryId chile = given.ask("CL");
  CHECK(given.refused(chair, GiveFloor{high_level, chile}) == "panel_not_open");
  given.must(chair, OpenMeeting{afternoon});
  given.must(chair, OpenPanel{high_level});
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.refused(chair, GiveFloor{high_level, chile}) == "meeting_not_open");
  given.must(chair, ResumeMeeting{afternoon});
  given.give(chile);
}

TEST_CASE("L6 a panellist has the floor from a row of the panel's own, outside the list") {
  Given given = four_waiting();
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(given.list() == "CL EC KE MA");
  const SpeechId speech = *given.panel().speech();
  CHECK(given.speech(speech).limit == seconds(480));
  given.after(seconds(100));
  given.must(chair, EndSpeech{speech});
  CHECK(given.panel().panellists.at({"it"}) == std::pair(1u, seconds(100)));
  CHECK(given.refused(chair, GiveFloor{high_level, PanellistId{"xx"}}) == "unknown_panellist");
}

TEST_CASE("L6 a speech is ended by the chair, or given back by its own delegation") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const SpeechId first = given.give(order[0]);
  CHECK(given.refused(grant_of("EC"), EndSpeech{first}) == "unauthorized");
  given.must(grant_of("CL"), EndSpeech{first});
  CHECK(given.speech(first).end_cause == EndCause::speaker);
  CHECK(given.refused(chair, EndSpeech{first}) == "speech_over");
  CHECK(given.refused(chair, EndSpeech{{99}}) == "unknown_speech");
}

TEST_CASE("L6 the last speaker returns to the head of the list, once ended") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  const SpeechId speech = given.give(chile);
  given.must(chair, EndSpeech{speech});
  given.must(chair, ReturnSpeaker{high_level});
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::returned);
  CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "no_last_speaker");
}

TEST_CASE("L6 one who has the floor by mistake returns to the head in one act") {
  Given given = four_waiting();
  given.give(given.panel().order().at(2));
  const Events events = given.must(chair, ReturnSpeaker{high_level});
  CHECK(events.size() == 2);
  CHECK(given.list() == "KE CL EC MA");
  CHECK_FALSE(given.panel().speech());
}

TEST_CASE(
    "L6 there is no one to return before anyone has spoken, after a panellist, or where the delegation waits again") {
  Given given = four_waiting();
  CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "no_last_speaker");
  given.give(given.panel().order().front());
  given.must(grant_of("CL"), RequestFloor{.panel = high_level});
  CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "already_listed");
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "no_last_speaker");
}

TEST_CASE("T1 limits go by kind and category") {
  const std::vector<std::tuple<Kind, Category, std::int64_t>> table{
      {Kind::statement, Category::member, 180},       {Kind::statement, Category::observer_state, 120},
      {Kind::statement, Category::igo, 120},          {Kind::statement, Category::ngo, 120},
      {Kind::group_statement, Category::member, 300}, {Kind::group_statement, Category::igo, 300},
      {Kind::question, Category::member, 90},         {Kind::question, Category::ngo, 90},
      {Kind::statement, Category::panellist, 480},
  };
  for (const auto& [kind, category, limit] : table)
    CHECK(default_limits().at(limit_of(kind, category)) == seconds(limit));
}

TEST_CASE("T1 a change of a limit applies from the next speech") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const SpeechId first = given.give(order[0]);
  given.must(chair, SetLimit{high_level, LimitOf::member, seconds(120)});
  CHECK(given.speech(first).limit == seconds(180));
  CHECK(given.speech(given.give(order[1])).limit == seconds(120));
}

TEST_CASE("T1 or at once to the speech under way, as the chair says, where it is of that kind") {
  Given given = four_waiting();
  const SpeechId first = given.give(given.panel().order().front());
  given.must(chair, SetLimit{high_level, LimitOf::question, seconds(60), true});
  CHECK(given.speech(first).limit == seconds(180));
  given.must(chair, SetLimit{high_level, LimitOf::member, seconds(120), true});
  CHECK(given.speech(first).limit == seconds(120));
  CHECK(given.refused(chair, SetLimit{high_level, LimitOf::member, seconds(120), true}) == "nothing_changes");
}

TEST_CASE("T1 limits lie between ten seconds and two hours") {
  Given given = four_waiting();
  CHECK(given.refused(chair, SetLimit{high_level, LimitOf::member, limit_least - Millis{1}}) == "out_of_range");
  CHECK(given.refused(chair, SetLimit{high_level, LimitOf::member, limit_most + Millis{1}}) == "out_of_range");
  const SpeechId speech = given.give(given.panel().order().front());
  CHECK(given.refused(chair, SetSpeechLimit{speech, limit_most + Millis{1}}) == "out_of_range");
  given.must(chair, SetSpeechLimit{speech, minutes(10)});
  CHECK(given.speech(speech).limit == minutes(10));
  CHECK(given.refused(chair, SetSpeechLimit{speech, minutes(10)}) == "nothing_changes");
}

TEST_CASE("T2 pause and resume lose nothing of a speech's clock") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(40)).must(chair, PauseSpeech{speech});
  CHECK(given.refused(chair, PauseSpeech{speech}) == "already_paused");
  given.after(minutes(7));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(40));
  given.must(chair, ResumeSpeech{speech});
  CHECK(given.refused(chair, ResumeSpeech{speech}) == "not_paused");
  given.after(seconds(20));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(60));
  given.must(chair, PauseSpeech{speech});
  given.after(minutes(1)).must(chair, EndSpeech{speech});
  CHECK(elapsed(given.speech(speech), given.now + minutes(5)) == seconds(60));
  CHECK(given.panel().spoken == seconds(60));
}

TEST_CASE("T3 amber comes at thirty seconds left, or at the last quarter of a short limit") {
  CHECK(amber_at(seconds(180)) == seconds(30));
  CHECK(amber_at(seconds(120)) == seconds(30));
  CHECK(amber_at(seconds(60)) == seconds(15));
}

TEST_CASE("T4 where a panel signals only, nobody is cut") {
  Given given = four_waiting();
  given.give(given.panel().order().front());
  given.after(minutes(60));
  CHECK(given.deadlines() == 0);
}

TEST_CASE("T4 where a panel cuts, the floor is released once limit and grace are used up") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(195) - Millis{1});
  CHECK(given.deadlines() == 0);
  given.after(Millis{1});
  CHECK(given.deadlines() == 1);
  CHECK(given.speech(speech).end_cause == EndCause::cut);
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::cut);
}

TEST_CASE("T4 added time moves the cut, and comes too late at its instant") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  const SpeechId speech = given.give(given.panel().order().front());
  const Act first_cut = next_deadline(given.state)->act;
  given.after(seconds(194)).must(chair, AddTime{speech, seconds(30)});
  given.after(seconds(1));
  CHECK(given.refused(system_grant, first_cut) == "nothing_changes");
  given.after(seconds(30));
  CHECK(given.refused(chair, AddTime{speech, seconds(30)}) == "speech_cut");
  CHECK(given.refused(chair, PauseSpeech{speech}) == "speech_cut");
  CHECK(given.deadlines() == 1);
  CHECK(given.refused(chair, AddTime{speech, seconds(30)}) == "speech_over");
}

TEST_CASE("T4 a pause keeps the cut away, across any instant") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(100)).must(chair, PauseSpeech{speech});
  given.after(minutes(30));
  CHECK(given.deadlines() == 0);
  given.must(chair, ResumeSpeech{speech});
  CHECK(next_deadline(given.state)->at == given.now + seconds(95));
}

TEST_CASE("T4 the chair adds thirty seconds, a minute, or any time within bounds") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(chair, AddTime{speech, seconds(30)});
  given.must(chair, AddTime{speech, seconds(60)});
  CHECK(given.speech(speech).limit == seconds(270));
  CHECK(given.refused(chair, AddTime{speech, added_least - Millis{1}}) == "out_of_range");
  CHECK(given.refused(chair, AddTime{speech, added_most + Millis{1}}) == "out_of_range");
  CHECK(given.refused(chair, SetAtLimit{high_level, AtLimit::cut, grace_most + Millis{1}}) == "out_of_range");
}
