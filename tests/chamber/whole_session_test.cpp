// A whole session, in which every kind of event happens. The journal that it leaves is one of those that later versions
// are held to (tests/journals): it is written to the path in ROSTRUM_KEEP_JOURNAL, where the environment has one.
#include "chamber/hall.hpp"

#include <cstdlib>
#include <set>

#include "journal/sqlite/sqlite_journal.hpp"
#include "support/kinds_of_events.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using namespace rostrum::council;

namespace {

/// Two meetings of `small_programme`, from the first planned opening to a second day. Everything is accepted.
class WholeSession {
 public:
  void play();

  Hall hall{programme()};

 private:
  static Programme programme();

  void before_the_meeting();
  void the_list_fills();
  void statements_come_in();
  void the_floor_is_given();
  void time_is_planned();
  void points_of_order();
  void motions();
  void the_list_is_repaired();
  void the_hall_is_served();
  void limits_and_cuts();
  void suspended_and_closed();
  void sign_ins_end();
  void second_day();
  void orders_of_the_list();
  void own_acts();
  void nodes_share_the_log();
  void another_node_writes();

  /// What must be accepted, by a seat's grant, two seconds after what was before.
  void must(const GrantId& grant, Act act);
  void wait(Millis span);
  EntryId ask(const std::string& delegation, Kind kind = Kind::statement);
  SpeechId give(std::variant<EntryId, PanellistId> to);
  EntryId raise(const std::string& delegation, const std::string& note);
  [[nodiscard]] const State& state() const { return hall.chamber->state(); }
};

Programme WholeSession::programme() {
  Programme programme = small_programme();
  programme.session.codes_valid = minutes(60 * 20);
  programme.panels[0].list_opens_at = start + minutes(10);
  programme.panels[1].limits[LimitOf::member] = seconds(30);
  return programme;
}

void WholeSession::must(const GrantId& grant, Act act) {
  wait(seconds(2));
  const std::string named(name(act));
  INFO(named);
  REQUIRE(hall.said(hall.act(grant, std::move(act))) == "accepted");
}

void WholeSession::wait(Millis span) {
  hall.clock.advance(span);
  hall.scheduler->wake(hall.clock.now());
  hall.scheduler->settle();
}

EntryId WholeSession::ask(const std::string& delegation, Kind kind) {
  must(grant_of(delegation), RequestFloor{.panel = high_level,
                                          .kind = kind,
                                          .language = "fr",
                                          .speaker = {.name = "Awa Diallo (fictional)", .title = "Ministre"},
                                          .on_behalf_of = kind == Kind::group_statement ? "the African Group" : ""});
  return {state().last_entry};
}

SpeechId WholeSession::give(std::variant<EntryId, PanellistId> to) {
  must(chair, GiveFloor{high_level, std::move(to)});
  return {state().last_speech};
}

EntryId WholeSession::raise(const std::string& delegation, const std::string& note) {
  must(grant_of(delegation), RaisePointOfOrder{.panel = high_level, .note = note});
  return {state().last_entry};
}

void WholeSession::play() {
  before_the_meeting();
  the_list_fills();
  statements_come_in();
  the_floor_is_given();
  time_is_planned();
  points_of_order();
  motions();
  the_list_is_repaired();
  own_acts();
  the_hall_is_served();
  limits_and_cuts();
  suspended_and_closed();
  sign_ins_end();
  second_day();
  nodes_share_the_log();
  another_node_writes();
}

void WholeSession::before_the_meeting() {
  must(desk, SetPanelTitle{special, {{"en", "Special Event: “Diasporas”"}, {"fr", "Événement spécial"}}});
  must(chair, PlanListOpening{review, start + minutes(20)});
  must(chair, SetLimit{.panel = high_level, .of = LimitOf::group_statement, .limit = seconds(240)});
  wait(minutes(25));  // both lists open as planned
  must(chair, OpenMeeting{afternoon});
  must(chair, OpenPanel{high_level});
  must(chair, CloseList{high_level});
  must(chair, OpenList{high_level});
  must(chair, AnnounceListClosing{high_level, hall.clock.now() + minutes(30)});
}

void WholeSession::the_list_fills() {
  for (const char* const delegation : {"EC", "KE", "PH", "VA", "ILO", "CARE"}) ask(delegation);
  ask("MA", Kind::group_statement);
  must(desk, RequestFloor{.panel = high_level,
                          .delegation = DelegationId{"CL"},
                          .kind = Kind::question,
                          .addressed_to = PanellistId{"it"}});
  must(desk, RequestFloor{.panel = high_level,
                          .speaker = {.name = "A guest (fictional)", .title = "Professor"},
                          .body = "A university"});
  must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
}

void WholeSession::statements_come_in() {
  const EntryId ecuador{1}, kenya{2};
  must(grant_of("EC"), SubmitStatement{.entry = ecuador, .language = "en", .text = "Chair,\n\nWe thank you.\n\nEnd."});
  must(grant_of("EC"), SubmitStatement{.entry = ecuador, .language = "en", .text = "Chair,\n\nWe thank you all."});
  must(grant_of("EC"), SubmitStatement{.entry = ecuador,
                                       .language = "es",
                                       .text = "# Señora Presidenta\n\n*Gracias.*",
                                       .format = TextFormat::markdown,
                                       .delivery = Delivery::verbatim});
  must(grant_of("KE"), SubmitStatement{.entry = kenya, .text = "Mr. Chair.\n\nThank you."});
  must(grant_of("KE"), PlanStatementRelease{kenya, hall.clock.now() + minutes(60)});
  must(grant_of("KE"), PlanStatementRelease{kenya, std::nullopt});
  must(grant_of("KE"), PlanStatementRelease{kenya, hall.clock.now() + minutes(1)});
  wait(minutes(2));  // released at its instant
  must(grant_of("PH"), SubmitStatement{.entry = {3}, .text = "One.\n\nTwo.\n\nThree."});
  must(grant_of("VA"), SubmitStatement{.entry = {4}, .text = "Peace."});
  must(desk, ReleaseStatement{{4}});
}

void WholeSession::the_floor_is_given() {
  const SpeechId morocco = give(EntryId{7});
  must(booth, RaiseSignal{SignalKind::speak_slowly});
  must(grant_of("MA"), MarkSignalSeen{{1}});
  must(chair, PauseSpeech{morocco});
  must(chair, ResumeSpeech{morocco});
  must(chair, AddTime{morocco, seconds(30)});
  must(chair, SetSpeechLimit{morocco, seconds(200)});
  must(booth, EndSignal{{1}});
  must(booth, RaiseSignal{SignalKind::no_sound});
  must(chair, EndSpeech{morocco});
  const SpeechId ecuador = give(EntryId{1});
  must(grant_of("EC"), ReachParagraph{ecuador, 2});  // and so it is released
  must(captioner, ReachParagraph{ecuador, 1});
  must(grant_of("EC"), EndSpeech{ecuador});
  must(chair, ReturnSpeaker{high_level});
  const SpeechId philippines = give(EntryId{3});
  wait(seconds(12));  // released, as its speech has run for ten seconds
  must(chair, SetLimit{.panel = high_level, .of = LimitOf::member, .limit = seconds(150), .also_under_way = true});
  give(PanellistId{"it"});
  must(chair, EndSpeech{{philippines.value + 1}});
}

void WholeSession::time_is_planned() {
  must(chair, AnnounceLimits{high_level, {{LimitOf::member, seconds(120)}, {LimitOf::igo, seconds(80)}}});
  must(chair, AnnounceLimits{.panel = high_level, .limits = {{LimitOf::member, seconds(135)}}, .from_next = true});
  must(desk, SetReserve{high_level, minutes(10)});
  must(chair, SetMeetingEnd{afternoon, start + minutes(200)});
}

void WholeSession::points_of_order() {
  const SpeechId kenya = give(EntryId{2});
  const EntryId first = raise("CL", "The microphone of Kenya (fictional)");
  const EntryId second = raise("EC", "");
  const EntryId third = raise("PH", "Withdrawn");
  const EntryId fourth = raise("MA", "Not taken up");
  must(chair, RecognisePointOfOrder{first});
  must(chair, EndSpeech{{state().last_speech}});
  must(chair, RulePointOfOrder{first, Ruling::upheld});
  must(chair, PauseSpeech{kenya});
  must(chair, RecognisePointOfOrder{second});
  must(chair, RulePointOfOrder{second, Ruling::overruled});
  must(chair, ResumeSpeech{kenya});
  must(grant_of("PH"), WithdrawEntry{third});
  must(chair, RemoveEntry{fourth});
  must(chair, RestoreEntry{fourth});
  must(chair, EndSpeech{kenya});
  must(chair, RecognisePointOfOrder{fourth});
  must(chair, RulePointOfOrder{fourth, Ruling::noted});
}

void WholeSession::motions() {
  const SpeechId holy_see = give(EntryId{4});
  must(grant_of("KE"), MoveMotion{.panel = high_level, .motion = MotionKind::close_debate});
  const EntryId debate{state().last_entry};
  must(chair, TakeUpMotion{debate});
  must(grant_of("EC"), AskOnMotion{.entry = debate, .side = MotionSide::against});
  must(grant_of("MA"), AskOnMotion{.entry = debate, .side = MotionSide::against});
  must(grant_of("MA"), WithdrawFromMotion{.entry = debate});
  must(chair, GiveFloorOnMotion{debate, {"EC"}, MotionSide::against});
  must(chair, AskForObjections{debate});
  must(chair, DecideMotion{debate, MotionOutcome::not_carried, std::nullopt});
  must(chair, MoveMotion{.panel = high_level, .motion = MotionKind::close_list});
  const EntryId list{state().last_entry};
  must(grant_of("MA"), MoveMotion{.panel = high_level, .motion = MotionKind::suspend_meeting});
  must(grant_of("MA"), DecideMotion{{state().last_entry}, MotionOutcome::withdrawn, std::nullopt});
  must(chair, TakeUpMotion{list});
  must(chair, DecideMotion{list, MotionOutcome::lapsed, std::nullopt});
  must(chair, ReturnSpeaker{high_level});
  CHECK(state().speeches.at(holy_see).ended_at);
}

void WholeSession::the_list_is_repaired() {
  const EntryId ecuador{1}, holy_see{4}, ilo{5}, ngo{6}, chile{8};
  must(chair, MoveEntry{.entry = ngo, .anchor = ilo, .before = true});
  must(desk, MoveEntry{.entry = holy_see, .anchor = ngo, .before = false});
  must(chair, ClearMove{ngo, 1});
  must(chair, MoveEntry{.entry = ngo, .anchor = ilo, .before = true});
  must(grant_of("EC"), CorrectEntry{.entry = ecuador,
                                    .kind = Kind::group_statement,
                                    .language = "es",
                                    .speaker = {.name = "Inés Paz (fictional)", .title = "Viceministra"},
                                    .on_behalf_of = "the Andean Community"});
  must(desk, CorrectEntry{.entry = ecuador, .kind = Kind::statement, .language = "en"});
  must(chair, SkipEntry{ecuador});
  must(chair, ClearSkip{ecuador});
  must(chair, RemoveEntry{chile});
  must(chair, RestoreEntry{chile});
  must(chair, RecordNoShow{ilo});
  must(chair, ClearNoShow{ilo});
  must(chair, RecordNoShow{ilo});
  must(chair, RecordNoShow{ilo});
  must(desk, ClearNoShow{ilo});
  must(grant_of("CARE"), WithdrawEntry{ngo});
}

void WholeSession::own_acts() {
  const EntryId ecuador{1}, chile{8};  // of whom Chile has a question
  must(grant_of("CL"), AnswerStandBy{chile});
  must(grant_of("CL"), ClearStandBy{chile});
  must(grant_of("CL"), AnswerStandBy{chile});
  must(grant_of("EC"), FileInWriting{ecuador});
  must(grant_of("EC"), SubmitStatement{.entry = ecuador, .language = "es", .text = "Gracias (fictional)."});
  must(chair, RestoreEntry{ecuador});
}

void WholeSession::the_hall_is_served() {
  must(desk, SendNotice{Everyone{}, {{"en", "Coffee at four."}, {"fr", "Café à seize heures."}}});
  must(chair, SendNotice{Audience::booth, {{"en", "The next speech is in Spanish."}}});
  must(desk, SendNotice{DelegationId{"KE"}, {{"en", "Your text has arrived."}}});
  must(desk, WithdrawNotice{{1}});
  must(grant_of("PH"), RequestHelp{"No sound in the earphones"});
  must(desk, TakeHelp{{1}});
  must(desk, CloseHelp{{1}});
  must(grant_of("VA"), RequestHelp{});
  must(grant_of("VA"), CloseHelp{{2}});
  must(chair, EndSignal{{2}});
}

void WholeSession::limits_and_cuts() {
  must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(5)});
  must(chair, SkipEntry{{1}});
  give(EntryId{8});       // what was passed over is no longer
  wait(seconds(5 * 60));  // cut
  give(EntryId{5});
  give(EntryId{4});  // the floor goes to the next
  must(chair, SetAtLimit{high_level, AtLimit::signal, seconds(15)});
  must(chair, ReturnSpeaker{high_level});
}

void WholeSession::suspended_and_closed() {
  const SpeechId ecuador = give(EntryId{1});
  must(booth, RaiseSignal{SignalKind::microphone});
  must(chair, MarkSignalSeen{{3}});
  const EntryId point = raise("KE", "Before the pause");
  must(chair, SuspendMeeting{afternoon, hall.clock.now() + minutes(15), std::nullopt});
  wait(minutes(16));
  must(chair, ResumeMeeting{afternoon});
  must(chair, RecognisePointOfOrder{point});
  must(chair, RulePointOfOrder{point, Ruling::noted});
  must(chair, EndSpeech{ecuador});
  must(chair, ClosePanel{high_level});
  must(chair, OpenPanel{high_level});
  must(chair, ClosePanel{high_level});
  must(chair, SuspendMeeting{afternoon, std::nullopt, std::nullopt});
  must(chair, CloseMeeting{afternoon});
}

void WholeSession::sign_ins_end() {
  must(desk, RevokeSeat{{"PH"}});
  must(desk, IssueCode{{"PH"}});
  must(desk, IssueCode{{"KE"}});
  wait(minutes(60 * 19));  // those of the first day have expired
  must(desk, IssueCode{{"CL"}});
}

void WholeSession::second_day() {
  must(chair, OpenMeeting{next_morning});
  must(chair, OpenPanel{review});
  must(desk, RequestFloor{.panel = review, .delegation = DelegationId{"CL"}});
  must(desk, RequestFloor{.panel = review, .delegation = DelegationId{"KE"}});
  must(chair, AnnounceListClosing{review, hall.clock.now() + minutes(5)});
  must(chair, GiveFloor{review, EntryId{state().last_entry - 1}});
  wait(minutes(6));  // the list closes as announced
  must(chair, GiveFloor{review, EntryId{state().last_entry}});
  orders_of_the_list();
}

void WholeSession::orders_of_the_list() {
  const auto put = [&](const std::string& delegation, Kind kind, std::optional<Rank> rank = {}) {
    must(desk, RequestFloor{.panel = review, .delegation = DelegationId{delegation}, .kind = kind, .rank = rank});
    return EntryId{state().last_entry};
  };
  must(chair, SetOrderPolicy{review, OrderPolicy::rank});
  const EntryId chile = put("CL", Kind::statement);
  put("CL", Kind::question);
  put("KE", Kind::statement, Rank::minister);
  must(chair, SetOrderPolicy{review, OrderPolicy::least_heard});
  must(chair, SetOrderPolicy{review, OrderPolicy::alternate});
  put("MA", Kind::statement, Rank::ambassador);
  must(chair, MoveEntry{.entry = {state().last_entry}, .anchor = chile, .before = true});
  must(chair, RemoveEntry{chile});  // its region is to be next by its question
  must(chair, SetOrderPolicy{review, OrderPolicy::manual});
  must(chair, PrepareDraw{review, ""});
  must(desk, FreezePool{review, 1});
  must(chair, DrawLot{review, 1, "6-2-5-HERON"});
  must(chair, PrepareDraw{review, "the word was not heard in the booths"});
}

/// The log is brought to servers, with what the nodes have to agree on behind it.
void WholeSession::nodes_share_the_log() {
  const Grounds grounds{.clock = {.session_start = start, .wall_start = start}, .secret_check = sha256("a secret")};
  const auto shared = grounds_behind(hall.memory.commits().back(), grounds, hall.clock.now(), test::known_salts);
  REQUIRE(shared);
  REQUIRE(hall.memory.append(hall.memory.tail().seq.next(), *shared));
  hall.restart();
  CHECK(state().secret_check == grounds.secret_check);
  CHECK(state().clock_anchor == grounds.clock);
}

/// What only the ledger of several nodes adds is in the journal of the node that this process goes on from: no chamber
/// on a ledger of its own can have it happen.
void WholeSession::another_node_writes() {
  const journal::Tail tail = hall.memory.tail();
  const wire::Commit commit{.session = state().session.id,
                            .epoch = epoch_of_tests,
                            .term = 2,
                            .seq = tail.seq.next(),
                            .previous = tail.digest,
                            .acts = {{.grant = system_grant,
                                      .command_id = "begin-term-2",
                                      .actor = system_seat,
                                      .act = "begin_term",
                                      .at = hall.clock.now(),
                                      .events = {TermStarted{"north"}}}}};
  REQUIRE(hall.memory.append(commit.seq, wire::encode(commit, test::known_salts)));
  hall.restart();
  CHECK(hall.chamber->seq() == commit.seq);
}

std::set<std::size_t> kinds_in(journal::Journal& journal) {
  std::set<std::size_t> kinds;
  const auto read = journal.read({1}, [&](Seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    REQUIRE(commit);
    for (const auto& act : commit->acts)
      for (const auto& event : act.events) kinds.insert(event.index());
    return true;
  });
  REQUIRE(read);
  return kinds;
}

void keep(journal::Journal& journal, const char* path) {
  auto kept = journal::open_sqlite_journal(path, journal::Access::write);
  if (!kept) FAIL(kept.error().why);
  const auto read = journal.read({1}, [&](Seq seq, wire::StoredView stored) {
    const auto appended = (*kept)->append(seq, stored);
    if (!appended) FAIL(appended.error().why);
    return true;
  });
  REQUIRE(read);
}

}  // namespace

TEST_CASE("L14 a whole session, in which every kind of event happens, is played and comes back") {
  WholeSession session;
  session.play();
  CHECK(test::events_without(kinds_in(session.hall.memory)) == test::no_event);  // let it happen in `play`
  const Seq last = session.hall.chamber->seq();
  session.hall.restart();
  CHECK(session.hall.chamber->seq() == last);
  if (const char* path = std::getenv("ROSTRUM_KEEP_JOURNAL")) keep(session.hall.memory, path);
}
