// How a log begins, with what its nodes have to agree on or without, and what is found of that in it.
#include "chamber/begin_log.hpp"

#include "chamber/hall.hpp"
#include "chamber/seen.hpp"
#include "rostrum/v1/event.pb.h"

namespace rostrum::chamber {
namespace {

using council::small_programme;

const Grounds grounds{
    .clock = {.session_start = council::start, .wall_start = council::start + minutes(90), .speed = 2.5},
    .secret_check = sha256("a secret")};

void begin(journal::Journal& log, const std::optional<Grounds>& with = {}) {
  REQUIRE(begin_log(log, small_programme(), epoch_of_tests, council::start, test::known_salts, with));
}

council::State state_of(journal::Journal& log) {
  Counters counters;
  Seen seen(counters);
  const auto replayed = seen.replay(log);
  if (!replayed) FAIL(replayed.error());
  return seen.state();
}

std::optional<ClockAnchor> anchor_in(journal::Journal& log) {
  const auto found = clock_anchor_in(log);
  if (!found) FAIL(found.error());
  return *found;
}

wire::Commit commit_of(const journal::MemoryJournal& log, std::size_t index) {
  const auto commit = wire::decode_commit(log.commits().at(index));
  if (!commit) FAIL(commit.error());
  return *commit;
}

/// Adds a commit with an event that only a newer version knows, number 77, by the act `wave`.
void add_event_of_newer(journal::MemoryJournal& log) {
  v1::Commit commit;
  REQUIRE(commit.ParseFromString(log.commits().back().bytes));
  const Seq seq = log.tail().seq.next();
  commit.set_seq(seq.value);
  commit.set_previous_digest(std::string(as_bytes(log.tail().digest)));
  commit.mutable_acts()->DeleteSubrange(1, commit.acts_size() - 1);
  v1::StoredAct& act = *commit.mutable_acts(0);
  act.set_act("wave");
  act.clear_events();
  // The field 77, a message of four bytes.
  REQUIRE(act.add_events()->ParseFromString(std::string("\xea\x04\x04\x0a\x02KE", 7)));
  REQUIRE(log.append(seq, commit.SerializeAsString()));
}

/// A journal that counts what is read of it.
class CountedJournal final : public journal::Journal {
 public:
  explicit CountedJournal(journal::Journal& inner) : inner_(inner) {}

  std::size_t read_commits = 0;

  [[nodiscard]] journal::Tail tail() const override { return inner_.tail(); }
  [[nodiscard]] Result<void, journal::AppendFailure> append(Seq seq, wire::StoredView commit) override {
    return inner_.append(seq, commit);
  }
  [[nodiscard]] Result<void, journal::AppendFailure> probe(std::size_t bytes) override { return inner_.probe(bytes); }
  [[nodiscard]] Result<void, journal::Damage> read(Seq from, const Visit& visit) override {
    return inner_.read(from, [&](Seq seq, wire::StoredView commit) { return ++read_commits, visit(seq, commit); });
  }

 private:
  journal::Journal& inner_;
};

}  // namespace

TEST_CASE("A log of one server alone begins with its session and nothing else") {
  journal::MemoryJournal log;
  begin(log);
  CHECK(log.tail().seq == Seq{1});
  CHECK(commit_of(log, 0).acts.at(0).events == council::Events{council::SessionCreated{small_programme()}});
}

TEST_CASE("A log for several nodes says in its first commit, behind the session, what they have to agree on") {
  journal::MemoryJournal log;
  begin(log, grounds);
  CHECK(log.tail().seq == Seq{1});
  CHECK(commit_of(log, 0).acts.at(0).events == council::Events{council::SessionCreated{small_programme()},
                                                               council::SecretChecked{grounds.secret_check},
                                                               council::ClockAnchored{grounds.clock}});
  CHECK(state_of(log).secret_check == grounds.secret_check);
  CHECK(state_of(log).clock_anchor == grounds.clock);
}

TEST_CASE("A log that has begun stays as it is, whatever it is to be begun with") {
  journal::MemoryJournal log;
  begin(log);
  const auto before = log.tail();
  begin(log, grounds);
  CHECK(log.tail() == before);
}

TEST_CASE("A log that was begun on one machine says what nodes have to agree on from its next commit on") {
  Hall hall;
  hall.open_floor();
  const auto commit = grounds_behind(hall.memory.commits().back(), grounds, hall.clock.now(), test::known_salts);
  REQUIRE(commit);
  const Seq seq = hall.memory.tail().seq.next();
  REQUIRE(hall.memory.append(seq, *commit));
  const wire::Commit said = commit_of(hall.memory, seq.value - 1), before = commit_of(hall.memory, seq.value - 2);
  CHECK((said.session == before.session && said.epoch == before.epoch && said.term == before.term));
  CHECK(state_of(hall.memory).secret_check == grounds.secret_check);
  CHECK(anchor_in(hall.memory) == grounds.clock);
  hall.restart();
  CHECK(hall.chamber->seq() == seq);
  CHECK(hall.said(hall.act(council::grant_of("KE"), request())) == "accepted");
}

TEST_CASE(
    "What nodes have to agree on is not said before the last act of the log, whatever the machine's clock shows") {
  journal::MemoryJournal log;
  begin(log);
  const auto commit = grounds_behind(log.commits().back(), grounds, council::start - minutes(60), test::known_salts);
  REQUIRE(commit);
  REQUIRE(log.append({2}, *commit));
  CHECK(commit_of(log, 1).acts.at(0).at == council::start);
  CHECK(state_of(log).clock_anchor == grounds.clock);
}

TEST_CASE("A secret is renewed by saying the grounds again, and the clock stays where it was set") {
  journal::MemoryJournal log;
  begin(log, grounds);
  const Grounds renewed{.clock = {.session_start = council::start + minutes(5)},
                        .secret_check = sha256("a new secret")};
  for (const Seq seq : {Seq{2}, Seq{3}}) {
    const auto commit = grounds_behind(log.commits().back(), renewed, council::start, test::known_salts);
    REQUIRE(commit);
    REQUIRE(log.append(seq, *commit));
  }
  CHECK(state_of(log).secret_check == renewed.secret_check);
  CHECK(state_of(log).clock_anchor == grounds.clock);
  CHECK(anchor_in(log) == grounds.clock);
  CHECK(commit_of(log, 1).acts.at(0).command_id != commit_of(log, 2).acts.at(0).command_id);
}

TEST_CASE("N4 a log that is restored goes on in a new epoch, and who comes from the one before is shown everything") {
  Hall hall;
  hall.open_floor();
  const auto follower = std::make_shared<Follower>();
  const wire::Hello hello = hall.join(council::chair, follower, std::nullopt);
  const wire::Position before = hall.position_of(hello, *follower);
  const std::string epoch = "fedcba9876543210";
  const auto commit = restored_behind(hall.memory.commits().back(), epoch, grounds.secret_check,
                                      council::start - minutes(60), test::known_salts);
  REQUIRE(commit);
  const Seq seq = hall.memory.tail().seq.next();
  REQUIRE(hall.memory.append(seq, *commit));
  const wire::Commit said = commit_of(hall.memory, seq.value - 1), last = commit_of(hall.memory, seq.value - 2);
  CHECK((said.session == last.session && said.epoch == epoch && said.term == last.term));
  CHECK(said.acts.at(0).at == last.acts.back().at);  // not before it, whatever the machine's clock shows
  CHECK((begins_epoch(said) && !begins_epoch(last)));
  CHECK(state_of(hall.memory).secret_check == grounds.secret_check);
  hall.cut(follower);
  hall.restart();
  CHECK(hall.chamber->epoch() == epoch);
  wire::Position lost = before;
  lost.seq = seq;  // of a commit that is lost, at the place of the one that begins the epoch
  for (const wire::Position& position : {before, lost}) {
    const auto again = std::make_shared<Follower>();
    const wire::Hello greeted = hall.join(council::chair, again, position);
    CHECK((greeted.epoch == hex(epoch) && !greeted.resumed));
    hall.cut(again);
  }
  CHECK(hall.said(hall.act(council::grant_of("KE"), request())) == "accepted");
  CHECK(commit_of(hall.memory, seq.value).epoch == epoch);
}

TEST_CASE("What cannot be read has nothing said behind it") {
  const auto said = grounds_behind(std::string_view("\xff"), grounds, council::start, test::known_salts);
  REQUIRE_FALSE(said);
  CHECK(said.error() == "the last commit of the log cannot be read: these bytes are no commit");
  CHECK_FALSE(restored_behind(std::string_view("\xff"), epoch_of_tests, {}, council::start, test::known_salts));
}

TEST_CASE("Where the clock was set is found without reading more of a log than it takes") {
  Hall hall;
  hall.open_floor();
  CountedJournal counted(hall.memory);
  CHECK_FALSE(anchor_in(counted));
  CHECK(counted.read_commits == hall.memory.tail().seq.value);

  journal::MemoryJournal log;
  begin(log, grounds);
  add_event_of_newer(log);
  CountedJournal of_nodes(log);
  CHECK(anchor_in(of_nodes) == grounds.clock);
  CHECK(of_nodes.read_commits == 1);

  journal::MemoryJournal empty;
  CHECK_FALSE(anchor_in(empty));
}

TEST_CASE("A log in which the clock cannot be looked for says where it is damaged or not known") {
  journal::MemoryJournal newer;
  begin(newer);
  add_event_of_newer(newer);
  const auto not_known = clock_anchor_in(newer);
  REQUIRE_FALSE(not_known);
  CHECK(
      not_known.error() ==
      "commit 2 of the journal cannot be read: act 0 of commit 2 (wave): holds an event (number 77) that this version "
      "does not know: upgrade this node");
  auto commits = newer.commits();
  commits.front().bytes += "x";
  journal::MemoryJournal damaged(commits);
  const auto found = clock_anchor_in(damaged);
  REQUIRE_FALSE(found);
  CHECK_THAT(found.error(), Catch::StartsWith("the journal is damaged from commit 1 on: "));
}

TEST_CASE("A log with an event that this version does not know is not opened, and its place and number are named") {
  Hall hall;
  add_event_of_newer(hall.memory);
  const auto opened =
      Chamber::open(parts_on(*hall.ledger, *hall.scheduler, hall.clock, hall.hub), hall.memory, small_programme());
  REQUIRE_FALSE(opened);
  CHECK_THAT(opened.error().why,
             Catch::Contains("act 0 of commit 2 (wave): holds an event (number 77) that this version "
                             "does not know: upgrade this node"));
}

}  // namespace rostrum::chamber
