// A text: seen by its delegation, booth and desk, and by everyone once it is released.
#include "views/seen.hpp"

namespace rostrum::views {

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

TEST_CASE("L13 a text that is filed in writing is seen by all, and stays") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "canary-text"});
  given.must(grant_of("CL"), FileInWriting{{1}});
  CHECK(who_sees(given.state, "statement/1") == "public delegate booth desk");
  const auto filed = seen<Statement>(given.state, {.kind = KeyKind::statement, .number = 1}, Audience::public_);
  CHECK(filed.filed_at == given.now);
  given.must(chair, EndSpeech{given.give({2})});
  given.must(chair, ClosePanel{high_level});
  CHECK(who_reads(given.state, "canary-text") == "public delegate booth desk");
}

TEST_CASE("I1 a booth sees who speaks, who is next, and the text of each with its version, also under embargo") {
  Given given = four_waiting();
  given.must(grant_of("EC"), SubmitStatement{.entry = {2}, .language = "en", .text = "One."});
  given.must(grant_of("EC"), SubmitStatement{.entry = {2}, .language = "en", .text = "One, again."});
  given.give({1});
  const auto floor = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::booth);
  CHECK(std::get<Floor>(*floor).holdings.at(0).delegation == DelegationId{"CL"});
  const auto queue = render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::booth);
  CHECK(std::get<Queue>(*queue).entries == std::vector<EntryId>{{2}, {3}, {4}});
  const auto statement = render(given.state, {.kind = KeyKind::statement, .number = 2}, Audience::booth);
  REQUIRE(statement);
  CHECK(std::get<Statement>(*statement).texts.at(0).version == 2);
  CHECK_FALSE(std::get<Statement>(*statement).released_at);
}

}  // namespace rostrum::views
