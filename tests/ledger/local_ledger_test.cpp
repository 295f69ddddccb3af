// The ledger of one process: what is synced is final, and a full disk is waited out.
#include "ledger/local/local_ledger.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "journal/commits.hpp"
#include "journal/filling_journal.hpp"
#include "journal/memory/memory_journal.hpp"
#include "support/stepped_scheduler.hpp"

namespace rostrum::ledger {
namespace {

/// Notes what it is told, in words.
class Listening final : public Listener {
 public:
  void final(const Final& commit) override {
    told.push_back("final " + std::to_string(commit.seq.value));
    last = commit;
  }
  void began_writing(Term term) override { told.push_back("writes in term " + std::to_string(term.value)); }
  void stopped_writing() override { told.push_back("writes no more"); }
  void standing(const Standing& standing) override {
    told.push_back(standing.is == Standing::Is::well ? "well" : "held: " + standing.why);
    stands = standing;
  }

  std::vector<std::string> told;
  Final last;
  Standing stands;
};

struct Local {
  Local() { ledger.start(listener); }

  /// The commit that follows, with words beside it.
  wire::StoredCommit propose() {
    auto commit = journal::commit_with_words_after(memory.tail(), "words");
    ledger.propose(memory.tail().seq.next(), commit);
    return commit;
  }
  void a_second_passes() {
    clock.advance(retry_after);
    scheduler.wake(clock.now());
    scheduler.settle();
  }

  journal::MemoryJournal memory;
  journal::FillingJournal journal{memory};
  SetClock clock{Instant{1'000'000}};
  test::SteppedScheduler scheduler;
  Listening listener;
  LocalLedger ledger{journal, scheduler, clock};
};

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("One process writes from the start, in the only term there is") {
  Local local;
  CHECK(local.listener.told == Told{"writes in term 1"});
}

TEST_CASE("What is proposed is final once it is synced and not before, as it stands in the journal") {
  Local local;
  const auto commit = local.propose();
  CHECK(local.ledger.busy());
  local.scheduler.do_write();
  CHECK(local.listener.told.size() == 1);
  local.scheduler.settle();
  CHECK(local.listener.told == Told{"writes in term 1", "final 1"});
  CHECK(local.listener.last.stored == commit);
  CHECK(local.listener.last.digest == sha256(commit.bytes));
  CHECK(local.memory.commits().back() == commit);
  CHECK_FALSE(local.ledger.busy());
}

TEST_CASE("A full disk stops the writing before it is told why, and the commit it refused is never final") {
  Local local;
  local.journal.full = true;
  local.propose();
  local.scheduler.settle();
  CHECK(local.listener.told == Told{"writes in term 1", "writes no more", "held: no room (test)"});
  CHECK(local.listener.stands.since == local.clock.now());
  CHECK(local.memory.tail().seq == Seq{});
}

TEST_CASE("A full disk is asked once a second for as much room as it refused, and all goes on when there is some") {
  Local local;
  local.journal.full = true;
  const auto commit = local.propose();
  local.scheduler.settle();
  const Instant since = local.clock.now();
  for (std::uint64_t second = 1; second <= 3; ++second) {
    CHECK(local.scheduler.waits_until() == local.clock.now() + retry_after);
    local.a_second_passes();
    CHECK(local.journal.probes == second);
    CHECK(local.ledger.room_tries() == second);
    CHECK(local.journal.bytes_probed == wire::StoredView(commit).size());
    CHECK(local.listener.told.back() == "held: no room (test)");
    CHECK(local.listener.stands.since == since);
  }
  local.journal.full = false;
  local.listener.told.clear();
  local.a_second_passes();
  CHECK(local.listener.told == Told{"well", "writes in term 1"});
  CHECK_FALSE(local.scheduler.waits_until());
  local.propose();
  local.scheduler.settle();
  CHECK(local.listener.told.back() == "final 1");
}

TEST_CASE("The journal is read at once where nothing is written to it, and else before the next commit is") {
  Local local;
  std::vector<Seq> read;
  const auto look = [&] { local.ledger.read([&](journal::Journal& log) { read.push_back(log.tail().seq); }); };
  look();
  CHECK(read == std::vector{Seq{0}});
  local.propose();
  look();
  look();
  local.scheduler.do_write();
  CHECK(read.size() == 1);
  local.scheduler.settle();
  CHECK(read == std::vector{Seq{0}, Seq{1}, Seq{1}});
}

TEST_CASE("The journal is not read while it is asked for room") {
  Local local;
  local.journal.full = true;
  local.propose();
  local.scheduler.settle();
  local.clock.advance(retry_after);
  local.scheduler.wake(local.clock.now());
  REQUIRE(local.ledger.busy());
  bool read = false;
  local.ledger.read([&](journal::Journal&) { read = true; });
  CHECK_FALSE(read);
  local.scheduler.settle();
  CHECK(read);
}

TEST_CASE("One process always writes still, and says so at once") {
  Local local;
  std::optional<bool> still;
  local.ledger.still_writing([&](bool yes) { still = yes; });
  CHECK(still == true);
}

TEST_CASE("Nobody else can have a command: it is held, for certain, as of what is final here") {
  Local local;
  local.propose();
  local.scheduler.settle();
  std::optional<Answer> answer;
  Seq as_of;
  local.ledger.forward({"CL.1"}, {.id = "1"}, true, [&](const Answer& given, Seq at) { answer = given, as_of = at; });
  CHECK_FALSE(answer);
  local.scheduler.settle();
  REQUIRE(answer);
  CHECK(std::get<council::Rejection>(*answer).code == council::Code::held);
  CHECK(as_of == Seq{1});
}

}  // namespace rostrum::ledger
