// What is final, on this node's disk: written behind, read in between, and tried again where there was no room.
#include "ledger/agreed/archive.hpp"

#include "journal/filling_journal.hpp"
#include "journal/memory/memory_journal.hpp"
#include "ledger/agreed/driving.hpp"
#include "support/stepped_scheduler.hpp"

namespace rostrum::ledger {
namespace {

struct Kept {
  /// Keeps the log's next entry.
  void append() {
    const SharedEntry& entry = log.at(appended++);
    archive.append(entry, [this, seq = entry->seq] { durable.push_back(seq); });
  }
  void read() {
    archive.read([this](journal::Journal& of) { lengths_read.push_back(of.tail().seq); });
  }

  Log log = log_of({1, 1, 2, 2, 3});
  std::size_t appended = 0;
  journal::MemoryJournal memory;
  journal::FillingJournal journal{memory};
  test::SteppedScheduler scheduler;
  Servers servers{{log_of({1})}};
  Way way{servers};
  Outgoing times{way, set, test::known_hmac};
  Archive archive{journal, scheduler, times};
  std::vector<Seq> durable;
  std::vector<Seq> lengths_read;
};

using Seqs = std::vector<Seq>;

}  // namespace

TEST_CASE("Given entries that are final, then they are written behind, one batch after the other, and each is told "
          "once it is durable") {
  Kept kept;
  kept.append();
  kept.append();
  kept.append();
  CHECK(kept.archive.writing());
  CHECK(kept.memory.tail().seq == Seq{});
  kept.scheduler.finish_write();
  CHECK(kept.durable == Seqs{{1}});
  kept.scheduler.do_write();
  CHECK(kept.memory.tail().seq == Seq{3});
  CHECK(kept.durable == Seqs{{1}});
  kept.scheduler.finish_write();
  CHECK(kept.durable == Seqs{{1}, {2}, {3}});
  CHECK_FALSE(kept.archive.writing());
  CHECK_FALSE(kept.scheduler.writing());
  for (std::size_t index = 0; index < 3; ++index) CHECK(kept.memory.commits()[index] == kept.log[index]->stored);
}

TEST_CASE(
    "Given an archive that nothing is written to, then it is read at once, and else once what was kept until then "
    "is written, and nothing more is being") {
  Kept kept;
  kept.read();
  CHECK(kept.lengths_read == Seqs{{0}});
  kept.append();
  kept.append();
  kept.read();
  kept.append();
  kept.scheduler.finish_write();
  CHECK(kept.lengths_read.size() == 1);
  kept.scheduler.finish_write();
  CHECK(kept.lengths_read == Seqs{{0}, {3}});
  kept.append();
  kept.read();
  kept.append();
  kept.scheduler.finish_write();
  CHECK(kept.lengths_read == Seqs{{0}, {3}, {4}});  // before what came later is written
  kept.scheduler.settle();
  CHECK(kept.lengths_read.size() == 3);
}

TEST_CASE("Given entries that nobody waits for, then they are written ten times a second, all at once, or as soon as "
          "they are many bytes or somebody reads") {
  Kept kept;
  const auto append = [&kept] { kept.archive.append(kept.log.at(kept.appended++)); };
  append();
  CHECK(kept.scheduler.writing());  // none was for a while
  kept.scheduler.settle();
  append();
  append();
  CHECK_FALSE(kept.scheduler.writing());
  CHECK(kept.archive.writing());  // it will be
  CHECK(kept.archive.waiting({3}) == kept.log[2]);
  SECTION("after a while") {
    kept.times.set(kept.times.now() + archive_every - Millis{1});
    kept.archive.tick();
    CHECK_FALSE(kept.scheduler.writing());
    kept.times.set(kept.times.now() + Millis{1});
    kept.archive.tick();
  }
  SECTION("many bytes") { kept.archive.append(entry_after(kept.log[2], {3}, std::string(archive_at_once_bytes, 'w'))); }
  SECTION("one that is waited for") {
    kept.append();
    CHECK(kept.durable.empty());
  }
  SECTION("a reader") {
    kept.read();
    CHECK(kept.lengths_read.empty());
  }
  REQUIRE(kept.scheduler.writing());
  kept.scheduler.finish_write();
  CHECK(kept.memory.tail().seq >= Seq{3});
  CHECK_FALSE(kept.archive.writing());
}

TEST_CASE("Given a full disk, then it is told, what is final waits, and goes on in order when it is tried again and "
          "there is room") {
  Kept kept;
  kept.append();
  kept.scheduler.settle();
  kept.journal.full = true;
  kept.append();
  kept.append();
  kept.scheduler.settle();
  CHECK(kept.archive.full() == "no room (test)");
  kept.append();
  CHECK_FALSE(kept.scheduler.writing());  // not before it is tried again
  kept.archive.retry();
  REQUIRE(kept.scheduler.writing());
  kept.scheduler.settle();
  CHECK(kept.archive.full() == "no room (test)");
  CHECK(kept.durable == Seqs{{1}});

  CHECK(kept.archive.waiting({1}) == nullptr);
  for (const Seq seq : Seqs{{2}, {3}, {4}}) CHECK(kept.archive.waiting(seq) == kept.log[seq.value - 1]);
  CHECK(kept.archive.waiting({5}) == nullptr);

  kept.journal.full = false;
  kept.archive.retry();
  kept.scheduler.settle();
  CHECK_FALSE(kept.archive.full());
  CHECK(kept.durable == Seqs{{1}, {2}, {3}, {4}});
  kept.archive.retry();
  CHECK_FALSE(kept.scheduler.writing());
}

TEST_CASE("Given a full disk, then the archive is read all the same, as far as it goes") {
  Kept kept;
  kept.append();
  kept.scheduler.settle();
  kept.journal.full = true;
  kept.append();
  kept.scheduler.settle();
  kept.read();
  CHECK(kept.lengths_read == Seqs{{1}});
}

TEST_CASE("Given an archive that lies far behind, by commits or by bytes, then it has no room until more is written") {
  Kept kept;
  const auto append_until_full = [&](const SharedEntry& entry) {
    std::size_t count = 0;
    for (; kept.archive.has_room(); ++count) kept.archive.append(entry);
    return count;
  };
  SECTION("by commits") {
    kept.append();
    CHECK(append_until_full(kept.log[1]) == archive_behind_max);  // one is being written
  }
  SECTION("by bytes") {
    kept.append();
    const SharedEntry large = entry_after(kept.log[0], {1}, std::string(1u << 20, 'w'));
    const std::size_t bytes = wire::StoredView(large->stored).size();
    CHECK(append_until_full(large) == archive_behind_bytes_max / bytes + 1);
  }
}

TEST_CASE("Given an archive that is written too slowly, then it has no room once what waits has waited for a second") {
  Kept kept;
  kept.append();
  kept.times.set(kept.times.now() + Millis{600});
  kept.append();
  kept.times.set(kept.times.now() + Millis{399});
  CHECK(kept.archive.has_room());
  kept.times.set(kept.times.now() + Millis{1});
  CHECK_FALSE(kept.archive.has_room());
  kept.scheduler.finish_write();  // of the first, and the second has waited for less
  CHECK(kept.archive.has_room());
  kept.times.set(kept.times.now() + Millis{600});
  CHECK_FALSE(kept.archive.has_room());
  kept.scheduler.settle();
  kept.times.set(kept.times.now() + minutes(1));
  CHECK(kept.archive.has_room());  // nothing waits
}

TEST_CASE("Given an archive that has no room, when what waits is written, then it has") {
  Kept kept;
  const SharedEntry large = entry_after(nullptr, {1}, std::string(1u << 20, 'w'));
  SharedEntry last;
  while (kept.archive.has_room()) {
    last = last ? entry_after(last, {1}, std::string(1u << 20, 'w')) : large;
    kept.archive.append(last);
  }
  kept.scheduler.settle();
  CHECK(kept.archive.has_room());
  CHECK(kept.journal.tail().seq == last->seq);
}

TEST_CASE("The last entry of an archive is what stands there, with what is beside it") {
  Kept kept;
  kept.append();
  kept.append();
  kept.append();
  kept.scheduler.settle();
  const SharedEntry last = last_entry(kept.journal);
  CHECK(last->seq == Seq{3});
  CHECK(last->term == Term{2});
  CHECK(last->digest == kept.log[2]->digest);
  CHECK(last->stored == kept.log[2]->stored);
}

}  // namespace rostrum::ledger
