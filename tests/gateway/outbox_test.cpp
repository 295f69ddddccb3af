#include <catch2/catch.hpp>

#include "gateway/outbox.hpp"

using namespace rostrum::gateway;

namespace {

Frame frame(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

std::vector<std::string> drained(Outbox& outbox) {
  std::vector<std::string> out;
  while (const Frame next = outbox.next()) out.push_back(*next);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what waits for a client is sent in its order") {
  Outbox outbox(100);
  CHECK(outbox.push(frame("one")));
  CHECK(outbox.push(frame("two")));
  CHECK(outbox.bytes() == 6);
  CHECK(drained(outbox) == Texts{"one", "two"});
  CHECK(outbox.bytes() == 0);
  CHECK_FALSE(outbox.behind());
}

TEST_CASE("a frame is shared with other outboxes, not copied") {
  Outbox outbox(100);
  const Frame shared = frame("patch");
  CHECK(outbox.push(shared));
  CHECK(outbox.next().get() == shared.get());
}

TEST_CASE("an outbox holds its bound and not one byte more") {
  Outbox outbox(10);
  CHECK(outbox.push(frame("12345")));
  CHECK(outbox.push(frame("67890")));
  CHECK(outbox.bytes() == 10);
  CHECK_FALSE(outbox.behind());
  CHECK_FALSE(outbox.push(frame("x")));
  CHECK(outbox.behind());
}

TEST_CASE("beyond the bound everything unsent is dropped, and what comes meanwhile too") {
  Outbox outbox(10);
  (void)outbox.push(frame("12345"));
  (void)outbox.push(frame("67890"));
  CHECK_FALSE(outbox.push(frame("late")));
  CHECK_FALSE(outbox.push(frame("ack")));
  CHECK(outbox.bytes() == 0);
  CHECK(outbox.dropped() == 4);
  CHECK(drained(outbox).empty());
}

TEST_CASE("a frame that was taken for sending is not dropped") {
  Outbox outbox(10);
  (void)outbox.push(frame("12345"));
  const Frame being_sent = outbox.next();
  (void)outbox.push(frame("1234567890"));
  (void)outbox.push(frame("x"));
  CHECK(*being_sent == "12345");
  CHECK(outbox.dropped() == 2);
}

TEST_CASE("a fresh join begins an outbox anew") {
  Outbox outbox(4);
  (void)outbox.push(frame("12345"));
  REQUIRE(outbox.behind());
  outbox.begin_anew({frame("snapshot")});
  CHECK_FALSE(outbox.behind());
  CHECK(outbox.push(frame("1234")));
  CHECK(drained(outbox) == Texts{"snapshot", "1234"});
}

TEST_CASE("what a join gives is sent whatever its size and whatever comes behind it") {
  Outbox outbox(4);
  outbox.begin_anew({frame("a snapshot much larger than the bound")});
  CHECK(outbox.push(frame("1234")));
  CHECK_FALSE(outbox.push(frame("5")));
  CHECK(outbox.behind());
  CHECK(drained(outbox) == Texts{"a snapshot much larger than the bound"});
}

TEST_CASE("a refusal is the last frame there is, and takes the place of all that waits") {
  Outbox outbox(10);
  outbox.begin_anew({frame("snapshot")});
  (void)outbox.push(frame("patch"));
  outbox.end_with(frame("refusal"));
  CHECK_FALSE(outbox.push(frame("x")));
  outbox.begin_anew({frame("snapshot")});
  outbox.end_with(frame("another"));
  CHECK(drained(outbox) == Texts{"refusal"});
  CHECK_FALSE(outbox.behind());
}

TEST_CASE("a large answer is taken whatever its size, also by an outbox that is behind, one at a time") {
  Outbox outbox(10);
  const auto sized = [](std::size_t bytes) { return std::make_shared<const std::string>(bytes, 'x'); };
  CHECK_FALSE(outbox.push(sized(11)));
  REQUIRE(outbox.behind());
  CHECK(outbox.push_whole(sized(1'000)));
  CHECK_FALSE(outbox.push_whole(sized(1)));
  outbox.begin_anew({sized(2)});
  CHECK_FALSE(outbox.push_whole(sized(1)));
  CHECK(outbox.next()->size() == 1'000);
  CHECK(outbox.next()->size() == 2);
  CHECK(outbox.push_whole(sized(3)));
  outbox.end_with(sized(4));
  CHECK_FALSE(outbox.push_whole(sized(5)));
  CHECK(outbox.next()->size() == 4);
}
