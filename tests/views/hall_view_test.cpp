// P4, S2, I3, V3: who is shown a point of order, a text under embargo, a signal, a notice, a request for help, a
// sign-in.
#include "views/watched.hpp"

namespace rostrum::views {

namespace {

/// Who sees `key`, such as "desk booth CL": audiences first, then delegations.
std::string who_sees(const State& state, const std::string& key) {
  std::string who;
  const auto add = [&](std::string_view viewer) { who += (who.empty() ? "" : " ") + std::string(viewer); };
  for (const Viewer& viewer : all_viewers(state)) {
    const auto picture = picture_of(state, viewer);
    if (!picture.contains(key)) continue;
    if (const auto* audience = std::get_if<Audience>(&viewer))
      add(name(*audience));
    else
      add(std::get<DelegationId>(viewer).value);
  }
  return who;
}

/// Who is sent `words` anywhere in what they see.
std::string who_reads(const State& state, const std::string& words) {
  std::string who;
  for (const Viewer& viewer : all_viewers(state))
    for (const auto& [key, bytes] : picture_of(state, viewer))
      if (bytes.find(words) != std::string::npos) {
        const auto* audience = std::get_if<Audience>(&viewer);
        who +=
            (who.empty() ? "" : " ") + (audience ? std::string(name(*audience)) : std::get<DelegationId>(viewer).value);
        break;
      }
  return who;
}

}  // namespace

TEST_CASE("L5 a point of order that waits is the desk's and its delegation's to see; its note never anybody else's") {
  Given given = four_waiting();
  given.give({1});
  const EntryId point = given.raise("PH", "canary-note");
  CHECK(who_sees(given.state, "point/5") == "desk");
  CHECK(who_sees(given.state, "own/point/PH/5") == "PH");
  CHECK(who_sees(given.state, "entry/5").empty());
  CHECK(who_reads(given.state, "canary-note") == "desk PH");
  given.recognise(point);
  CHECK(who_sees(given.state, "entry/5") == "public delegate booth desk");
  CHECK(who_reads(given.state, "canary-note") == "desk PH");
  given.must(chair, RulePointOfOrder{point, Ruling::noted});
  CHECK(who_sees(given.state, "point/5").empty());
  CHECK(who_sees(given.state, "own/point/PH/5").empty());
  CHECK(who_reads(given.state, "canary-note").empty());
}

TEST_CASE("L5 everybody sees the point that is recognised, and which speech it interrupts, where that stood") {
  Given given = four_waiting();
  const SpeechId speech = given.give({1});
  given.after(seconds(30));
  const EntryId point = given.raise("PH");
  given.recognise(point);
  given.after(seconds(20));
  const auto entity = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::public_);
  const Floor floor = std::get<Floor>(*entity);
  REQUIRE(floor.point);
  CHECK(floor.point->entry == point);
  CHECK(floor.point->delegation == DelegationId{"PH"});
  REQUIRE(floor.speech);
  CHECK(floor.speech->kind == Kind::point_of_order);
  REQUIRE(floor.interrupted);
  CHECK(floor.interrupted->speech == speech);
  CHECK(floor.interrupted->delegation == DelegationId{"CL"});
  CHECK(floor.interrupted->spoken == seconds(31));
  CHECK_FALSE(floor.last_speaker_returnable);
}

TEST_CASE("S2 a text under embargo is seen by its delegation, booths and desk, by all once it is released") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "canary-text"});
  CHECK(who_reads(given.state, "canary-text") == "booth desk CL");
  given.must(grant_of("CL"), PlanStatementRelease{{1}, start + minutes(30)});
  given.give({1});
  CHECK(who_reads(given.state, "canary-text") == "booth desk CL");
  given.must(captioner, ReachParagraph{{1}, 1});
  CHECK(who_sees(given.state, "statement/1") == "public delegate booth desk");
  CHECK(who_reads(given.state, "canary-text") == "public delegate booth desk CL");
}

TEST_CASE("S2 a statement stays to be read until the next speech is over, and is then put away") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "canary-text"});
  const SpeechId chile = given.give({1});
  given.after(seconds(10));
  given.deadlines();
  given.must(chair, EndSpeech{chile});
  CHECK(who_sees(given.state, "statement/1") == "public delegate booth desk");
  CHECK(who_sees(given.state, "own/statement/CL/1").empty());
  const SpeechId ecuador = given.give({2});
  CHECK(who_sees(given.state, "statement/1") == "public delegate booth desk");
  given.must(chair, EndSpeech{ecuador});
  CHECK(who_sees(given.state, "statement/1").empty());
}

TEST_CASE("S2 a text that its speech has not released is its delegation's to see as long as the booths'") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "canary-text"});
  const SpeechId chile = given.give({1});
  given.after(seconds(5));
  given.must(chair, EndSpeech{chile});
  CHECK(who_reads(given.state, "canary-text") == "booth desk CL");
  const SpeechId ecuador = given.give({2});
  CHECK(who_reads(given.state, "canary-text") == "booth desk CL");
  given.must(chair, EndSpeech{ecuador});
  CHECK(who_reads(given.state, "canary-text").empty());
}

TEST_CASE("S2 an entry that is withdrawn takes its text along, embargo and all") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "canary-text"});
  given.must(grant_of("CL"), WithdrawEntry{{1}});
  CHECK(who_reads(given.state, "canary-text").empty());
}

TEST_CASE("S3 the paragraph reached is told with the floor, and never beyond the text as it now is") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "One.\n\nTwo.\n\nThree."});
  const SpeechId speech = given.give({1});
  given.must(captioner, ReachParagraph{speech, 3});
  const auto reached = [&] {
    const auto entity = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::delegate);
    return std::get<Floor>(*entity).speech->paragraph;
  };
  CHECK(reached() == 3);
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "One.\n\nTwo."});
  CHECK(reached() == 2);
}

TEST_CASE("I3 a signal is seen by booths and desk with its booth, by the speaker without, by nobody else") {
  Given given = four_waiting();
  given.give({1});
  given.must(booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(who_sees(given.state, "signal/1") == "booth desk");
  CHECK(who_sees(given.state, "own/signal/CL/1") == "CL");
  const auto own = render(given.state, {.kind = KeyKind::own_signal, .id = "CL", .number = 1}, DelegationId{"CL"});
  CHECK(std::get<Signal>(*own).seat.empty());
  CHECK(std::get<Signal>(*own).language.empty());
  given.must(chair, EndSpeech{{1}});
  CHECK(who_sees(given.state, "signal/1").empty());
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
}

TEST_CASE("I3 no sound is told to the delegation that speaks, and goes with the floor") {
  Given given = four_waiting();
  given.must(booth, RaiseSignal{SignalKind::no_sound});
  CHECK(who_sees(given.state, "signal/1") == "booth desk");
  given.give({1});
  CHECK(who_sees(given.state, "own/signal/CL/1") == "CL");
  given.must(chair, EndSpeech{{1}});
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
  given.give(given.panel().order.front());
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
  CHECK(who_sees(given.state, "own/signal/EC/1") == "EC");
}

TEST_CASE("V3 a notice is seen by those it is for, and the desk") {
  Given given;
  given.must(desk, SendNotice{Everyone{}, {{"en", "for all"}}});
  given.must(desk, SendNotice{Audience::booth, {{"en", "for booths"}}});
  given.must(desk, SendNotice{DelegationId{"CL"}, {{"en", "for Chile"}}});
  CHECK(who_sees(given.state, "notice/1") == "public delegate booth desk");
  CHECK(who_sees(given.state, "notice/2") == "booth desk");
  CHECK(who_sees(given.state, "notice/3") == "desk");
  CHECK(who_sees(given.state, "own/notice/CL/3") == "CL");
  CHECK(who_reads(given.state, "for Chile") == "desk CL");
  given.must(desk, WithdrawNotice{{1}});
  CHECK(who_sees(given.state, "notice/1").empty());
}

TEST_CASE("V3 a request for help is seen by the desk and its delegation") {
  Given given;
  given.must(grant_of("CL"), RequestHelp{"canary-help"});
  CHECK(who_sees(given.state, "help/1") == "desk");
  CHECK(who_reads(given.state, "canary-help") == "desk CL");
  given.must(desk, CloseHelp{{1}});
  CHECK(who_reads(given.state, "canary-help").empty());
}

TEST_CASE("P5 the sign-ins are the desk's alone to see, with their latest generation") {
  Given given;
  CHECK(who_sees(given.state, "seat/CL") == "desk");
  given.must(desk, IssueCode{{"CL"}});
  given.must(desk, RevokeSeat{{"CL"}});
  const auto entity = render(given.state, {.kind = KeyKind::seat, .id = "CL"}, Audience::desk);
  CHECK(std::get<Seat>(*entity).generation == 2);
  CHECK(std::get<Seat>(*entity).revoked);
}

TEST_CASE(
    "L3 a guest is seen with name and body, and L9 who is next is told with the list, also behind who is passed over") {
  Given given = four_waiting();
  given.must(chair,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  const auto entity = render(given.state, {.kind = KeyKind::entry, .number = 5}, Audience::public_);
  CHECK(std::get<Entry>(*entity).body == "A university");
  const auto next = [&] {
    return std::get<Queue>(*render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::public_)).next;
  };
  CHECK(next() == EntryId{1});
  given.must(chair, SkipEntry{{1}});
  CHECK(next() == EntryId{2});
}

TEST_CASE("I1 a booth sees who speaks, who is next, and the text of each with its version, also under embargo") {
  Given given = four_waiting();
  given.must(grant_of("EC"), SubmitStatement{.entry = {2}, .language = "en", .text = "One."});
  given.must(grant_of("EC"), SubmitStatement{.entry = {2}, .language = "en", .text = "One, again."});
  given.give({1});
  const auto floor = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::booth);
  CHECK(std::get<Floor>(*floor).speech->delegation == DelegationId{"CL"});
  const auto queue = render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::booth);
  CHECK(std::get<Queue>(*queue).entries == std::vector<EntryId>{{2}, {3}, {4}});
  const auto statement = render(given.state, {.kind = KeyKind::statement, .number = 2}, Audience::booth);
  REQUIRE(statement);
  CHECK(std::get<Statement>(*statement).texts.at(0).version == 2);
  CHECK_FALSE(std::get<Statement>(*statement).released_at);
}

TEST_CASE("V1 everybody sees who has the floor, with the limit, and who waits in which order") {
  Given given = four_waiting();
  given.give({1});
  const auto floor = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::public_);
  CHECK(std::get<Floor>(*floor).speech->delegation == DelegationId{"CL"});
  CHECK(std::get<Floor>(*floor).speech->limit == minutes(3));
  const auto queue = render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::public_);
  CHECK(std::get<Queue>(*queue).entries == std::vector<EntryId>{{2}, {3}, {4}});
}

}  // namespace rostrum::views
