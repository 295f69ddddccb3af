#include "ledger/redis/troubles.hpp"

#include <catch2/catch.hpp>

namespace rostrum::ledger::redis {
namespace {

const Fault full{FaultKind::no_room, "OOM command not allowed"};
const std::string full_in_words = "no_room (OOM command not allowed): " + std::string(cure_of(FaultKind::no_room));
const Fault forbidden{FaultKind::no_permission, "NOPERM no permissions"};
constexpr Moment start = seconds(100);

}  // namespace

TEST_CASE("A fault of a Redis server is told with its cure until what it was of is answered again") {
  Troubles troubles;
  CHECK(troubles.in_words().empty());
  troubles.faulted(script::append, full, start);
  troubles.answered(script::ring, start + Millis{1});
  CHECK(troubles.in_words() == full_in_words);
  troubles.answered(script::append, start + Millis{2});
  CHECK(troubles.in_words().empty());
}

TEST_CASE("A fault of two scripts of a Redis server lasts until both are answered, from when it began") {
  Troubles troubles;
  troubles.faulted(script::append, full, start);
  troubles.faulted(script::raise, full, start + seconds(1));
  troubles.answered(script::append, start + seconds(2));
  CHECK(troubles.in_words() == full_in_words);
  const Trouble& trouble = troubles.by_kind().at(FaultKind::no_room);
  CHECK(trouble.lasts());
  CHECK(trouble.since == start);
  CHECK(trouble.count == 2);
  troubles.answered(script::raise, start + seconds(2));
  CHECK_FALSE(trouble.lasts());
  troubles.faulted(script::raise, full, start + seconds(3));
  CHECK(trouble.since == start + seconds(3));
  CHECK(trouble.count == 3);
}

TEST_CASE("A fault of what a Redis server is not asked any more is over after a while in which it answers others") {
  Troubles troubles;
  troubles.faulted(script::append, full, start);
  troubles.faulted(script::append, full, start + seconds(5));
  troubles.answered(script::tell, start + seconds(5) + fault_lasts - Millis{1});
  CHECK(troubles.in_words() == full_in_words);
  troubles.answered(script::tell, start + seconds(5) + fault_lasts);
  CHECK(troubles.in_words().empty());
}

TEST_CASE("All faults of a Redis server that last are told, and those that had no reply are counted by their reason") {
  Troubles troubles;
  troubles.faulted(script::tell, forbidden, start);
  troubles.faulted(script::append, full, start);
  CHECK(troubles.in_words() ==
        full_in_words + "; no_permission (NOPERM no permissions): " + std::string(cure_of(FaultKind::no_permission)));
  troubles.unanswered(NoReply::Why::lost);
  troubles.unanswered(NoReply::Why::lost);
  CHECK(troubles.unanswered_for(NoReply::Why::lost) == 2);
  CHECK(troubles.unanswered_for(NoReply::Why::away) == 0);
}

}  // namespace rostrum::ledger::redis
