// What is final and what is ahead of it: a slow disk shows nothing too early, and losing what was ahead costs no more
// than it did.
#include "access/sheet.hpp"
#include "chamber/hall.hpp"

#include "rostrum/v1/event.pb.h"

using namespace rostrum;
using namespace rostrum::chamber;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;
using council::high_level;

namespace {

bool printed(const Hall& hall, const GrantId& grant) {
  return !access::printable(hall.chamber->state()).grants.at(grant).revoked;
}

/// What one who joins now is shown of the session.
test::Store shown_to_newcomer(Hall& hall) {
  Follower newcomer;
  hall.chamber->join(display, newcomer.codec, std::nullopt, [&](const LetIn& joined) {
    for (const Frame& frame : joined.value().frames) newcomer.take(*frame);
  });
  hall.scheduler->run_posted();
  return newcomer.store;
}

/// A journal of so many commits, of an act each: the first one that the hall has had, again and again.
std::vector<wire::StoredCommit> long_log(const Hall& hall, std::size_t count) {
  auto commits = hall.memory.commits();
  v1::Commit next;
  REQUIRE(next.ParseFromString(commits.back().bytes));
  commits.reserve(count);
  while (commits.size() < count) {
    next.set_seq(commits.size() + 1);
    next.set_previous_digest(std::string(as_bytes(sha256(commits.back().bytes))));
    next.mutable_acts(0)->set_command_id(std::to_string(commits.size()));
    commits.push_back({.bytes = next.SerializeAsString(), .beside = ""});
  }
  return commits;
}

}  // namespace

TEST_CASE("while a slow disk writes a commit, state, sheet, log and whoever joins show what was final before") {
  Hall hall;
  hall.open_floor();
  const Seq before = hall.chamber->seq();
  (void)hall.send(grant_of("CL"), request());
  (void)hall.send(desk, council::IssueCode{{"EC"}});
  std::optional<ToldLog> log;
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  hall.chamber->ask_log({}, [&](std::optional<ToldLog> told) { log = std::move(told); });
  const bool written = GENERATE(false, true);
  if (written) hall.scheduler->do_write();  // and the hall has not heard of it
  hall.scheduler->run_posted();
  CHECK(hall.memory.tail().seq == (written ? before.next() : before));
  CHECK(hall.chamber->seq() == before);
  CHECK(hall.chamber->state().entries.empty());
  CHECK(hall.chamber->grant_is({"EC.2"}) == GrantIs::unknown);
  CHECK(printed(hall, {"EC.1"}));
  CHECK(shown_to_newcomer(hall).seq() == before.value);
  CHECK_FALSE(shown_to_newcomer(hall).entities().contains("entry/1"));
  CHECK_FALSE(log);  // the journal is not read while it is written to
  hall.scheduler->settle();
  CHECK(hall.chamber->seq() == before.next());
  CHECK(hall.chamber->state().entries.size() == 1);
  CHECK_FALSE(printed(hall, {"EC.1"}));
  CHECK(printed(hall, {"EC.2"}));
  CHECK(shown_to_newcomer(hall).entities().contains("entry/1"));
  REQUIRE(log);
  CHECK(log->lines.front().seq == before.next());
}

TEST_CASE("an act is evolved ahead and once more when it is final, and by nothing else") {
  Hall hall;
  hall.open_floor();
  const std::uint64_t before = hall.chamber->counters().events_evolved;
  (void)hall.send(grant_of("CL"), request());
  hall.scheduler->run_posted();
  CHECK(hall.chamber->counters().events_evolved == before + 1);
  hall.scheduler->settle();
  CHECK(hall.chamber->counters().events_evolved == before + 2);
}

TEST_CASE("losing a sequence on a log of 100,000 commits evolves only what was lost, and reads nothing") {
  constexpr std::size_t commits = 100'000;
  constexpr std::size_t lost = 3;
  Hall hall;
  hall.act(chair, council::SetPanelTitle{high_level, {{"en", "A title"}}});
  journal::MemoryJournal memory(long_log(hall, commits));
  FillingJournal journal(memory);
  SteppedScheduler scheduler;
  ledger::LocalLedger ledger(journal, scheduler, hall.clock);
  const auto opened =
      Chamber::open(parts_on(ledger, scheduler, hall.clock, hall.hub), journal, council::small_programme());
  REQUIRE(opened);
  Chamber& chamber = **opened;
  REQUIRE(chamber.seq() == Seq{commits});
  CHECK(chamber.counters().events_evolved == commits);
  const std::size_t readings = journal.readings;

  journal.full = true;
  std::size_t held = 0;
  const auto send_all = [&] {
    for (std::size_t count = 0; count < lost; ++count)
      chamber.take(chair,
                   {.id = "x" + std::to_string(count),
                    .command = {council::SetPanelTitle{high_level, {{"en", std::to_string(count)}}}, {}}},
                   hall.present, [&](const Answer& answer) { held += hall.said(answer) == "held"; });
    scheduler.settle();
  };
  send_all();
  CHECK(held == lost);
  CHECK(chamber.held());
  CHECK(chamber.counters().events_evolved == commits + lost);
  CHECK(chamber.state().panels.at(high_level).plan.title.at("en") == "A title");

  journal.full = false;
  hall.clock.advance(ledger::retry_after);
  scheduler.wake(hall.clock.now());
  scheduler.settle();
  CHECK_FALSE(chamber.held());
  CHECK(chamber.counters().events_evolved == commits + lost);
  send_all();
  CHECK(held == lost);
  CHECK(chamber.seq() == Seq{commits + 1});
  CHECK(journal.readings == readings);
}
