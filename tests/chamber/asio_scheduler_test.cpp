// Alarms on real timers. Only instants that have come are waited for, so no time passes.
#include "chamber/asio_scheduler.hpp"

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

namespace rostrum::chamber {
namespace {

struct Strand {
  boost::asio::io_context hall;
  SetClock clock{Instant{1'000'000}};
  AsioScheduler scheduler{hall, clock};
  std::string rung;

  std::function<void()> ring(char what) {
    return [this, what] { rung += what; };
  }
};

}  // namespace

TEST_CASE("Each alarm waits for its own instant, and rings once, after what is running") {
  Strand strand;
  const auto first = strand.scheduler.alarm();
  const auto second = strand.scheduler.alarm();
  first->set(strand.clock.now(), strand.ring('a'));
  second->set(strand.clock.now(), strand.ring('b'));
  CHECK(strand.rung.empty());
  strand.hall.run();
  CHECK(strand.rung.size() == 2);
  CHECK(strand.rung.find('a') != std::string::npos);
  CHECK(strand.rung.find('b') != std::string::npos);
}

TEST_CASE("An alarm that is set again rings for what it was set to last alone") {
  Strand strand;
  const auto alarm = strand.scheduler.alarm();
  alarm->set(strand.clock.now(), strand.ring('a'));
  alarm->set(strand.clock.now(), strand.ring('b'));
  strand.hall.run();
  CHECK(strand.rung == "b");
}

TEST_CASE("An alarm may set itself again when it rings") {
  Strand strand;
  const auto alarm = strand.scheduler.alarm();
  alarm->set(strand.clock.now(), [&] {
    strand.rung += 'a';
    alarm->set(strand.clock.now(), strand.ring('b'));
  });
  strand.hall.run();
  CHECK(strand.rung == "ab");
}

TEST_CASE("An alarm that is destroyed is silent, also where its instant had come") {
  Strand strand;
  auto first = strand.scheduler.alarm();
  auto second = strand.scheduler.alarm();
  first->set(strand.clock.now(), strand.ring('a'));
  second->set(strand.clock.now(), strand.ring('a'));
  strand.hall.run_one();
  REQUIRE(strand.rung == "a");  // and the other has come too
  first.reset();
  second.reset();
  auto never = strand.scheduler.alarm();
  never->set(strand.clock.now() + minutes(1), strand.ring('c'));
  never.reset();
  strand.hall.run();
  CHECK(strand.rung == "a");
}

}  // namespace rostrum::chamber
