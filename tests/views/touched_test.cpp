#include "support/kinds_of_events.hpp"
#include "views/watched.hpp"

namespace rostrum::views {

namespace {

const GrantId chile = grant_of("CL");

EntryId last_entry(const Watched& watched) { return {watched.state().last_entry}; }
SpeechId last_speech(const Watched& watched) { return {watched.state().last_speech}; }

void ask(Watched& watched, const std::string& delegation, Kind kind = Kind::statement) {
  watched.given().after(seconds(1));
  watched.must(grant_of(delegation), RequestFloor{.panel = high_level,
                                                  .kind = kind,
                                                  .speaker = {.name = "Ana Soto (fictional)", .title = "Minister"},
                                                  .on_behalf_of = kind == Kind::group_statement ? "a group" : ""});
}

void meetings_and_panels(Watched& watched) {
  watched.must(chair, OpenMeeting{afternoon});
  watched.must(chair, SuspendMeeting{afternoon, watched.given().now + minutes(10)});
  watched.must(chair, ResumeMeeting{afternoon});
  watched.must(chair, SetPanelTitle{special, {{"en", "Special Event"}, {"fr", "Réunion spéciale"}}});
  watched.must(chair, OpenPanel{high_level});
  watched.must(chair, PlanListOpening{high_level, watched.given().now + minutes(1)});
  watched.must(chair, OpenList{high_level});
  watched.must(chair, AnnounceListClosing{high_level, watched.given().now + minutes(60)});
}

void list_of_speakers(Watched& watched) {
  ask(watched, "CL");
  ask(watched, "EC");
  ask(watched, "KE", Kind::question);
  ask(watched, "MA", Kind::group_statement);
  ask(watched, "VA");
  watched.must(chair, MoveEntry{.entry = last_entry(watched), .anchor = {1}, .before = true});
  watched.must(chair, ClearMove{last_entry(watched), 1});
  watched.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  watched.must(grant_of("EC"), CorrectEntry{.entry = {2},
                                            .kind = Kind::group_statement,
                                            .speaker = {.name = "Inés Paz (fictional)"},
                                            .on_behalf_of = "a group",
                                            .place = 1});
  watched.must(desk, CorrectEntry{.entry = {2}, .kind = Kind::statement, .place = 9});
  watched.must(chair, SetOrderPolicy{high_level, OrderPolicy::least_heard});
  watched.must(chair, SetOrderPolicy{high_level, OrderPolicy::alternate});
  watched.must(grant_of("VA"), CorrectEntry{.entry = {5}, .kind = Kind::statement, .place = 9, .rank = Rank::minister});
  watched.must(chair, RecordNoShow{{3}});
  watched.must(chair, ClearNoShow{{3}});
  ask(watched, "CL", Kind::question);
  const EntryId second = last_entry(watched);
  ask(watched, "PH");
  watched.must(chair, RemoveEntry{{1}});  // its region is to be next by another entry
  watched.must(chair, RestoreEntry{{1}});
  watched.must(chair, RemoveEntry{second});
  watched.must(chair, RemoveEntry{last_entry(watched)});
  watched.must(chair, PrepareDraw{high_level, ""});
  watched.must(chair, FreezePool{high_level, 1});
  watched.must(chair, DrawLot{high_level, 1, "6-2-5"});
  watched.must(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time});
  watched.must(chair, RemoveEntry{{2}});
  watched.must(chair, RestoreEntry{{2}});
  watched.must(chair, RecordNoShow{{1}});
  watched.must(chair, RecordNoShow{{1}});
  watched.must(chair, ClearNoShow{{1}});
  watched.must(chair, ClearNoShow{{1}});
  watched.must(chile, WithdrawEntry{{1}});
  ask(watched, "CL");
}

void floor(Watched& watched) {
  for (int of = 0; of < limit_of_count; ++of)
    watched.must(chair, SetLimit{high_level, static_cast<LimitOf>(of), seconds(200 + of)});
  watched.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  watched.given().after(seconds(20));
  watched.must(chair, GiveFloor{high_level, last_entry(watched)});
  watched.must(chair, PauseSpeech{last_speech(watched)});
  watched.given().after(seconds(5));
  watched.must(chair, ResumeSpeech{last_speech(watched)});
  watched.must(chair, AddTime{last_speech(watched), seconds(30)});
  watched.must(chair, SetLimit{high_level, LimitOf::member, seconds(90), true});
  watched.must(chair, AnnounceLimits{high_level, {{LimitOf::member, seconds(100)}, {LimitOf::igo, seconds(60)}}, true});
  watched.must(chair, SetReserve{high_level, minutes(10)});
  watched.must(chair, SetMeetingEnd{afternoon, watched.given().now + minutes(200)});
  watched.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(10)});
  watched.must(chair, ReturnSpeaker{high_level});
  watched.must(chair, GiveFloor{high_level, last_entry(watched)});
  watched.given().after(seconds(120));
  watched.must(system_grant, CutSpeech{last_speech(watched)});
  watched.must(chair, ReturnSpeaker{high_level});
  watched.must(chair, GiveFloor{high_level, last_entry(watched)});
  watched.must(chile, EndSpeech{last_speech(watched)});
}

void points_of_order(Watched& watched) {
  ask(watched, "CL");
  watched.must(chair, GiveFloor{high_level, last_entry(watched)});
  watched.must(grant_of("EC"), RaisePointOfOrder{.panel = high_level, .note = "the time limit"});
  const EntryId first = last_entry(watched);
  watched.must(grant_of("PH"), RaisePointOfOrder{.panel = high_level});
  watched.must(chair, RemoveEntry{last_entry(watched)});
  watched.must(chair, RestoreEntry{last_entry(watched)});
  watched.must(chair, RecognisePointOfOrder{first});
  watched.must(chair, SetLimit{high_level, LimitOf::member, seconds(95)});
  watched.must(chair, RulePointOfOrder{first, Ruling::overruled});
  watched.must(chair, RecognisePointOfOrder{last_entry(watched)});
  watched.must(grant_of("PH"), EndSpeech{last_speech(watched)});
  watched.must(chair, RulePointOfOrder{last_entry(watched), Ruling::noted});
}

void motions(Watched& watched) {
  watched.must(grant_of("EC"), MoveMotion{.panel = high_level, .motion = MotionKind::adjourn_debate});
  const EntryId debate = last_entry(watched);
  watched.must(desk, MoveMotion{.panel = high_level, .motion = MotionKind::close_list});
  const EntryId list = last_entry(watched);
  watched.must(grant_of("PH"), MoveMotion{.panel = high_level, .motion = MotionKind::suspend_meeting});
  const EntryId suspension = last_entry(watched);
  watched.must(chair, RemoveEntry{suspension});
  watched.must(chair, TakeUpMotion{debate});
  watched.must(chile, AskOnMotion{.entry = debate, .side = MotionSide::in_favour});
  watched.must(grant_of("KE"), AskOnMotion{.entry = debate, .side = MotionSide::against});
  watched.must(grant_of("MA"), AskOnMotion{.entry = debate, .side = MotionSide::against});
  watched.must(grant_of("MA"), WithdrawFromMotion{.entry = debate});
  watched.must(chair, GiveFloorOnMotion{debate, {"KE"}, MotionSide::against});
  watched.must(chair, RestoreEntry{suspension});
  watched.must(chair, TakeUpMotion{suspension});
  watched.must(chair, DecideMotion{suspension, MotionOutcome::carried, watched.given().now + minutes(10)});
  watched.must(chair, ResumeMeeting{afternoon});
  watched.must(chair, AskForObjections{debate});
  watched.must(chair, DecideMotion{debate, MotionOutcome::not_carried, {}});
  watched.must(chair, TakeUpMotion{list});
  watched.must(chair, DecideMotion{list, MotionOutcome::lapsed, {}});
}

/// Two speakers with texts, so that one's is put away when the other has spoken.
void statements(Watched& watched) {
  watched.must(chair, EndSpeech{*watched.state().panels.at(high_level).speech()});
  for (const char* delegation : {"CL", "EC"}) {
    ask(watched, delegation, Kind::question);
    const EntryId entry = last_entry(watched);
    watched.must(grant_of(delegation), SubmitStatement{.entry = entry, .language = "en", .text = "One.\n\nTwo."});
    watched.must(grant_of(delegation), PlanStatementRelease{entry, watched.given().now + minutes(90)});
    watched.must(chair, GiveFloor{high_level, entry});
    watched.must(captioner, ReachParagraph{last_speech(watched), 2});
    watched.must(desk, SubmitStatement{.entry = entry, .language = "en", .text = "One."});
    watched.must(booth, RaiseSignal{SignalKind::speak_slowly});
    watched.must(booth, RaiseSignal{SignalKind::no_sound});
    watched.must(chair, MarkSignalSeen{{watched.state().last_signal}});
    watched.must(booth, EndSignal{{watched.state().last_signal}});
    watched.given().after(seconds(12));
    watched.must(chair, EndSpeech{last_speech(watched)});
  }
  const EntryId next = *council::next_of(watched.state(), watched.state().panels.at(high_level));
  watched.must(chair, SkipEntry{next});
  watched.must(chair, ClearSkip{next});
  watched.must(chair, SkipEntry{next});
  watched.must(chair, GiveFloor{high_level, watched.state().panels.at(high_level).order()[1]});
  watched.must(chair, EndSpeech{last_speech(watched)});
}

void own_acts(Watched& watched) {
  const auto waits = [&] { return watched.state().panels.at(high_level).order(); };
  while (waits().size() < 6)
    watched.must(desk, RequestFloor{.panel = high_level, .speaker = {.name = "A guest"}, .body = "A university"});
  ask(watched, "PH");
  const EntryId own = last_entry(watched);
  watched.must(chair, MoveEntry{.entry = own, .anchor = waits().front(), .before = true});
  watched.must(grant_of("PH"), AnswerStandBy{own});
  watched.must(grant_of("PH"), ClearStandBy{own});
  watched.must(grant_of("PH"), AnswerStandBy{own});
  watched.must(chair, MoveEntry{.entry = own, .anchor = waits().back(), .before = false});
  watched.must(grant_of("PH"), SubmitStatement{.entry = own, .language = "en", .text = "One."});
  watched.must(grant_of("PH"), FileInWriting{own});
  watched.must(grant_of("PH"), SubmitStatement{.entry = own, .language = "fr", .text = "Un."});
  watched.must(chair, RestoreEntry{own});
  watched.must(grant_of("PH"), WithdrawEntry{own});
}

void notices_and_sign_ins(Watched& watched) {
  watched.must(desk, SendNotice{Everyone{}, {{"en", "Coffee is served."}}});
  watched.must(desk, SendNotice{Audience::booth, {{"en", "Texts have come."}}});
  watched.must(desk, SendNotice{DelegationId{"CL"}, {{"en", "Please see the desk."}}});
  for (std::uint32_t number = 1; number <= 3; ++number) watched.must(desk, WithdrawNotice{{number}});
  watched.must(chile, RequestHelp{"our tablet is frozen"});
  watched.must(desk, TakeHelp{{1}});
  watched.must(desk, CloseHelp{{1}});
  watched.must(desk, RevokeSeat{{"EC"}});
  watched.must(desk, IssueCode{{"CL"}});
}

/// What nodes agree on is kept, and looks the same to everyone.
void grounds(Watched& watched) {
  for (const Event& event :
       {Event{SecretChecked{sha256("a secret")}}, Event{ClockAnchored{{.session_start = start}}}}) {
    State after = watched.state();
    Changes changes;
    evolve(after, event, {.act = {.seq = {1}}, .at = start, .actor = system_seat}, &changes);
    watched.check(event, changes, watched.state(), after);
    CHECK(watched.touched_last().empty());
  }
}

void the_end(Watched& watched) {
  watched.must(chair, ClosePanel{high_level});
  watched.must(chair, CloseMeeting{afternoon});
}

}  // namespace

TEST_CASE("whatever an event changes for anyone is among the keys that it touches") {
  Watched watched{Given{}};
  watched.check(SessionCreated{small_programme()}, {.created = true}, State{}, watched.state());
  watched.check(TermStarted{"north"}, {}, watched.state(), watched.state());
  grounds(watched);
  meetings_and_panels(watched);
  list_of_speakers(watched);
  floor(watched);
  points_of_order(watched);
  motions(watched);
  statements(watched);
  own_acts(watched);
  notices_and_sign_ins(watched);
  the_end(watched);
  CHECK(test::events_without(watched.kinds_seen()) == test::no_event);
}

TEST_CASE("an act touches what it changes and no more, so that patches stay small") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "One."});
  Watched watched(std::move(given));
  const std::pair<Act, std::set<std::string>> acts[] = {
      {RequestFloor{.panel = high_level, .delegation = DelegationId{"PH"}}, {"entry/5", "desk/5", "queue/high-level"}},
      {SubmitStatement{.entry = {2}, .language = "en", .text = "One."}, {"statement/2", "own/statement/EC/2"}},
      {SetLimit{high_level, LimitOf::member, seconds(90)},
       {"panel/high-level", "queue/high-level", "entry/1", "entry/2", "entry/3", "entry/4", "entry/5"}},
      {GiveFloor{high_level, EntryId{1}}, {"entry/1", "desk/1", "queue/high-level", "floor/high-level"}},
      {PauseSpeech{{1}}, {"floor/high-level"}},
      {SubmitStatement{.entry = {1}, .language = "fr", .text = "Un."},
       {"statement/1", "own/statement/CL/1", "floor/high-level"}},
      {SendNotice{Everyone{}, {{"en", "Coffee is served."}}}, {"notice/1"}},
      {FileInWriting{{3}}, {"entry/3", "desk/3", "queue/high-level", "standing/KE"}},
      {RevokeSeat{{"EC"}}, {"seat/EC"}},
  };
  for (const auto& [act, keys] : acts) {
    INFO(name(act));
    watched.must(desk, act);
    CHECK(watched.touched_last() == keys);
  }
}

TEST_CASE("a new limit touches the entry that has the floor, which is still seen with it") {
  Given given = four_waiting();
  given.give({1});
  const State before = given.state;
  Watched watched(std::move(given));
  watched.must(chair, SetLimit{high_level, LimitOf::member, seconds(90)});
  CHECK(changed_keys(before, watched.state()) ==
        std::set<std::string>{"panel/high-level", "queue/high-level", "entry/1", "entry/2", "entry/3", "entry/4"});
}

TEST_CASE("an act on one panel changes nothing that is seen of another") {
  Given given = four_waiting();
  const State before = given.state;
  given.give({1});
  for (const std::string& key : changed_keys(before, given.state)) {
    CHECK(key.find(review.value) == std::string::npos);
    CHECK(key.find(special.value) == std::string::npos);
  }
}

}  // namespace rostrum::views
