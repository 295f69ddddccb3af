// L5: points of order.
#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

TEST_CASE("L5 a point of order is raised at any time, also on a closed list, and never stands on the list") {
  Given given = four_waiting();
  given.must(chair, CloseList{high_level});
  const EntryId point = given.raise("PH", "the time limit");
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.panel().lines[Line::points] == std::vector{point});
  CHECK(given.entry(point).kind == Kind::point_of_order);
  CHECK(given.entry(point).note == "the time limit");
  given.must(chair, SuspendMeeting{afternoon, {}});
  given.raise("VA");
  CHECK(given.panel().lines[Line::points].size() == 2);
}

TEST_CASE("L5 a point of order needs a panel that is under way") {
  Given given;
  given.must(chair, OpenList{high_level});
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level}) == "panel_not_open");
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = {"nothing"}}) == "unknown_panel");
}

TEST_CASE("L5 between the meetings of a panel that is continued no point of order is raised or put back") {
  Given given = on_the_floor();
  const EntryId point = given.raise("CL");
  given.must(chair, RemoveEntry{point});
  given.must(chair, CloseMeeting{afternoon});
  REQUIRE(given.panel().status == PanelStatus::open);
  CHECK(given.refused(grant_of("EC"), RaisePointOfOrder{.panel = high_level}) == "meeting_not_open");
  CHECK(given.refused(desk, RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"EC"}}) ==
        "meeting_not_open");
  CHECK(given.refused(chair, RestoreEntry{point}) == "meeting_not_open");
  given.must(chair, OpenMeeting{next_morning});
  given.raise("EC");
  given.must(chair, RestoreEntry{point});
}

TEST_CASE("L5 a delegation raises for itself, chair and desk for any, and each has one at a time") {
  Given given = on_the_floor();
  given.raise("CL");
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level}) == "already_listed");
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"EC"}}) ==
        "unauthorized");
  given.must(desk, RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"EC"}});
  CHECK(given.refused(chair, RaisePointOfOrder{.panel = high_level}) == "malformed");
  CHECK(given.refused(chair, RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"XX"}}) ==
        "unknown_delegation");
  given.recognise(given.panel().lines[Line::points].front());
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level}) == "already_listed");
}

TEST_CASE("L5 a delegation that waits on the list may also raise a point of order") {
  Given given = four_waiting();
  given.raise("CL");
  CHECK(given.list() == "CL EC KE MA");
}

TEST_CASE("L5 the note is bounded") {
  Given given = on_the_floor();
  const std::string longest(note_bytes_max, 'a');
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level, .note = longest + "a"}) ==
        "text_too_long");
  CHECK(given.refused(grant_of("CL"), RaisePointOfOrder{.panel = high_level, .note = longest}) == "accepted");
}

TEST_CASE("L5 a point of order is withdrawn by its delegation, or not taken up and put back") {
  Given given = on_the_floor();
  const EntryId first = given.raise("CL");
  const EntryId second = given.raise("EC");
  CHECK(given.refused(grant_of("EC"), WithdrawEntry{first}) == "unknown_entry");
  given.must(chair, RemoveEntry{first});
  CHECK(given.panel().lines[Line::points] == std::vector{second});
  given.must(chair, RestoreEntry{first});
  CHECK(given.panel().lines[Line::points] == std::vector{first, second});
  given.must(grant_of("EC"), WithdrawEntry{second});
  CHECK(given.panel().lines[Line::points] == std::vector{first});
  CHECK(given.refused(chair, RecognisePointOfOrder{second}) == "not_waiting");
}

TEST_CASE("L5 what waits as a point of order is not given the floor, moved or called as if it stood on the list") {
  Given given = four_waiting();
  const EntryId point = given.raise("PH");
  const EntryId head = given.panel().order().front();
  CHECK(given.refused(chair, GiveFloor{high_level, point}) == "not_waiting");
  CHECK(given.refused(chair, MoveEntry{point, head}) == "not_waiting");
  CHECK(given.refused(chair, MoveEntry{head, point}) == "not_waiting");
  CHECK(given.refused(chair, RecordNoShow{point}) == "not_waiting");
  CHECK(given.refused(chair, SkipEntry{point}) == "not_waiting");
  CHECK(given.refused(chair, RecognisePointOfOrder{head}) == "malformed");
  CHECK(given.refused(grant_of("PH"), RequestFloor{.panel = high_level, .kind = Kind::point_of_order}) == "malformed");
}

TEST_CASE("L5 a point of order that is recognised pauses the speech, which goes on with its clock where it was") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.after(seconds(40));
  const EntryId point = given.raise("PH");  // one second later
  given.recognise(point);
  CHECK(given.panel().interrupted() == speech);
  CHECK(given.panel().interrupting() == point);
  CHECK(given.speech(*given.panel().speech()).limit == seconds(60));
  given.after(seconds(50));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(41));
  given.must(chair, RulePointOfOrder{point, Ruling::overruled});
  CHECK(given.panel().speech() == speech);
  CHECK_FALSE(given.panel().interrupted());
  CHECK_FALSE(given.panel().interrupting());
  CHECK_FALSE(is_paused(given.speech(speech)));
  given.after(seconds(5));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(46));
}

TEST_CASE("L5 on a free floor a point of order is recognised and ruled on, and the floor is free again") {
  Given given = four_waiting();
  const EntryId point = given.raise("PH");
  const SpeechId speech = given.recognise(point);
  CHECK(given.panel().speech() == speech);
  given.must(chair, RulePointOfOrder{point, Ruling::upheld});
  CHECK_FALSE(given.panel().speech());
  CHECK(given.speech(speech).end_cause == EndCause::ruled);
  CHECK(given.entry(point).status == EntryStatus::spoken);
}

TEST_CASE("L5 the ruling is told to the delegation, each of the three") {
  for (const auto& [ruling, outcome] :
       {std::pair(Ruling::upheld, Outcome::upheld), std::pair(Ruling::overruled, Outcome::overruled),
        std::pair(Ruling::noted, Outcome::noted)}) {
    Given given = on_the_floor();
    const EntryId point = given.raise("CL");
    given.recognise(point);
    given.must(chair, RulePointOfOrder{point, ruling});
    CHECK(given.state.standings.at({"CL"}).outcome == outcome);
  }
}

TEST_CASE("L5 another point of order meanwhile waits") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  const EntryId first = given.raise("PH");
  given.recognise(first);
  const EntryId second = given.raise("VA");
  CHECK(given.refused(chair, RecognisePointOfOrder{second}) == "point_of_order_under_way");
  given.must(chair, RulePointOfOrder{first, Ruling::noted});
  given.recognise(second);
  CHECK(given.panel().interrupted() == speech);
}

TEST_CASE(
    "L5 while a point of order is before the chair nobody else gets the floor, and the speech stays interrupted") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const SpeechId speech = given.give(order[0]);
  const EntryId point = given.raise("PH");
  const SpeechId own = given.recognise(point);
  const auto refused = [&] {
    CHECK(given.refused(chair, GiveFloor{high_level, order[1]}) == "point_of_order_under_way");
    CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "point_of_order_under_way");
    CHECK(given.refused(chair, EndSpeech{speech}) == "point_of_order_under_way");
    CHECK(given.refused(grant_of("CL"), EndSpeech{speech}) == "point_of_order_under_way");
    CHECK(given.refused(chair, ResumeSpeech{speech}) == "point_of_order_under_way");
    CHECK(given.refused(chair, PauseSpeech{speech}) == "point_of_order_under_way");
  };
  refused();
  given.must(chair, AddTime{speech, seconds(30)});
  given.must(grant_of("PH"), EndSpeech{own});
  CHECK_FALSE(given.panel().speech());
  refused();
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(given.panel().speech() == speech);
}

TEST_CASE("L5 a speech that the chair had paused stays paused after the ruling") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(chair, PauseSpeech{speech});
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(is_paused(given.speech(speech)));
  given.must(chair, ResumeSpeech{speech});
}

TEST_CASE("L5 neither panel nor meeting closes over a point of order that waits or is not ruled on") {
  Given given = on_the_floor();
  const EntryId point = given.raise("CL");
  CHECK(given.refused(chair, ClosePanel{high_level}) == "point_of_order_waits");
  CHECK(given.refused(chair, CloseMeeting{afternoon}) == "point_of_order_waits");
  const SpeechId own = given.recognise(point);
  given.must(chair, EndSpeech{own});
  CHECK(given.refused(chair, ClosePanel{high_level}) == "point_of_order_waits");
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  given.must(chair, ClosePanel{high_level});
  CHECK(given.refused(chair, RestoreEntry{point}) == "not_removed");
}

TEST_CASE("L5 a suspension pauses the point's own speech, and the interrupted one waits for the ruling") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  const EntryId point = given.raise("PH");
  const SpeechId own = given.recognise(point);
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(is_paused(given.speech(own)));
  CHECK(given.refused(chair, RulePointOfOrder{point, Ruling::noted}) == "meeting_not_open");
  given.must(chair, ResumeMeeting{afternoon});
  CHECK_FALSE(is_paused(given.speech(own)));
  CHECK(is_paused(given.speech(speech)));
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK_FALSE(is_paused(given.speech(speech)));
}

TEST_CASE("L5 a point of order is not recognised while the meeting is suspended") {
  Given given = on_the_floor();
  const EntryId point = given.raise("CL");
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(given.refused(chair, RecognisePointOfOrder{point}) == "meeting_not_open");
}

TEST_CASE("L5 a cut that is due when a point of order is recognised is carried out") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  const SpeechId speech = given.give(given.panel().order().front());
  const EntryId point = given.raise("PH");
  given.after(seconds(300));
  given.recognise(point);
  CHECK(given.speech(speech).end_cause == EndCause::cut);
  CHECK_FALSE(given.panel().interrupted());
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK_FALSE(given.panel().speech());
}

TEST_CASE("L5 where a panel cuts, the point's own speech is cut and the ruling is still to come") {
  Given given = four_waiting();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  const SpeechId speech = given.give(given.panel().order().front());
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.after(seconds(76));
  CHECK(given.deadlines() == 1);
  CHECK(given.panel().interrupting() == point);
  CHECK_FALSE(given.panel().speech());
  given.must(chair, RulePointOfOrder{point, Ruling::upheld});
  CHECK(given.panel().speech() == speech);
}

TEST_CASE("L5 a point of order counts neither as a speech of the panel nor as its last speaker") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(chair, EndSpeech{speech});
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(given.panel().speeches == 1);
  CHECK(given.panel().last_speech == speech);
  given.must(chair, ReturnSpeaker{high_level});
}

TEST_CASE("L5 only the point that was recognised is ruled on, once") {
  Given given = on_the_floor();
  const EntryId point = given.raise("CL");
  CHECK(given.refused(chair, RulePointOfOrder{point, Ruling::noted}) == "not_recognised");
  given.recognise(point);
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(given.refused(chair, RulePointOfOrder{point, Ruling::upheld}) == "not_recognised");
  CHECK(given.refused(chair, RulePointOfOrder{{99}, Ruling::upheld}) == "unknown_entry");
}

TEST_CASE("L5 no more than a bounded number of points of order waits on a panel") {
  Programme programme = small_programme();
  for (std::size_t number = 0; number <= points_of_order_max; ++number)
    programme.delegations.push_back(
        {.id = {"N" + std::to_string(number)}, .category = Category::member, .name = {{"en", "A State"}}});
  Given given = on_the_floor(std::move(programme));
  for (std::size_t number = 0; number < points_of_order_max; ++number)
    given.must(desk, RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"N" + std::to_string(number)}});
  CHECK(given.refused(desk, RaisePointOfOrder{.panel = high_level, .delegation = DelegationId{"N100"}}) == "list_full");
}

TEST_CASE("T1 a limit that is changed also for the speech under way reaches one that a point of order interrupts") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.must(chair, SetLimit{high_level, LimitOf::member, seconds(90), true});
  CHECK(given.speech(speech).limit == seconds(90));
}
