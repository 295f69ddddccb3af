// S1 to S3: the text of an entry, its embargo, and the paragraph reached.
#include <fstream>

#include <nlohmann/json.hpp>

#include "council/given.hpp"
#include "council/statement_text.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

const std::string three_paragraphs = "Chair, we thank you.\n\nCoherence begins at home.\n\nThank you.";

SubmitStatement statement_for(EntryId entry, std::string text = three_paragraphs, std::string language = "en") {
  return {.entry = entry, .language = std::move(language), .text = std::move(text)};
}

/// Chile, with a text in English, first of four.
struct WithText {
  Given given = four_waiting();
  EntryId chile = given.panel().order().front();

  WithText() { given.must(grant_of("CL"), statement_for(chile)); }
  [[nodiscard]] const Statement& statement() const { return given.state.statements.at(chile); }
  [[nodiscard]] bool released() const { return statement().released_at.has_value(); }
};

}  // namespace

TEST_CASE("S1 a text has the paragraphs and the words that the vectors for all clients give it") {
  std::ifstream file(std::string(ROSTRUM_SOURCE_DIR) + "/protocol/golden/statement_texts.json");
  const auto vectors = nlohmann::json::parse(file);
  REQUIRE(vectors.size() > 10);
  for (const auto& vector : vectors) {
    const auto paragraphs = paragraphs_of(vector.at("text").get<std::string>());
    INFO(vector.dump());
    CHECK(paragraphs == vector.at("paragraphs").get<std::vector<std::string>>());
    CHECK(words_of(paragraphs) == vector.at("words").get<std::uint32_t>());
  }
}

TEST_CASE("S1 a delegation submits a text for an entry of its own, chair and desk for any") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const Events events = given.must(grant_of("CL"), statement_for(order[0]));
  const auto& submitted = std::get<StatementSubmitted>(events.at(0));
  CHECK(submitted.version == 1);
  CHECK(submitted.paragraphs.size() == 3);
  CHECK(submitted.words == 10);
  CHECK(given.refused(grant_of("CL"), statement_for(order[1])) == "unauthorized");
  given.must(desk, statement_for(order[1]));
  CHECK(given.refused(booth, statement_for(order[1])) == "unauthorized");
}

TEST_CASE("S1 a new version replaces the one before, in each language apart") {
  WithText with;
  with.given.must(grant_of("CL"), statement_for(with.chile, "Shorter."));
  with.given.must(grant_of("CL"), statement_for(with.chile, "Más breve.", "es"));
  CHECK(with.statement().languages == std::vector<std::string>{"en", "es"});
  CHECK(with.statement().texts.at("en").version == 2);
  CHECK(with.statement().texts.at("en").paragraphs == std::vector<std::string>{"Shorter."});
  CHECK(with.statement().texts.at("es").version == 1);
  CHECK(with.given.refused(grant_of("CL"), statement_for(with.chile, "Shorter.")) == "nothing_changes");
}

TEST_CASE("S1 without a language the text is in the one that the entry is to be spoken in") {
  Given given = on_the_floor();
  given.must(grant_of("CL"), RequestFloor{.panel = high_level, .language = "es"});
  const EntryId chile = given.panel().order().front();
  given.must(grant_of("CL"), statement_for(chile, "Señor presidente", ""));
  CHECK(given.state.statements.at(chile).languages == std::vector<std::string>{"es"});
}

TEST_CASE("S1 what is no text, too long, in no language, or for an entry that is over is refused") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  CHECK(given.refused(grant_of("CL"), statement_for(chile, " \n - \n")) == "malformed");
  CHECK(given.refused(grant_of("CL"), statement_for(chile, std::string(statement_bytes_max + 1, 'a'))) ==
        "text_too_long");
  CHECK(given.refused(grant_of("CL"), statement_for(chile, std::string(statement_bytes_max, 'a'))) == "accepted");
  CHECK(given.refused(grant_of("CL"), statement_for(chile, "words", "no tag")) == "malformed");
  CHECK(given.refused(grant_of("CL"), statement_for({99})) == "unknown_entry");
  const EntryId point = given.raise("CL");
  CHECK(given.refused(grant_of("CL"), statement_for(point)) == "malformed");
  given.must(grant_of("CL"), WithdrawEntry{chile});
  CHECK(given.refused(grant_of("CL"), statement_for(chile, "words")) == "entry_over");
}

TEST_CASE("S1 an entry has texts in a bounded number of languages, and of versions") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  for (std::size_t number = 0; number < statement_languages_max; ++number)
    given.must(grant_of("CL"), statement_for(chile, "words", "x" + std::to_string(number)));
  CHECK(given.refused(grant_of("CL"), statement_for(chile, "words", "fr")) == "statement_full");
  for (std::uint32_t version = 2; version <= statement_versions_max; ++version)
    given.must(grant_of("CL"), statement_for(chile, "words " + std::to_string(version), "x0"));
  CHECK(given.refused(grant_of("CL"), statement_for(chile, "one more", "x0")) == "statement_full");
}

TEST_CASE("S2 a statement is released when its speech has run for ten seconds") {
  WithText with;
  with.given.give(with.chile);
  with.given.after(released_after - Millis{1});
  CHECK(with.given.deadlines() == 0);
  CHECK_FALSE(with.released());
  with.given.after(Millis{1});
  CHECK(with.given.deadlines() == 1);
  CHECK(with.released());
  CHECK(with.given.deadlines() == 0);
}

TEST_CASE("S2 a floor given by mistake releases nothing") {
  WithText with;
  with.given.give(with.chile);
  with.given.after(seconds(9));
  with.given.must(chair, ReturnSpeaker{high_level});
  with.given.after(minutes(5));
  CHECK(with.given.deadlines() == 0);
  CHECK_FALSE(with.released());
  with.given.give(with.chile);
  CHECK(with.given.deadlines() == 0);
}

TEST_CASE("S2 pauses do not count towards the ten seconds") {
  WithText with;
  const SpeechId speech = with.given.give(with.chile);
  with.given.after(seconds(4));
  with.given.must(chair, PauseSpeech{speech});
  with.given.after(minutes(5));
  CHECK(with.given.deadlines() == 0);
  with.given.must(chair, ResumeSpeech{speech});
  with.given.after(seconds(6));
  CHECK(with.given.deadlines() == 1);
  CHECK(with.released());
}

TEST_CASE("S2 a text that comes when its speech has run for ten seconds is released at once") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  given.give(chile);
  given.after(seconds(30));
  given.must(grant_of("CL"), statement_for(chile));
  CHECK(given.deadlines() == 1);
  CHECK(given.state.statements.at(chile).released_at == given.now);
}

TEST_CASE("S2 a statement is released when its first paragraph is reached") {
  WithText with;
  const SpeechId speech = with.given.give(with.chile);
  const Events events = with.given.must(grant_of("CL"), ReachParagraph{speech, 1});
  REQUIRE(events.size() == 2);
  CHECK(events[1] == Event{StatementReleased{with.chile, ReleaseCause::paragraph}});
}

TEST_CASE("S2 a statement is released by its delegation or the desk, or at an instant that was set") {
  WithText with;
  CHECK(with.given.refused(grant_of("EC"), ReleaseStatement{with.chile}) == "unauthorized");
  CHECK(with.given.refused(grant_of("EC"), PlanStatementRelease{with.chile, start + minutes(30)}) == "unauthorized");
  CHECK(with.given.refused(grant_of("CL"), PlanStatementRelease{with.chile, start}) == "instant_passed");
  CHECK(with.given.refused(grant_of("CL"), PlanStatementRelease{with.chile, {}}) == "nothing_changes");
  with.given.must(grant_of("CL"), PlanStatementRelease{with.chile, start + minutes(30)});
  with.given.must(grant_of("CL"), PlanStatementRelease{with.chile, {}});
  with.given.must(grant_of("CL"), PlanStatementRelease{with.chile, start + minutes(20)});
  with.given.at(start + minutes(20));
  CHECK(with.given.deadlines() == 1);
  CHECK(with.released());
  CHECK(with.given.refused(desk, ReleaseStatement{with.chile}) == "already_released");
  CHECK(with.given.refused(desk, PlanStatementRelease{with.chile, start + minutes(30)}) == "already_released");
  CHECK(with.given.refused(desk, ReleaseStatement{with.given.panel().order()[1]}) == "no_statement");
}

TEST_CASE("S3 the paragraph is moved by the delegation, the captioner, chair and desk, and by nobody else") {
  WithText with;
  const SpeechId speech = with.given.give(with.chile);
  with.given.must(grant_of("CL"), ReachParagraph{speech, 1});
  with.given.must(captioner, ReachParagraph{speech, 2});
  with.given.must(desk, ReachParagraph{speech, 3});
  with.given.must(chair, ReachParagraph{speech, 2});
  CHECK(with.given.speech(speech).paragraph == 2);
  CHECK(with.given.refused(grant_of("EC"), ReachParagraph{speech, 3}) == "unauthorized");
  CHECK(with.given.refused(booth, ReachParagraph{speech, 3}) == "unauthorized");
}

TEST_CASE("S3 a paragraph is one of the text's, while the speech is under way") {
  WithText with;
  const SpeechId speech = with.given.give(with.chile);
  CHECK(with.given.refused(captioner, ReachParagraph{speech, 0}) == "out_of_range");
  CHECK(with.given.refused(captioner, ReachParagraph{speech, 4}) == "out_of_range");
  with.given.must(captioner, ReachParagraph{speech, 3});
  CHECK(with.given.refused(captioner, ReachParagraph{speech, 3}) == "nothing_changes");
  with.given.must(chair, EndSpeech{speech});
  CHECK(with.given.refused(captioner, ReachParagraph{speech, 2}) == "speech_over");
  const SpeechId ecuador = with.given.give(with.given.panel().order().front());
  CHECK(with.given.refused(captioner, ReachParagraph{ecuador, 1}) == "no_statement");
}

TEST_CASE("S3 the paragraphs are those of the text in the language that is spoken, where there is one") {
  Given given = on_the_floor();
  given.must(grant_of("CL"), RequestFloor{.panel = high_level, .language = "es"});
  const EntryId chile = given.panel().order().front();
  given.must(grant_of("CL"), statement_for(chile, three_paragraphs, "en"));
  const SpeechId speech = given.give(chile);
  given.must(captioner, ReachParagraph{speech, 3});
  given.must(grant_of("CL"), statement_for(chile, "Uno.\n\nDos.", "es"));
  CHECK(given.refused(captioner, ReachParagraph{speech, 3}) == "out_of_range");
  given.must(captioner, ReachParagraph{speech, 2});
}

TEST_CASE("S3 a speech begun anew begins before its first paragraph") {
  WithText with;
  const SpeechId first = with.given.give(with.chile);
  with.given.must(captioner, ReachParagraph{first, 2});
  with.given.must(chair, ReturnSpeaker{high_level});
  const SpeechId again = with.given.give(with.chile);
  CHECK(with.given.speech(again).paragraph == 0);
}
