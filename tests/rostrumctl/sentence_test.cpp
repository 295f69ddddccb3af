#include "rostrumctl/sentence.hpp"

#include <set>

#include "council/given.hpp"
#include "support/kinds_of_events.hpp"

using namespace rostrum;
using namespace rostrum::council;

TEST_CASE("L14 the log tells every kind of event in a sentence of its own") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  const SpeechId speech = given.give(chile);
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  const SpeechId panellist{given.state.last_speech};
  const EntryId point = given.raise("EC", "the time limit");
  given.must(booth, RaiseSignal{SignalKind::microphone});
  given.must(grant_of("KE"), RequestHelp{"our tablet is frozen"});
  given.must(chair,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  const EntryId guest = given.panel().order().back();
  given.must(grant_of("KE"), MoveMotion{.panel = high_level, .motion = MotionKind::adjourn_debate});
  const EntryId motion{given.state.last_entry};
  given.must(chair, MoveMotion{.panel = high_level, .motion = MotionKind::close_list});
  const EntryId proposal{given.state.last_entry};
  const std::vector<std::pair<Event, std::string>> table{
      {SessionCreated{small_programme()}, "The session “Council” is set up with 3 panels and 8 delegations."},
      {TermStarted{"north"}, "The node north writes from now on."},
      {SecretChecked{}, "Only nodes that have the session’s secret serve it from now on."},
      {ClockAnchored{{.session_start = start, .wall_start = start}},
       "The clock that all nodes go by was started. [at noon]"},
      {MeetingOpened{afternoon}, "The meeting “Day 1, afternoon” opens."},
      {MeetingSuspended{afternoon, {}}, "The meeting “Day 1, afternoon” is suspended."},
      {MeetingSuspended{afternoon, start}, "The meeting “Day 1, afternoon” is suspended. [at noon]"},
      {MeetingResumed{afternoon}, "The meeting “Day 1, afternoon” goes on."},
      {MeetingClosed{afternoon}, "The meeting “Day 1, afternoon” closes."},
      {PanelOpened{high_level}, "The panel “High-level Plenary Panel” is taken up."},
      {PanelClosed{high_level}, "The panel “High-level Plenary Panel” is closed."},
      {PanelTitled{special, {{"en", "Special Event"}}}, "The panel special-event has the title “Special Event”."},
      {OrderPolicySet{high_level, OrderPolicy::category, {}},
       "The list of “High-level Plenary Panel” is ordered by category, then time."},
      {LimitSet{high_level, LimitOf::member, seconds(150)},
       "The limit for member in “High-level Plenary Panel” is 2 min 30 s."},
      {LimitsAnnounced{high_level, {{LimitOf::member, seconds(115)}}, {}},
       "New limits are announced in “High-level Plenary Panel”: 1 min 55 s for member."},
      {LimitsAnnounced{high_level, {{LimitOf::member, seconds(115)}, {LimitOf::igo, seconds(75)}}, {}},
       "New limits are announced in “High-level Plenary Panel”: 1 min 55 s for member, others too."},
      {ReserveSet{high_level, minutes(10)}, "The reserve of “High-level Plenary Panel” is 10 min."},
      {MeetingEndSet{afternoon, start}, "The meeting “Day 1, afternoon” has another end. [at noon]"},
      {AtLimitSet{high_level, AtLimit::signal, {}}, "At the limit, “High-level Plenary Panel” signals only."},
      {AtLimitSet{high_level, AtLimit::cut, seconds(15)},
       "At the limit and a grace of 15 s, the floor of “High-level Plenary Panel” is released."},
      {ListOpened{high_level}, "The list of speakers of “High-level Plenary Panel” is open."},
      {ListOpeningPlanned{high_level, start},
       "The opening of the list of speakers of “High-level Plenary Panel” is planned. [at noon]"},
      {ListClosingAnnounced{high_level, start},
       "The closing of the list of speakers of “High-level Plenary Panel” is announced. [at noon]"},
      {ListClosed{high_level}, "The list of speakers of “High-level Plenary Panel” is closed."},
      {FloorRequested{
           .entry = chile, .panel = high_level, .kind = Kind::group_statement, .on_behalf_of = "GRULAC", .place = 3},
       "Chile asks for the floor in “High-level Plenary Panel” for a group statement on behalf of GRULAC, place 4."},
      {EntryWithdrawn{chile}, "Chile withdraws from the list."},
      {EntryRemoved{chile}, "Chile is taken off the list."},
      {FiledInWriting{chile}, "The statement of Chile is filed in writing and leaves the list."},
      {StandByAnswered{chile}, "Chile is on its way."},
      {StandByCleared{chile}, "The answer of Chile that it is on its way no longer stands."},
      {EntryRestored{chile, 0}, "Chile is put back on the list at place 1."},
      {EntryMoved{chile, 1}, "Chile is moved to place 2."},
      {NoShowRecorded{.entry = chile, .place = 2}, "Chile is called, not there, and moved back to place 3."},
      {NoShowRecorded{.entry = chile, .times = 2, .taken_off = true},
       "Chile is called, not there for the second time, and taken off the list."},
      {NoShowCleared{.entry = chile, .place = 0}, "Chile was there after all and is put back at place 1."},
      {EntryReturned{chile, 0}, "Chile is returned to the list at place 1."},
      {EntrySkipped{chile}, "Chile is passed over once."},
      {MoveCleared{.entry = chile, .place = 3}, "The move of Chile is taken back, to place 4."},
      {EntryCorrected{.entry = chile, .kind = Kind::question, .place = 3},
       "The request of Chile is corrected: a question, place 4."},
      {EntryCorrected{.entry = chile, .kind = Kind::group_statement, .on_behalf_of = "GRULAC", .place = 0},
       "The request of Chile is corrected: a group statement, place 1."},
      {SkipCleared{guest}, "A guest (fictional) (A university) is no longer passed over."},
      {FloorGiven{.speech = speech, .panel = high_level, .to = chile, .limit = seconds(180)},
       "Chile has the floor for 3 min."},
      {FloorGiven{.speech = panellist, .panel = high_level, .to = PanellistId{"it"}, .limit = seconds(45)},
       "Panellist from Italy has the floor for 45 s."},
      {SpeechPaused{speech, PauseCause::chair}, "The speech of Chile is paused."},
      {SpeechPaused{speech, PauseCause::suspension}, "The speech of Chile is paused by the suspension."},
      {SpeechPaused{speech, PauseCause::point_of_order}, "The speech of Chile is interrupted by a point of order."},
      {SpeechPaused{speech, PauseCause::motion}, "The speech of Chile is interrupted by a motion."},
      {SpeechResumed{speech}, "The speech of Chile goes on."},
      {TimeAdded{speech, seconds(30)}, "Chile is given 30 s more."},
      {SpeechLimitSet{speech, minutes(4)}, "The limit of the speech of Chile is 4 min."},
      {SpeechEnded{speech, EndCause::chair}, "The speech of Chile ended."},
      {SpeechEnded{speech, EndCause::next}, "The speech of Chile ended, as the floor went to the next speaker."},
      {SpeechEnded{speech, EndCause::speaker}, "The speech of Chile ended: the delegation gave the floor back."},
      {SpeechEnded{speech, EndCause::cut}, "The speech of Chile was cut: the limit and its grace had passed."},
      {SpeechEnded{speech, EndCause::returned}, "The speech of Chile was broken off: the speaker returns to the list."},
      {SpeechEnded{speech, EndCause::ruled}, "The speech of Chile ended, as the chair rules."},
      {PointOfOrderRaised{point, high_level, {"EC"}, "", "en"},
       "Ecuador raises a point of order in “High-level Plenary Panel”."},
      {PointOfOrderRaised{point, high_level, {"EC"}, "the time limit", "en"},
       "Ecuador raises a point of order in “High-level Plenary Panel”: the time limit"},
      {PointOfOrderRecognised{point, {3}, seconds(60)}, "Ecuador is recognised on the point of order, for 1 min."},
      {PointOfOrderRuled{point, Ruling::upheld}, "The point of order of Ecuador is upheld."},
      {MotionMoved{motion, high_level, DelegationId{"KE"}, MotionKind::adjourn_debate, 0, "en"},
       "Kenya moves to adjourn the debate in “High-level Plenary Panel”."},
      {MotionMoved{proposal, high_level, std::nullopt, MotionKind::close_list, 0, "en"},
       "The chair proposes to close the list of speakers of “High-level Plenary Panel”."},
      {MotionTakenUp{motion, SpeechId{3}, seconds(60)}, "The motion to adjourn the debate is taken up."},
      {SpeakingOnMotionAsked{motion, {"EC"}, MotionSide::against},
       "Ecuador asks to speak against the motion to adjourn the debate."},
      {SpeakingOnMotionWithdrawn{motion, {"EC"}},
       "Ecuador no longer asks to speak on the motion to adjourn the debate."},
      {FloorGivenOnMotion{motion, {9}, {4}, {"EC"}, MotionSide::in_favour, seconds(60), "en"},
       "Ecuador has the floor in favour of the motion to adjourn the debate, for 1 min."},
      {ObjectionsAsked{motion}, "The chair asks for objections to the motion to adjourn the debate."},
      {MotionDecided{motion, MotionOutcome::carried}, "The motion to adjourn the debate is carried."},
      {MotionDecided{motion, MotionOutcome::not_carried}, "The motion to adjourn the debate is not carried."},
      {MotionDecided{motion, MotionOutcome::withdrawn}, "The motion to adjourn the debate is withdrawn."},
      {MotionDecided{motion, MotionOutcome::lapsed}, "The motion to adjourn the debate has lapsed."},
      {StatementSubmitted{.entry = chile, .language = "es", .version = 2, .paragraphs = {"Hola"}, .words = 1},
       "The statement of Chile is received in es, version 2, 1 words."},
      {StatementReleased{chile, ReleaseCause::speech},
       "The statement of Chile is released: its speech has run for ten seconds."},
      {DrawPrepared{high_level, 1, "d566", ""},
       "Draw 1 is prepared. SHA-256 of its secret: d566. List: “High-level Plenary Panel”."},
      {DrawPrepared{high_level, 2, "d566", "a card fell"},
       "Draw 2 is prepared, because: a card fell. SHA-256 of its secret: d566. List: “High-level Plenary Panel”."},
      {PoolFrozen{high_level, 1, {{1}, {2}}, {"CL", "EC"}},
       "Draw 1 is among the 2 who wait. List: “High-level Plenary Panel”."},
      {LotDrawn{high_level, 1, "7e", "6-2-5", "8f", {}, {}},
       "Draw 1 is drawn with the word 6-2-5. Secret: 7e. Seed: 8f. List: “High-level Plenary Panel”."},
      {ListOrdered{high_level, {}}, "The list of “High-level Plenary Panel” follows who has spoken."},
      {StatementReleased{chile, ReleaseCause::paragraph},
       "The statement of Chile is released: its first paragraph was reached."},
      {StatementReleased{chile, ReleaseCause::instant},
       "The statement of Chile is released: the instant that was set has come."},
      {StatementReleased{chile, ReleaseCause::released}, "The statement of Chile is released: by hand."},
      {StatementReleased{chile, ReleaseCause::in_writing},
       "The statement of Chile is released: it is filed in writing."},
      {StatementReleasePlanned{chile, start}, "The release of the statement of Chile is planned. [at noon]"},
      {StatementReleasePlanned{chile, {}}, "The release of the statement of Chile is no longer planned."},
      {ParagraphReached{speech, 3}, "Chile has reached paragraph 3."},
      {SignalRaised{{1}, SignalKind::speak_slowly, "fr", speech}, "A booth signals: speak slowly."},
      {SignalSeen{{1}}, "The signal “microphone” is seen."},
      {SignalEnded{{1}}, "The signal “microphone” is over."},
      {NoticeSent{{1}, Everyone{}, {{"en", "Coffee"}}}, "A notice goes to all: Coffee."},
      {NoticeSent{{1}, Audience::booth, {{"en", "Coffee"}}}, "A notice goes to the audience booth: Coffee."},
      {NoticeSent{{1}, DelegationId{"CL"}, {{"en", "Coffee"}}}, "A notice goes to Chile: Coffee."},
      {NoticeWithdrawn{{1}}, "Notice 1 is withdrawn."},
      {HelpRequested{{1}, {"KE"}, ""}, "Kenya asks the desk for help."},
      {HelpTaken{{1}}, "The request for help of Kenya is taken."},
      {HelpClosed{{1}, HelpStatus::done}, "The request for help of Kenya is done."},
      {HelpClosed{{1}, HelpStatus::withdrawn}, "The request for help of Kenya is withdrawn."},
      {GrantRevoked{grant_of("CL"), RevokeCause::revoked}, "The code of CL is revoked."},
      {GrantRevoked{grant_of("CL"), RevokeCause::replaced}, "The code of CL is void, as a new one is issued."},
      {GrantRevoked{grant_of("CL"), RevokeCause::expired}, "The code of CL is expired."},
      {GrantIssued{{"CL.2"}, {"CL"}, 2, {}}, "A new code is issued to CL."},
  };
  std::set<std::size_t> kinds;
  for (const auto& [event, words] : table) {
    CHECK(ctl::sentence(given.state, event, [](Instant) { return "at noon"; }) == words);
    kinds.insert(event.index());
  }
  CHECK(test::events_without(kinds) == test::no_event);  // a sentence for each
}

TEST_CASE("W1 a sentence of the log is one line, whatever was written before texts were held to that") {
  Given given = four_waiting();
  const auto told = [&](const Event& event) {
    return ctl::sentence(given.state, event, [](Instant) { return "at noon"; });
  };
  CHECK(told(NoticeSent{{1}, Everyone{}, {{"en", "Coffee\r\nand \x1B[31mtea\u202E\u2028"}}}) ==
        "A notice goes to all: Coffee\\u{000D}\\u{000A}and \\u{001B}[31mtea\\u{202E}\\u{2028}.");
  CHECK(told(FloorRequested{.entry = given.panel().order().front(),
                            .panel = high_level,
                            .kind = Kind::group_statement,
                            .on_behalf_of = "G77\nand China"}) ==
        "Chile asks for the floor in “High-level Plenary Panel” for a group statement on behalf of "
        "G77\\u{000A}and China, place 1.");
}

TEST_CASE("W2 what people wrote from right to left keeps to itself in a sentence of the log") {
  Given given = four_waiting();
  given.must(chair, RequestFloor{.panel = high_level, .speaker = {.name = "سارة حداد"}, .body = "جامعة"});
  const auto told = [&](const Event& event) {
    return ctl::sentence(given.state, event, [](Instant) { return "at noon"; });
  };
  CHECK(told(EntryMoved{given.panel().order().back(), 1}) == "\u2068سارة حداد (جامعة)\u2069 is moved to place 2.");
  CHECK(told(NoticeSent{{1}, Everyone{}, {{"en", "قهوة 10:30"}}}) == "A notice goes to all: \u2068قهوة 10:30\u2069.");
  CHECK(told(PanelTitled{special, {{"en", "חגיגה"}}}) == "The panel special-event has the title “\u2068חגיגה\u2069”.");
}
