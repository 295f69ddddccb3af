// I3, V3, P5: what booths, desk and sign-ins do beside the floor.
#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

Programme with_booths() {
  Programme programme = small_programme();
  programme.seats.push_back({.id = {"booth-fr"}, .role = Role::interpreter, .language = "fr"});
  return programme;
}
const GrantId french_booth{"booth-fr.1"};

}  // namespace

TEST_CASE("I3 a booth signals to speak slowly, is seen, and ends it") {
  Given given = four_waiting(with_booths());
  const SpeechId speech = given.give(given.panel().order().front());
  const Events events = given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(events.at(0) == Event{SignalRaised{{1}, SignalKind::speak_slowly, "fr", speech}});
  given.must(chair, MarkSignalSeen{{1}});
  CHECK(given.refused(desk, MarkSignalSeen{{1}}) == "already_seen");
  given.must(french_booth, EndSignal{{1}});
  CHECK(given.refused(french_booth, EndSignal{{1}}) == "signal_over");
  CHECK(given.refused(french_booth, EndSignal{{9}}) == "unknown_signal");
}

TEST_CASE("I3 each booth has one signal of a kind at a time") {
  Given given = four_waiting(with_booths());
  given.give(given.panel().order().front());
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(given.refused(french_booth, RaiseSignal{SignalKind::speak_slowly}) == "already_raised");
  given.must(french_booth, RaiseSignal{SignalKind::microphone});
  given.must(booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(given.refused(booth, EndSignal{{1}}) == "unauthorized");
  given.must(desk, EndSignal{{1}});
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
}

TEST_CASE("I3 what is about a speech needs one and is over with it; no sound is told at any time and lasts") {
  Given given = four_waiting(with_booths());
  CHECK(given.refused(french_booth, RaiseSignal{SignalKind::speak_slowly}) == "nobody_speaks");
  CHECK(given.refused(french_booth, RaiseSignal{SignalKind::microphone}) == "nobody_speaks");
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(french_booth, RaiseSignal{SignalKind::no_sound});
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  given.must(chair, EndSpeech{speech});
  CHECK_FALSE(is_over(given.state, given.state.signals.at({1})));
  CHECK(is_over(given.state, given.state.signals.at({2})));
  CHECK(given.refused(chair, MarkSignalSeen{{2}}) == "signal_over");
  given.must(french_booth, EndSignal{{1}});
}

TEST_CASE("I3 the delegation that speaks marks a signal as seen, no other one does") {
  Given given = four_waiting(with_booths());
  given.give(given.panel().order().front());
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(given.refused(grant_of("EC"), MarkSignalSeen{{1}}) == "unknown_signal");
  given.must(grant_of("CL"), MarkSignalSeen{{1}});
}

TEST_CASE("I3 no sound is for whoever speaks, and goes with the floor") {
  Given given = four_waiting(with_booths());
  given.must(french_booth, RaiseSignal{SignalKind::no_sound});
  CHECK_FALSE(concerned(given.state, given.state.signals.at({1})));
  CHECK(given.refused(grant_of("CL"), MarkSignalSeen{{1}}) == "unknown_signal");
  given.give(given.panel().order().front());
  CHECK(concerned(given.state, given.state.signals.at({1})) == DelegationId{"CL"});
  const EntryId point = given.raise("PH");
  given.recognise(point);
  CHECK(concerned(given.state, given.state.signals.at({1})) == DelegationId{"PH"});
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  given.must(grant_of("CL"), MarkSignalSeen{{1}});
}

TEST_CASE("P4 to a delegation, what it is not told of is as unknown as what never was") {
  Given given = four_waiting(with_booths());
  given.give(given.panel().order().front());
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  given.must(french_booth, EndSignal{{1}});
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  given.must(grant_of("CL"), RequestHelp{});
  given.must(grant_of("CL"), CloseHelp{{1}});
  given.must(grant_of("CL"), RequestHelp{});
  const EntryId point = given.raise("PH");
  const GrantId other = grant_of("EC");
  for (const SignalId id : {SignalId{1}, SignalId{2}, SignalId{3}})  // over, standing, never raised
    CHECK(given.refused(other, MarkSignalSeen{id}) == "unknown_signal");
  for (const HelpId id : {HelpId{1}, HelpId{2}, HelpId{3}})
    CHECK(given.refused(other, CloseHelp{id}) == "unknown_help");
  for (const EntryId id : {point, EntryId{point.value + 1}}) {
    CHECK(given.refused(other, WithdrawEntry{id}) == "unknown_entry");
    CHECK(given.refused(other, SubmitStatement{.entry = id, .text = "Mine"}) == "unknown_entry");
    CHECK(given.refused(other, ReleaseStatement{id}) == "unknown_entry");
    // Nor does what the sender expects of the panel, which is looked at first, tell that there is one.
    CHECK(given.refused(other, WithdrawEntry{id}, {.speech = SpeechId{99}}) == "unknown_entry");
    CHECK(given.refused(other, PlanStatementRelease{id, {}}, {.head = EntryId{99}}) == "unknown_entry");
  }
  CHECK(given.refused(grant_of("PH"), WithdrawEntry{point}, {.speech = SpeechId{99}}) == "changed_meanwhile");
}

TEST_CASE("P4 whether another delegation has submitted a text is not told by a refusal") {
  Given given = four_waiting();
  const EntryId with = given.panel().order()[0];     // Chile's
  const EntryId without = given.panel().order()[1];  // Ecuador's
  given.must(grant_of("CL"), SubmitStatement{.entry = with, .language = "en", .text = "One."});
  const GrantId other = grant_of("KE");
  for (const EntryId id : {with, without}) {
    CHECK(given.refused(other, SubmitStatement{.entry = id, .language = "en", .text = "One."}) == "unauthorized");
    CHECK(given.refused(other, ReleaseStatement{id}) == "unauthorized");
    CHECK(given.refused(other, PlanStatementRelease{id, given.now + minutes(5)}) == "unauthorized");
    CHECK(given.refused(other, ReachParagraph{given.give(id), 1}) == "unauthorized");
  }
}

TEST_CASE("I3 a signal for a speech that a point of order interrupts stays with that speech") {
  Given given = four_waiting(with_booths());
  given.give(given.panel().order().front());
  given.must(french_booth, RaiseSignal{SignalKind::speak_slowly});
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK_FALSE(is_over(given.state, given.state.signals.at({1})));
}

TEST_CASE("I3 signals that are over leave the state, the oldest first, and those that stand stay") {
  Given given = four_waiting(with_booths());
  given.must(booth, RaiseSignal{SignalKind::no_sound});
  constexpr auto raised = static_cast<std::uint32_t>(over_kept_max + 20);
  for (std::uint32_t number = 2; number <= raised; ++number) {
    given.must(french_booth, RaiseSignal{SignalKind::no_sound});
    given.must(french_booth, EndSignal{{number}});
  }
  CHECK(given.state.signals.size() == over_kept_max);
  CHECK(given.refused(chair, EndSignal{{2}}) == "unknown_signal");
  CHECK(given.refused(chair, EndSignal{{raised}}) == "signal_over");
  CHECK(told(given.state, SignalEnded{{raised}}).details.at(0) ==
        std::pair<std::string, std::string>("signal", "no_sound"));
  CHECK(told(given.state, SignalEnded{{2}}).details.empty());
  given.must(booth, EndSignal{{1}});
}

TEST_CASE("V3 notices and requests for help that are over leave the state, the oldest first") {
  Given given;
  given.must(desk, SendNotice{Everyone{}, {{"en", "Coffee is served."}}});
  given.must(grant_of("EC"), RequestHelp{});
  constexpr auto sent = static_cast<std::uint32_t>(over_kept_max + 20);
  for (std::uint32_t number = 2; number <= sent; ++number) {
    given.must(desk, SendNotice{Everyone{}, {{"en", "Please be seated."}}});
    given.must(desk, WithdrawNotice{{number}});
    given.must(grant_of("CL"), RequestHelp{});
    given.must(grant_of("CL"), CloseHelp{{number}});
  }
  CHECK(given.state.notices.size() == over_kept_max);
  CHECK(given.state.helps.size() == over_kept_max);
  CHECK(given.refused(desk, TakeHelp{{2}}) == "unknown_help");
  CHECK(given.refused(desk, TakeHelp{{sent}}) == "help_over");
  given.must(desk, TakeHelp{{1}});
  given.must(desk, WithdrawNotice{{1}});
}

TEST_CASE("V3 a notice goes to all, to an audience or to a delegation, and stands until it is withdrawn") {
  Given given;
  given.must(desk, SendNotice{Everyone{}, {{"en", "Coffee is served."}}});
  given.must(chair, SendNotice{Audience::delegate, {{"en", "Please send your texts."}}});
  given.must(desk, SendNotice{DelegationId{"CL"}, {{"en", "Please see the desk."}}});
  given.must(desk, WithdrawNotice{{1}});
  CHECK(given.refused(desk, WithdrawNotice{{1}}) == "nothing_changes");
  CHECK(given.refused(desk, WithdrawNotice{{9}}) == "unknown_notice");
  CHECK(given.refused(grant_of("CL"), SendNotice{Everyone{}, {{"en", "Hello"}}}) == "unauthorized");
}

TEST_CASE("V3 a notice has words in languages of the session, of a bounded length, for somebody who is there") {
  Given given;
  CHECK(given.refused(desk, SendNotice{Everyone{}, {}}) == "malformed");
  CHECK(given.refused(desk, SendNotice{Everyone{}, {{"en", "  "}}}) == "malformed");
  CHECK(given.refused(desk, SendNotice{Everyone{}, {{"de", "Kaffee"}}}) == "malformed");
  CHECK(given.refused(desk, SendNotice{Everyone{}, {{"en", std::string(notice_bytes_max + 1, 'a')}}}) ==
        "text_too_long");
  CHECK(given.refused(desk, SendNotice{DelegationId{"XX"}, {{"en", "Hello"}}}) == "unknown_delegation");
}

TEST_CASE("V3 a bounded number of notices stands at once") {
  Given given;
  for (std::size_t number = 0; number < notices_max; ++number)
    given.must(desk, SendNotice{Everyone{}, {{"en", "Notice " + std::to_string(number)}}});
  CHECK(given.refused(desk, SendNotice{Everyone{}, {{"en", "One more"}}}) == "notices_full");
  given.must(desk, WithdrawNotice{{1}});
  CHECK(given.refused(desk, SendNotice{Everyone{}, {{"en", "One more"}}}) == "accepted");
}

TEST_CASE("V3 a delegation asks the desk for help, which takes it and closes it") {
  Given given;
  given.must(grant_of("CL"), RequestHelp{"our tablet is frozen"});
  CHECK(given.refused(grant_of("CL"), RequestHelp{}) == "already_asked");
  given.must(desk, TakeHelp{{1}});
  CHECK(given.state.helps.at({1}).taken_by == SeatId{"desk"});
  CHECK(given.refused(chair, TakeHelp{{1}}) == "already_taken");
  given.must(desk, CloseHelp{{1}});
  CHECK(given.state.helps.at({1}).status == HelpStatus::done);
  CHECK(given.refused(desk, CloseHelp{{1}}) == "help_over");
  given.must(grant_of("CL"), RequestHelp{});
}

TEST_CASE("V3 a delegation withdraws its own request for help, and no other") {
  Given given;
  given.must(grant_of("CL"), RequestHelp{});
  CHECK(given.refused(grant_of("EC"), CloseHelp{{1}}) == "unknown_help");
  CHECK(given.refused(grant_of("EC"), TakeHelp{{1}}) == "unauthorized");
  given.must(grant_of("CL"), CloseHelp{{1}});
  CHECK(given.state.helps.at({1}).status == HelpStatus::withdrawn);
  CHECK(given.refused(desk, TakeHelp{{1}}) == "help_over");
  CHECK(given.refused(desk, TakeHelp{{9}}) == "unknown_help");
  CHECK(given.refused(grant_of("CL"), RequestHelp{std::string(note_bytes_max + 1, 'a')}) == "text_too_long");
}

TEST_CASE("P5 a seat that is revoked may do nothing from then on") {
  Given given = on_the_floor();
  given.must(desk, RevokeSeat{{"CL"}});
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "unauthorized");
  CHECK(given.refused(desk, RevokeSeat{{"CL"}}) == "already_revoked");
  CHECK(given.refused(desk, RevokeSeat{{"nobody"}}) == "unknown_seat");
}

TEST_CASE("P5 a new code makes the old one void, also for a seat that was revoked") {
  Given given = on_the_floor();
  given.must(desk, IssueCode{{"CL"}});
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "unauthorized");
  given.must({"CL.2"}, RequestFloor{.panel = high_level});
  given.must(chair, RevokeSeat{{"CL"}});
  given.must(chair, IssueCode{{"CL"}});
  CHECK(given.refused({"CL.2"}, RequestFloor{.panel = high_level}) == "unauthorized");
  CHECK(given.refused({"CL.3"}, RequestFloor{.panel = high_level}) == "already_listed");
}

TEST_CASE("P5 nobody revokes or renews the seat they act from") {
  Given given;
  CHECK(given.refused(desk, RevokeSeat{{"desk"}}) == "own_seat");
  CHECK(given.refused(chair, IssueCode{{"chair"}}) == "own_seat");
  given.must(desk, RevokeSeat{{"chair"}});
}

TEST_CASE("P5 codes expire so long after they were issued, all at their instant, and a new one lasts as long again") {
  Programme programme = small_programme();
  programme.session.codes_valid = minutes(60);
  Given given(std::move(programme));
  given.after(minutes(30));
  given.must(desk, IssueCode{{"CL"}});
  given.after(minutes(30));
  CHECK(given.refused(grant_of("EC"), RequestHelp{}) == "unauthorized");  // also before the server has said so
  CHECK(given.deadlines() == 1);
  CHECK(given.state.grants.at(grant_of("EC")).revoked);
  CHECK_FALSE(given.state.grants.at({"CL.2"}).revoked);
  given.must({"CL.2"}, RequestHelp{});
  given.after(minutes(30));
  CHECK(given.deadlines() == 1);
  CHECK(given.refused({"CL.2"}, CloseHelp{{1}}) == "unauthorized");
}

TEST_CASE("P5 the codes of chair and desk do not expire: they issue all the others") {
  Programme programme = small_programme();
  programme.session.codes_valid = minutes(60);
  Given given(std::move(programme));
  given.must(desk, IssueCode{{"chair"}});
  given.after(minutes(60 * 24));
  CHECK(given.deadlines() == 1);
  CHECK_FALSE(given.state.grants.at({"chair.2"}).expires_at);
  given.must(desk, IssueCode{{"EC"}});
  given.must({"EC.2"}, RequestHelp{});
}

TEST_CASE("P5 without a time codes do not expire") {
  Given given;
  given.after(minutes(60 * 24 * 365));
  CHECK(given.deadlines() == 0);
  given.must(grant_of("EC"), RequestHelp{});
}
