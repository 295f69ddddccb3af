// How much goes into one commit.
#include "chamber/hall.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using council::grant_of;
using council::high_level;

namespace {

std::string delegate(int number) { return "D" + std::to_string(number); }

council::Programme programme_of(int delegations) {
  council::Programme programme = council::small_programme();
  for (int number = 0; number < delegations; ++number) {
    programme.delegations.push_back(
        {.id = {delegate(number)}, .category = council::Category::member, .name = {{"en", delegate(number)}}});
    programme.seats.push_back(
        {.id = {delegate(number)}, .role = council::Role::delegate, .delegation = DelegationId{delegate(number)}});
  }
  return programme;
}

std::size_t largest_commit(journal::Journal& journal) {
  std::size_t largest = 0;
  REQUIRE(journal.read({1},
                       [&](Seq, wire::StoredView stored) { return largest = std::max(largest, stored.size()), true; }));
  return largest;
}

std::vector<std::string> acts_of(journal::Journal& journal, Seq seq) {
  std::vector<std::string> names;
  REQUIRE(journal.read(seq, [&](Seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    REQUIRE(commit);
    for (const auto& act : commit->acts) names.push_back(act.act);
    return false;
  }));
  return names;
}

}  // namespace

TEST_CASE("300 texts of full length that come at once are all acknowledged, in commits within their bound") {
  constexpr int clients = 300;
  Hall hall(programme_of(clients));
  hall.open_floor();
  for (int number = 0; number < clients; ++number)
    (void)hall.send(grant_of(delegate(number)), council::RequestFloor{.panel = high_level});
  hall.scheduler->settle();
  const auto& order = hall.chamber->state().panels.at(high_level).order();
  REQUIRE(order.size() == clients);
  const auto text = GENERATE(std::string(council::statement_bytes_max, 'x'), [] {
    std::string many;  // paragraphs of a letter: the most that goes with a text
    while (many.size() + 3 <= council::statement_bytes_max) many += "x\n\n";
    return many;
  }());
  const Seq before = hall.chamber->seq();
  std::vector<std::shared_ptr<std::optional<Answer>>> answers;
  for (const EntryId entry : order) {
    const auto& delegation = hall.chamber->state().entries.at(entry).delegation;
    answers.push_back(hall.send(grant_of(delegation->value),
                                council::SubmitStatement{.entry = entry, .language = "en", .text = text}));
  }
  hall.scheduler->settle();
  for (const auto& answer : answers) CHECK(hall.said(answer->value()) == "accepted");
  const auto texts_in_one = text_bytes_per_commit_max / text.size();
  CHECK(hall.chamber->seq().value - before.value == (clients + texts_in_one - 1) / texts_in_one);
  CHECK(largest_commit(hall.memory) > text_bytes_per_commit_max / 2);
  CHECK(largest_commit(hall.memory) < wire::commit_bytes_max / 2);
}

TEST_CASE("what is longer than a commit's share of text is taken by itself") {
  Hall hall;
  const auto before = hall.chamber->seq();
  const council::Text title{{"en", std::string(text_bytes_per_commit_max + 1, 'x')}};
  const auto first = hall.send(council::chair, council::SetPanelTitle{high_level, title});
  const auto second = hall.send(council::chair, council::OpenMeeting{council::afternoon});
  hall.scheduler->settle();
  CHECK(hall.said(**first) == "text_too_long");
  CHECK(hall.said(**second) == "accepted");
  CHECK(hall.chamber->seq() == before.next());
}

TEST_CASE("N3 the texts in the patches that are kept are bounded: who missed more of them gets a snapshot") {
  constexpr int texts = static_cast<int>(patch_texts_kept_bytes_max / council::statement_bytes_max / 2) + 1;
  Hall hall(programme_of(texts));
  hall.open_floor();
  for (int number = 0; number < texts; ++number)
    (void)hall.send(grant_of(delegate(number)), council::RequestFloor{.panel = high_level});
  hall.scheduler->settle();
  const auto order = hall.chamber->state().panels.at(high_level).order();
  const auto follower = std::make_shared<Follower>();
  const auto hello = hall.join(council::display, follower, std::nullopt);
  const auto before = hall.position_of(hello, *follower);
  hall.cut(follower);
  // Booths and desk are each told of a text; the display, whose patches are small, of none.
  const auto submit = [&](int number) {
    (void)hall.send(grant_of(delegate(number)),
                    council::SubmitStatement{.entry = order[static_cast<std::size_t>(number)],
                                             .language = "en",
                                             .text = std::string(council::statement_bytes_max, 'a')});
    hall.scheduler->settle();
  };
  for (int number = 0; number < texts - 1; ++number) submit(number);
  CHECK(hall.join(council::display, follower, before).resumed);
  hall.cut(follower);
  submit(texts - 1);
  CHECK_FALSE(hall.join(council::display, follower, before).resumed);
}

TEST_CASE("S2 texts that are released at one instant come in commits within their bound, one after the other") {
  constexpr int texts = static_cast<int>(text_bytes_per_commit_max / council::statement_bytes_max) * 2 + 1;
  Hall hall(programme_of(texts));
  hall.open_floor();
  for (int number = 0; number < texts; ++number)
    (void)hall.send(grant_of(delegate(number)), council::RequestFloor{.panel = high_level});
  hall.scheduler->settle();
  const Instant at = hall.clock.now() + minutes(10);
  for (int number = 0; number < texts; ++number) {
    const GrantId grant = grant_of(delegate(number));
    const EntryId entry = hall.chamber->state().panels.at(high_level).order()[static_cast<std::size_t>(number)];
    REQUIRE(hall.said(hall.act(grant, council::SubmitStatement{
                                          .entry = entry,
                                          .language = "en",
                                          .text = std::string(council::statement_bytes_max, 'x')})) == "accepted");
    REQUIRE(hall.said(hall.act(grant, council::PlanStatementRelease{entry, at})) == "accepted");
  }
  const Seq before = hall.chamber->seq();
  hall.clock.advance(minutes(10));
  hall.scheduler->wake(hall.clock.now());
  hall.scheduler->settle();
  for (const auto& [entry, statement] : hall.chamber->state().statements) CHECK(statement.released_at);
  CHECK(hall.chamber->seq().value - before.value == 3);
}

TEST_CASE("S2 a text whose 10 s are over is released, also where its speech is ended in the same commit") {
  Hall hall;
  hall.open_floor();
  (void)hall.act(grant_of("CL"), council::RequestFloor{.panel = high_level});
  const EntryId entry = hall.chamber->state().panels.at(high_level).order().front();
  (void)hall.act(grant_of("CL"), council::SubmitStatement{.entry = entry, .language = "en", .text = "One."});
  (void)hall.act(council::chair, council::GiveFloor{.panel = high_level, .to = entry});
  const auto speech = hall.chamber->state().panels.at(high_level).speech();
  REQUIRE(speech);
  // The first of two acts is decided before, and takes so long that the second one comes after.
  hall.clock.advance(seconds(10) - Millis{3});
  hall.clock.step(Millis{1});
  (void)hall.send(council::chair, council::SetLimit{high_level, council::LimitOf::member, minutes(4)});
  (void)hall.send(council::chair, council::EndSpeech{*speech});
  const Seq before = hall.chamber->seq();
  hall.scheduler->settle();
  CHECK(hall.chamber->seq() == before.next());
  CHECK(acts_of(hall.memory, before.next()) ==
        std::vector<std::string>{"set_limit", "release_statement_when_due", "end_speech"});
  CHECK(hall.chamber->state().speeches.at(*speech).ended_at);
  CHECK(hall.chamber->state().statement_of(entry)->released_at);
}

TEST_CASE("S2 whenever in a commit a speech is ended, it has released its text if it ran for 10 s") {
  int released = 0;
  constexpr int readings = 12;  // of a clock that goes on by 1 ms at each: the instant falls before, between and after
  for (int before = 0; before < readings; ++before) {
    Hall hall;
    hall.open_floor();
    (void)hall.act(grant_of("CL"), council::RequestFloor{.panel = high_level});
    const EntryId entry = hall.chamber->state().panels.at(high_level).order().front();
    (void)hall.act(grant_of("CL"), council::SubmitStatement{.entry = entry, .language = "en", .text = "One."});
    (void)hall.act(council::chair, council::GiveFloor{.panel = high_level, .to = entry});
    const SpeechId speech{hall.chamber->state().last_speech};
    hall.clock.advance(seconds(10) - Millis{before});
    hall.clock.step(Millis{1});
    (void)hall.send(council::chair, council::SetLimit{high_level, council::LimitOf::member, minutes(4)});
    (void)hall.send(council::chair, council::EndSpeech{speech});
    hall.scheduler->settle();
    const council::Speech& ended = hall.chamber->state().speeches.at(speech);
    const bool ran = *ended.ended_at - ended.started_at >= seconds(10);
    CHECK(hall.chamber->state().statement_of(entry)->released_at.has_value() == ran);
    released += ran;
  }
  CHECK(released > 0);
  CHECK(released < readings);
}
