#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

TEST_CASE("P8 one meeting is open at a time, and a closed one can be opened again") {
  Given given;
  given.must(chair, OpenMeeting{afternoon});
  CHECK(given.refused(chair, OpenMeeting{afternoon}) == "meeting_already_open");
  CHECK(given.refused(chair, OpenMeeting{next_morning}) == "another_meeting_open");
  given.must(chair, CloseMeeting{afternoon});
  CHECK(given.refused(chair, CloseMeeting{afternoon}) == "meeting_closed");
  given.must(chair, OpenMeeting{afternoon});
  CHECK(given.state.meetings.at(afternoon).status == MeetingStatus::open);
  CHECK(given.refused(chair, OpenMeeting{{"x"}}) == "unknown_meeting");
  CHECK(given.refused(chair, CloseMeeting{next_morning}) == "meeting_not_open");
}

TEST_CASE("P8 a suspension pauses the speech under way and its end resumes it where it was") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(30)).must(chair, SuspendMeeting{afternoon, given.now + minutes(15)});
  CHECK(given.state.meetings.at(afternoon).suspended_until == given.now + minutes(15));
  given.after(minutes(20)).must(chair, ResumeMeeting{afternoon});
  CHECK(elapsed(given.speech(speech), given.now) == seconds(30));
  CHECK_FALSE(is_paused(given.speech(speech)));
  CHECK_FALSE(given.state.meetings.at(afternoon).suspended_until);
}

TEST_CASE("P8 a speech that the chair had paused stays paused after a suspension") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(chair, PauseSpeech{speech});
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.refused(chair, ResumeSpeech{speech}) == "meeting_not_open");
  given.must(chair, ResumeMeeting{afternoon});
  CHECK(is_paused(given.speech(speech)));
  given.must(chair, ResumeSpeech{speech});
}

TEST_CASE("P8 a suspension stops no closing silently: the announced instant stays and acts") {
  Given given = four_waiting();
  given.must(chair, AnnounceListClosing{high_level, given.now + minutes(5)});
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.panel().list_closes_at.has_value());
  CHECK(given.after(minutes(5)).deadlines() == 1);
  CHECK(given.panel().list == ListStatus::closed);
}

TEST_CASE("P8 a suspension does not call off a cut that is due") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(0)});
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(180)).must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.speech(speech).end_cause == EndCause::cut);
  CHECK_FALSE(given.panel().speech());
}

TEST_CASE("P8 a meeting is suspended until an instant that lies ahead, and once only") {
  Given given = on_the_floor();
  CHECK(given.refused(chair, SuspendMeeting{afternoon, given.now}) == "instant_passed");
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.refused(chair, SuspendMeeting{afternoon, {}}) == "meeting_not_open");
  given.must(chair, ResumeMeeting{afternoon});
  CHECK(given.refused(chair, ResumeMeeting{afternoon}) == "meeting_not_suspended");
}

TEST_CASE("P8 neither a meeting nor a panel closes over a speech that is under way") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  CHECK(given.refused(chair, CloseMeeting{afternoon}) == "speech_under_way");
  CHECK(given.refused(chair, ClosePanel{high_level}) == "speech_under_way");
  given.must(chair, EndSpeech{speech});
  given.must(chair, ClosePanel{high_level});
  given.must(chair, CloseMeeting{afternoon});
}

TEST_CASE("P8 requests are taken during a suspension") {
  Given given = four_waiting();
  given.must(chair, SuspendMeeting{afternoon, {}});
  given.ask("PH");
  CHECK(given.list() == "CL EC KE MA PH");
}

TEST_CASE("P3 a draft panel cannot be opened, nor its list, until it has a title") {
  Given given = on_the_floor();
  given.must(chair, ClosePanel{high_level});
  CHECK(given.refused(chair, OpenPanel{special}) == "panel_is_draft");
  CHECK(given.refused(chair, OpenList{special}) == "panel_is_draft");
  CHECK(given.refused(chair, SetPanelTitle{special, {}}) == "malformed");
  CHECK(given.refused(chair, SetPanelTitle{special, {{"en", "  "}}}) == "malformed");
  CHECK(given.refused(chair, SetPanelTitle{special, {{"en", std::string(panel_title_bytes_max + 1, 'x')}}}) ==
        "text_too_long");
  CHECK(given.refused(chair, SetPanelTitle{special, {{"de", "Rückkehr"}}}) == "malformed");
  given.must(chair, SetPanelTitle{special, {{"en", "Diasporas and return"}}});
  given.must(chair, OpenPanel{special});
  CHECK(given.panel(special).plan.title.at("en") == "Diasporas and return");
  CHECK(given.refused(chair, SetPanelTitle{special, {{"en", "Diasporas and return"}}}) == "nothing_changes");
}

TEST_CASE("a panel is taken up in an open meeting, one at a time, and can be taken up again") {
  Given given;
  CHECK(given.refused(chair, OpenPanel{high_level}) == "meeting_not_open");
  given.must(chair, OpenMeeting{afternoon});
  given.must(chair, OpenPanel{high_level});
  CHECK(given.refused(chair, OpenPanel{high_level}) == "panel_already_open");
  CHECK(given.refused(chair, OpenPanel{review}) == "another_panel_open");
  given.must(chair, ClosePanel{high_level});
  CHECK(given.panel().list == ListStatus::closed);
  CHECK(given.refused(chair, ClosePanel{high_level}) == "panel_not_open");
  CHECK(given.refused(chair, OpenList{high_level}) == "panel_closed");
  CHECK(given.refused(chair, RequestFloor{.panel = high_level, .delegation = DelegationId{"CL"}}) == "panel_closed");
  given.must(chair, OpenPanel{high_level});
  given.must(chair, OpenList{high_level});
}

TEST_CASE("an act on what does not exist names what is missing") {
  Given given;
  CHECK(given.refused(chair, OpenPanel{{"x"}}) == "unknown_panel");
  CHECK(given.refused(chair, SetLimit{{"x"}, LimitOf::member, seconds(60)}) == "unknown_panel");
  CHECK(given.refused(chair, RemoveEntry{{7}}) == "unknown_entry");
  CHECK(given.refused(chair, WithdrawEntry{{7}}) == "unknown_entry");
}

TEST_CASE("P8 a closing instant that falls in the suspension is kept, or moved by the chair in the same act") {
  Given given = on_the_floor();
  given.must(chair, AnnounceListClosing{high_level, start + minutes(10)});
  SECTION("kept") {
    given.must(chair, SuspendMeeting{afternoon, start + minutes(20)});
    given.at(start + minutes(10));
    CHECK(given.deadlines() == 1);
    CHECK(given.panel().list == ListStatus::closed);
  }
  SECTION("moved") {
    given.must(chair, SuspendMeeting{afternoon, start + minutes(20), start + minutes(30)});
    given.at(start + minutes(29));
    CHECK(given.deadlines() == 0);
    CHECK(given.panel().list_closes_at == start + minutes(30));
  }
  SECTION("moved, for a suspension without an end") {
    given.must(chair, SuspendMeeting{afternoon, {}, start + minutes(30)});
    CHECK(given.panel().list_closes_at == start + minutes(30));
  }
}

TEST_CASE("P8 a closing is moved only where it falls in the suspension, and to an instant that lies ahead") {
  Given given = on_the_floor();
  CHECK(given.refused(chair, SuspendMeeting{afternoon, {}, start + minutes(30)}) == "malformed");
  given.must(chair, AnnounceListClosing{high_level, start + minutes(40)});
  CHECK(given.refused(chair, SuspendMeeting{afternoon, start + minutes(20), start + minutes(30)}) == "malformed");
  CHECK(given.refused(chair, SuspendMeeting{afternoon, start + minutes(50), start}) == "instant_passed");
  CHECK(given.state.meetings.at(afternoon).status == MeetingStatus::open);
}
