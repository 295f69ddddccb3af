// Who has the floor: seen by everyone who sees the panel.
#include "views/seen.hpp"

namespace rostrum::views {

namespace {

Floor floor_of(const State& state) { return seen<Floor>(state, {.kind = KeyKind::floor, .id = "high-level"}); }

}  // namespace

TEST_CASE("V1 everybody sees who has the floor, with the limit, and who waits in which order") {
  Given given = four_waiting();
  given.give({1});
  const auto floor = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::public_);
  CHECK(std::get<Floor>(*floor).holdings.at(0).delegation == DelegationId{"CL"});
  CHECK(std::get<Floor>(*floor).holdings.at(0).limit == minutes(3));
  const auto queue = render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::public_);
  CHECK(std::get<Queue>(*queue).entries == std::vector<EntryId>{{2}, {3}, {4}});
}

TEST_CASE("T2 the floor tells instants and pauses, never how much time is left") {
  Given given = four_waiting();
  CHECK(floor_of(given.state).holdings.empty());
  const Instant began = given.now;
  const SpeechId speech = given.give({1});
  given.after(seconds(10)).must(chair, PauseSpeech{speech});
  auto seen_speech = floor_of(given.state).holdings.at(0);
  CHECK(seen_speech.started_at == began);
  CHECK(seen_speech.paused == Millis{0});
  CHECK(seen_speech.paused_at == began + seconds(10));
  CHECK(seen_speech.delegation == DelegationId{"CL"});
  given.after(seconds(5)).must(chair, ResumeSpeech{speech});
  seen_speech = floor_of(given.state).holdings.at(0);
  CHECK(seen_speech.paused == seconds(5));
  CHECK_FALSE(seen_speech.paused_at);
}

TEST_CASE("T3 T4 the floor tells when the light turns amber, and how long after the limit it is released if ever") {
  Given given = four_waiting();
  given.give({1});
  CHECK(floor_of(given.state).holdings.at(0).amber == seconds(30));
  CHECK_FALSE(floor_of(given.state).holdings.at(0).cut_after);
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  CHECK(floor_of(given.state).holdings.at(0).cut_after == seconds(15));
}

TEST_CASE("L6 the floor says whether the last speaker can be returned, just as return_speaker would") {
  Given given = four_waiting();
  const auto agrees = [&given] {
    Given trial = given;
    const bool taken = trial.refused(chair, ReturnSpeaker{high_level}) == "accepted";
    return floor_of(given.state).last_speaker_returnable == taken;
  };
  CHECK(agrees());
  const SpeechId speech = given.give({1});
  CHECK(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, EndSpeech{speech});
  CHECK(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, ReturnSpeaker{high_level});
  CHECK_FALSE(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK_FALSE(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
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
  REQUIRE(floor.holdings.size() == 2);
  const Holding& on_top = floor.holdings[0];
  CHECK(on_top.of == decltype(Holding::of){point});
  CHECK(on_top.delegation == DelegationId{"PH"});
  CHECK(on_top.kind == Kind::point_of_order);
  const Holding& below = floor.holdings[1];
  CHECK(below.speech == speech);
  CHECK(below.delegation == DelegationId{"CL"});
  REQUIRE(below.paused_at);
  CHECK(*below.paused_at - below.started_at - below.paused == seconds(31));
  CHECK_FALSE(floor.last_speaker_returnable);
}

TEST_CASE("S3 the paragraph reached is told with the floor, and never beyond the text as it now is") {
  Given given = four_waiting();
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "One.\n\nTwo.\n\nThree."});
  const SpeechId speech = given.give({1});
  given.must(captioner, ReachParagraph{speech, 3});
  const auto reached = [&] {
    const auto entity = render(given.state, {.kind = KeyKind::floor, .id = "high-level"}, Audience::delegate);
    return std::get<Floor>(*entity).holdings.at(0).paragraph;
  };
  CHECK(reached() == 3);
  given.must(grant_of("CL"), SubmitStatement{.entry = {1}, .language = "en", .text = "One.\n\nTwo."});
  CHECK(reached() == 2);
}

}  // namespace rostrum::views
