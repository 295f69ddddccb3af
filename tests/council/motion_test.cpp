// L5: procedural motions.
#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

EntryId move(Given& given, const std::string& delegation, MotionKind kind) {
  given.after(seconds(1));
  given.must(grant_of(delegation), MoveMotion{.panel = high_level, .motion = kind});
  return {given.state.last_entry};
}

EntryId propose_closing(Given& given) {
  given.must(chair, MoveMotion{.panel = high_level, .motion = MotionKind::close_list});
  return {given.state.last_entry};
}

EntryId taken_up(Given& given, const std::string& delegation, MotionKind kind) {
  const EntryId motion = move(given, delegation, kind);
  given.must(chair, TakeUpMotion{motion});
  return motion;
}

std::string decided(Given& given, EntryId motion, MotionOutcome outcome) {
  return given.refused(chair, DecideMotion{motion, outcome, {}});
}

std::string speaks(Given& given, EntryId motion, const std::string& delegation, MotionSide side) {
  return given.refused(chair, GiveFloorOnMotion{motion, {delegation}, side});
}

const auto& waiting(const Given& given) { return given.panel().lines[Line::motions]; }

/// Chile, Ecuador, Kenya and Morocco wait, and Chile has the floor.
Given chile_speaks() {
  Given given = four_waiting();
  given.give(given.panel().order().front());
  given.after(seconds(40));
  return given;
}

}  // namespace

TEST_CASE("L5 a motion is moved while a panel is under way, also on a closed list, and never stands on the list") {
  Given given = four_waiting();
  given.must(chair, CloseList{high_level});
  const EntryId motion = move(given, "PH", MotionKind::adjourn_debate);
  CHECK(given.list() == "CL EC KE MA");
  CHECK(waiting(given) == std::vector{motion});
  given.must(chair, SuspendMeeting{afternoon, {}});
  move(given, "VA", MotionKind::close_debate);
  CHECK(waiting(given).size() == 2);
  Given before;
  CHECK(before.refused(grant_of("CL"), MoveMotion{.panel = high_level}) == "panel_not_open");
  CHECK(before.refused(grant_of("CL"), MoveMotion{.panel = {"nothing"}}) == "unknown_panel");
}

TEST_CASE("L5 a delegation moves for itself, chair and desk for any, and each has one at a time") {
  Given given = on_the_floor();
  const EntryId first = move(given, "CL", MotionKind::close_debate);
  CHECK(given.refused(grant_of("CL"), MoveMotion{.panel = high_level}) == "already_listed");
  CHECK(given.refused(grant_of("CL"), MoveMotion{.panel = high_level, .delegation = DelegationId{"EC"}}) ==
        "unauthorized");
  given.must(desk, MoveMotion{.panel = high_level, .delegation = DelegationId{"EC"}});
  CHECK(given.refused(chair, MoveMotion{.panel = high_level}) == "malformed");
  given.must(grant_of("CL"), DecideMotion{first, MotionOutcome::withdrawn, {}});
  given.must(chair, TakeUpMotion{{given.state.last_entry}});
  CHECK(given.refused(grant_of("EC"), MoveMotion{.panel = high_level}) == "already_listed");
  move(given, "CL", MotionKind::close_debate);
}

TEST_CASE("L5 the chair alone proposes to close the list, once, while it is not closed") {
  Given given = on_the_floor();
  CHECK(given.refused(grant_of("CL"), MoveMotion{.panel = high_level, .motion = MotionKind::close_list}) ==
        "unauthorized");
  const MoveMotion for_chile{high_level, DelegationId{"CL"}, MotionKind::close_list};
  CHECK(given.refused(chair, for_chile) == "malformed");
  propose_closing(given);
  CHECK(given.refused(desk, MoveMotion{.panel = high_level, .motion = MotionKind::close_list}) == "already_listed");
  const EntryId motion = waiting(given).front();
  CHECK(given.refused(chair, RemoveEntry{motion}) == "malformed");
  CHECK(given.refused(chair, WithdrawEntry{motion}) == "malformed");
  CHECK(decided(given, motion, MotionOutcome::withdrawn) == "accepted");
  given.must(chair, CloseList{high_level});
  CHECK(given.refused(desk, MoveMotion{.panel = high_level, .motion = MotionKind::close_list}) ==
        "list_already_closed");
}

TEST_CASE("L5 motions wait in their precedence, and the one that goes first is taken up first") {
  Given given = on_the_floor();
  const EntryId list = propose_closing(given);
  const EntryId close = move(given, "CL", MotionKind::close_debate);
  const EntryId suspend = move(given, "EC", MotionKind::suspend_meeting);
  const EntryId adjourn = move(given, "KE", MotionKind::adjourn_debate);
  const EntryId later = move(given, "PH", MotionKind::adjourn_debate);
  CHECK(waiting(given) == std::vector{suspend, adjourn, later, close, list});
  CHECK(given.refused(chair, TakeUpMotion{adjourn}) == "motion_goes_first");
  given.must(chair, RemoveEntry{suspend});
  given.must(chair, TakeUpMotion{adjourn});
  given.must(chair, RestoreEntry{suspend});
  CHECK(waiting(given) == std::vector{suspend, later, close, list});
}

TEST_CASE("L5 a motion of higher precedence is taken up over one of lower, which waits") {
  Given given = chile_speaks();
  const SpeechId speech = *given.panel().speech();
  const EntryId close = taken_up(given, "EC", MotionKind::close_debate);
  move(given, "PH", MotionKind::close_debate);
  CHECK(given.refused(chair, TakeUpMotion{waiting(given).front()}) == "motion_under_way");
  const EntryId suspend = taken_up(given, "KE", MotionKind::suspend_meeting);
  CHECK(given.panel().interrupting() == suspend);
  CHECK(decided(given, close, MotionOutcome::not_carried) == "motion_under_way");
  CHECK(decided(given, suspend, MotionOutcome::not_carried) == "accepted");
  CHECK(given.panel().interrupting() == close);
  CHECK(delegation_of(given.state, given.speech(*given.panel().speech())) == DelegationId{"EC"});
  CHECK_FALSE(is_paused(given.speech(*given.panel().speech())));
  CHECK(decided(given, close, MotionOutcome::not_carried) == "accepted");
  CHECK(given.panel().speech() == speech);
  CHECK_FALSE(is_paused(given.speech(speech)));
}

TEST_CASE("L5 a motion that is taken up pauses the speech, and gives its mover the floor as for a point of order") {
  Given given = chile_speaks();
  const SpeechId speech = *given.panel().speech();
  const EntryId motion = taken_up(given, "PH", MotionKind::adjourn_debate);
  CHECK(given.panel().interrupted() == speech);
  CHECK(given.speech(*given.panel().speech()).limit == seconds(60));
  given.after(seconds(50));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(41));
  CHECK(given.refused(chair, GiveFloor{high_level, given.panel().order().front()}) == "motion_under_way");
  CHECK(given.refused(chair, EndSpeech{speech}) == "motion_under_way");
  CHECK(given.refused(chair, ResumeSpeech{speech}) == "motion_under_way");
  CHECK(given.refused(chair, ReturnSpeaker{high_level}) == "motion_under_way");
  given.must(grant_of("PH"), EndSpeech{*given.panel().speech()});
  CHECK(given.panel().interrupting() == motion);
  CHECK(given.refused(chair, EndSpeech{speech}) == "motion_under_way");
  CHECK(decided(given, motion, MotionOutcome::not_carried) == "accepted");
  given.after(seconds(5));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(46));
  CHECK(given.panel().status == PanelStatus::open);
}

TEST_CASE("L5 points of order go before motions") {
  Given given = chile_speaks();
  const EntryId motion = move(given, "PH", MotionKind::close_debate);
  const EntryId point = given.raise("EC");
  CHECK(given.refused(chair, TakeUpMotion{motion}) == "point_of_order_waits");
  given.recognise(point);
  CHECK(given.refused(chair, TakeUpMotion{motion}) == "point_of_order_waits");
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  given.must(chair, TakeUpMotion{motion});
  const SpeechId mover = *given.panel().speech();
  const EntryId another = given.raise("EC");
  CHECK(decided(given, motion, MotionOutcome::carried) == "point_of_order_waits");
  given.recognise(another);
  CHECK(given.refused(chair, RulePointOfOrder{motion, Ruling::noted}) == "not_recognised");
  CHECK(speaks(given, motion, "KE", MotionSide::against) == "point_of_order_under_way");
  given.must(chair, RulePointOfOrder{another, Ruling::noted});
  CHECK(given.panel().speech() == mover);
  CHECK_FALSE(is_paused(given.speech(mover)));
  CHECK(decided(given, motion, MotionOutcome::carried) == "accepted");
}

TEST_CASE("L5 besides the mover nobody speaks to suspend or adjourn the meeting, or on the closing of the list") {
  Given given = on_the_floor();
  for (const MotionKind kind : {MotionKind::suspend_meeting, MotionKind::adjourn_meeting}) {
    const EntryId motion = taken_up(given, "CL", kind);
    CHECK(speaks(given, motion, "EC", MotionSide::in_favour) == "speakers_heard");
    CHECK(speaks(given, motion, "EC", MotionSide::against) == "speakers_heard");
    CHECK(given.refused(grant_of("EC"), AskOnMotion{.entry = motion, .side = MotionSide::against}) == "speakers_heard");
    CHECK(decided(given, motion, MotionOutcome::lapsed) == "accepted");
  }
  const EntryId list = propose_closing(given);
  given.must(chair, TakeUpMotion{list});
  CHECK_FALSE(given.panel().speech());
  CHECK(speaks(given, list, "EC", MotionSide::against) == "speakers_heard");
}

TEST_CASE("L5 on the adjournment of the debate two speak for and two against, each once, besides the mover") {
  Given given = chile_speaks();
  const EntryId motion = taken_up(given, "PH", MotionKind::adjourn_debate);
  CHECK(speaks(given, motion, "PH", MotionSide::in_favour) == "already_spoken");
  CHECK(speaks(given, motion, "EC", MotionSide::in_favour) == "accepted");
  CHECK(delegation_of(given.state, given.speech(*given.panel().speech())) == DelegationId{"EC"});
  CHECK(given.speech(*given.panel().speech()).limit == seconds(60));
  CHECK(speaks(given, motion, "EC", MotionSide::against) == "already_spoken");
  CHECK(speaks(given, motion, "KE", MotionSide::in_favour) == "accepted");
  CHECK(speaks(given, motion, "MA", MotionSide::in_favour) == "speakers_heard");
  CHECK(speaks(given, motion, "MA", MotionSide::against) == "accepted");
  given.must(grant_of("MA"), EndSpeech{*given.panel().speech()});
  CHECK_FALSE(given.panel().speech());
  CHECK(given.panel().interrupting() == motion);
  CHECK(speaks(given, motion, "VA", MotionSide::against) == "accepted");
  CHECK(speaks(given, motion, "CL", MotionSide::against) == "speakers_heard");
  CHECK(given.panel().speeches == 0);  // none is of the list's time
}

TEST_CASE("L5 on the closure of the debate two speak, both against") {
  Given given = on_the_floor();
  const EntryId motion = taken_up(given, "CL", MotionKind::close_debate);
  CHECK(speaks(given, motion, "EC", MotionSide::in_favour) == "speakers_heard");
  CHECK(speaks(given, motion, "EC", MotionSide::against) == "accepted");
  CHECK(speaks(given, motion, "KE", MotionSide::against) == "accepted");
  CHECK(speaks(given, motion, "MA", MotionSide::against) == "speakers_heard");
}

TEST_CASE("L5 who asks to speak on a motion is given the floor from among those who ask") {
  Given given = on_the_floor();
  const EntryId motion = move(given, "CL", MotionKind::adjourn_debate);
  const AskOnMotion against{.entry = motion, .side = MotionSide::against};
  CHECK(given.refused(grant_of("EC"), against) == "unknown_entry");  // nobody is told of it yet
  CHECK(given.refused(desk, AskOnMotion{motion, DelegationId{"EC"}, MotionSide::in_favour}) == "not_taken_up");
  given.must(chair, TakeUpMotion{motion});
  given.must(grant_of("EC"), against);
  CHECK(given.refused(grant_of("EC"), against) == "nothing_changes");
  given.must(grant_of("EC"), AskOnMotion{.entry = motion, .side = MotionSide::in_favour});
  given.must(grant_of("KE"), against);
  CHECK(given.refused(grant_of("CL"), against) == "already_spoken");
  const auto& asks = given.state.motions.at(motion).asks;
  CHECK(asks == std::vector{OnMotion{{"EC"}, MotionSide::in_favour}, OnMotion{{"KE"}, MotionSide::against}});
  given.must(grant_of("EC"), WithdrawFromMotion{.entry = motion});
  CHECK(given.refused(grant_of("EC"), WithdrawFromMotion{.entry = motion}) == "has_not_asked");
  CHECK(speaks(given, motion, "KE", MotionSide::against) == "accepted");
  CHECK(asks.empty());
}

TEST_CASE("L5 the chair asks for objections once, and nobody speaks meanwhile") {
  Given given = on_the_floor();
  const EntryId motion = move(given, "CL", MotionKind::close_debate);
  CHECK(given.refused(chair, AskForObjections{motion}) == "not_taken_up");
  given.must(chair, TakeUpMotion{motion});
  given.must(chair, AskForObjections{motion});
  CHECK_FALSE(given.panel().speech());
  CHECK(given.state.motions.at(motion).objections_asked_at == given.now);
  CHECK(given.refused(chair, AskForObjections{motion}) == "nothing_changes");
}

TEST_CASE("L5 its mover withdraws a motion until it is decided, and nobody else's") {
  Given given = chile_speaks();
  const SpeechId speech = *given.panel().speech();
  const EntryId motion = taken_up(given, "PH", MotionKind::close_debate);
  CHECK(given.refused(grant_of("EC"), DecideMotion{motion, MotionOutcome::withdrawn, {}}) == "unauthorized");
  CHECK(given.refused(grant_of("PH"), DecideMotion{motion, MotionOutcome::carried, {}}) == "unauthorized");
  given.must(grant_of("PH"), DecideMotion{motion, MotionOutcome::withdrawn, {}});
  CHECK(given.panel().speech() == speech);
  CHECK(given.refused(grant_of("PH"), DecideMotion{motion, MotionOutcome::withdrawn, {}}) == "not_taken_up");
  const EntryId other = move(given, "EC", MotionKind::close_debate);
  CHECK(given.refused(grant_of("PH"), DecideMotion{other, MotionOutcome::withdrawn, {}}) == "unknown_entry");
  given.must(grant_of("EC"), WithdrawEntry{other});
  CHECK(waiting(given).empty());
}

TEST_CASE("L5 what waits is not decided, but can be set aside and put back, or lapses") {
  Given given = on_the_floor();
  const EntryId motion = move(given, "CL", MotionKind::close_debate);
  CHECK(decided(given, motion, MotionOutcome::carried) == "not_taken_up");
  CHECK(decided(given, motion, MotionOutcome::not_carried) == "not_taken_up");
  given.must(chair, RemoveEntry{motion});
  CHECK(decided(given, motion, MotionOutcome::lapsed) == "not_taken_up");
  given.must(chair, RestoreEntry{motion});
  CHECK(decided(given, motion, MotionOutcome::lapsed) == "accepted");
  CHECK(given.refused(chair, RestoreEntry{motion}) == "not_removed");
  CHECK(given.refused(chair, TakeUpMotion{motion}) == "not_waiting");
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::lapsed);
}

TEST_CASE("L5 a suspension that is carried suspends the meeting at once, and the speech goes on when it is resumed") {
  Given given = chile_speaks();
  const SpeechId speech = *given.panel().speech();
  const EntryId motion = taken_up(given, "PH", MotionKind::suspend_meeting);
  CHECK(given.refused(chair, DecideMotion{motion, MotionOutcome::carried, given.now}) == "instant_passed");
  CHECK(given.refused(chair, DecideMotion{motion, MotionOutcome::lapsed, given.now + minutes(10)}) == "malformed");
  const Instant until = given.now + minutes(10);
  given.must(chair, DecideMotion{motion, MotionOutcome::carried, until});
  CHECK(given.state.meetings.at(afternoon).status == MeetingStatus::suspended);
  CHECK(given.state.meetings.at(afternoon).suspended_until == until);
  CHECK(given.state.standings.at({"PH"}).outcome == Outcome::carried);
  given.after(minutes(11));
  given.must(chair, ResumeMeeting{afternoon});
  CHECK_FALSE(is_paused(given.speech(speech)));
  CHECK(elapsed(given.speech(speech), given.now) == seconds(41));
}

TEST_CASE("L5 an adjournment of the meeting that is carried closes it, and who spoke waits again at the head") {
  Given given = chile_speaks();
  const EntryId debate = taken_up(given, "EC", MotionKind::close_debate);
  speaks(given, debate, "KE", MotionSide::against);
  const EntryId waits = move(given, "VA", MotionKind::adjourn_debate);
  const EntryId motion = taken_up(given, "PH", MotionKind::adjourn_meeting);
  CHECK(decided(given, motion, MotionOutcome::carried) == "accepted");
  CHECK(given.state.meetings.at(afternoon).status == MeetingStatus::closed);
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.panel().floor.empty());
  CHECK(given.panel().status == PanelStatus::open);
  CHECK(given.state.motions.at(debate).outcome == MotionOutcome::lapsed);
  CHECK(given.state.motions.at(waits).outcome == MotionOutcome::lapsed);
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::returned);
}

TEST_CASE("L5 a motion on the debate that is carried closes the panel, and all who wait are kept") {
  for (const MotionKind kind : {MotionKind::adjourn_debate, MotionKind::close_debate}) {
    Given given = chile_speaks();
    const EntryId motion = taken_up(given, "PH", kind);
    CHECK(decided(given, motion, MotionOutcome::carried) == "accepted");
    CHECK(given.panel().status == PanelStatus::closed);
    CHECK(given.panel().list == ListStatus::closed);
    CHECK(given.list() == "CL EC KE MA");
    given.must(chair, OpenPanel{high_level});
    given.give(given.panel().order().front());
  }
}

TEST_CASE(
    "L5 who has asked again meanwhile waits once, and a panellist's speech ends, where a motion closes the panel") {
  Given given = chile_speaks();
  given.ask("CL");
  CHECK(decided(given, taken_up(given, "PH", MotionKind::close_debate), MotionOutcome::carried) == "accepted");
  CHECK(given.list() == "EC KE MA CL");
  Given other = on_the_floor();
  other.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(decided(other, taken_up(other, "PH", MotionKind::close_debate), MotionOutcome::carried) == "accepted");
  CHECK(other.panel().floor.empty());
}

TEST_CASE("L5 where all agree the list is closed on the chair's proposal, and the speech goes on") {
  Given given = chile_speaks();
  const SpeechId speech = *given.panel().speech();
  const EntryId motion = propose_closing(given);
  given.must(chair, TakeUpMotion{motion});
  CHECK(is_paused(given.speech(speech)));
  given.must(chair, AskForObjections{motion});
  CHECK(decided(given, motion, MotionOutcome::carried) == "accepted");
  CHECK(given.panel().list == ListStatus::closed);
  CHECK(given.list() == "EC KE MA");
  CHECK_FALSE(is_paused(given.speech(speech)));
}

TEST_CASE("L5 neither a meeting nor a panel closes while a motion waits or is before the chair") {
  Given given = on_the_floor();
  const EntryId motion = move(given, "CL", MotionKind::close_debate);
  CHECK(given.refused(chair, ClosePanel{high_level}) == "motion_waits");
  CHECK(given.refused(chair, CloseMeeting{afternoon}) == "motion_waits");
  given.must(chair, TakeUpMotion{motion});
  given.must(grant_of("CL"), EndSpeech{*given.panel().speech()});
  CHECK(given.refused(chair, ClosePanel{high_level}) == "motion_waits");
  CHECK(given.refused(chair, CloseMeeting{afternoon}) == "motion_waits");
}

TEST_CASE("L5 a suspension of the meeting meanwhile holds a motion where it is") {
  Given given = chile_speaks();
  const EntryId motion = taken_up(given, "PH", MotionKind::adjourn_debate);
  const SpeechId mover = *given.panel().speech();
  given.must(chair, SuspendMeeting{afternoon, {}});
  CHECK(decided(given, motion, MotionOutcome::carried) == "meeting_not_open");
  CHECK(speaks(given, motion, "EC", MotionSide::in_favour) == "meeting_not_open");
  given.must(chair, ResumeMeeting{afternoon});
  CHECK_FALSE(is_paused(given.speech(mover)));
  CHECK(decided(given, motion, MotionOutcome::not_carried) == "accepted");
}

TEST_CASE("L5 a motion stands when its mover's code is revoked, and the chair decides it") {
  Given given = on_the_floor();
  const EntryId motion = taken_up(given, "CL", MotionKind::close_debate);
  given.must(desk, RevokeSeat{{"CL"}});
  CHECK(given.panel().interrupting() == motion);
  CHECK(decided(given, motion, MotionOutcome::withdrawn) == "accepted");
  CHECK(given.panel().floor.empty());
}

TEST_CASE("L5 a speech that is due to be cut is cut when a motion is taken up, and who speaks on it is cut too") {
  Given given = on_the_floor();
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(0)});
  given.ask("CL");
  const SpeechId speech = given.give({given.state.last_entry});
  given.after(minutes(10));
  const EntryId motion = taken_up(given, "PH", MotionKind::close_debate);
  CHECK(given.speech(speech).end_cause == EndCause::cut);
  given.after(minutes(2));
  CHECK(given.deadlines() == 1);
  CHECK_FALSE(given.panel().speech());
  CHECK(given.panel().interrupting() == motion);
}
