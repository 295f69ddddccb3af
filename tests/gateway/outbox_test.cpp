#include <array>

#include <catch2/catch.hpp>

#include "gateway/outbox.hpp"

using namespace rostrum::gateway;

namespace {

Frame frame(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

Frame taken_from(Outbox& outbox) {
  std::array<Frame, 1> one;
  return outbox.next(one) == 1 ? one[0] : nullptr;
}

std::vector<std::string> drained(Outbox& outbox) {
  std::vector<std::string> out;
  while (const Frame next = taken_from(outbox)) out.push_back(*next);
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
  CHECK(taken_from(outbox).get() == shared.get());
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
  const Frame being_sent = taken_from(outbox);
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
  CHECK(taken_from(outbox)->size() == 1'000);
  CHECK(taken_from(outbox)->size() == 2);
  CHECK(outbox.push_whole(sized(3)));
  outbox.end_with(sized(4));
  CHECK_FALSE(outbox.push_whole(sized(5)));
  CHECK(taken_from(outbox)->size() == 4);
}

TEST_CASE("frames are taken together as far as there is room for them, and in their order over both parts") {
  Outbox outbox(100);
  outbox.begin_anew({frame("hello"), frame("snapshot")});
  for (const auto* text : {"a", "b", "c"}) CHECK(outbox.push(frame(text)));
  std::array<Frame, 4> taken;
  CHECK(outbox.next(taken) == 4);
  CHECK(Texts{*taken[0], *taken[1], *taken[2], *taken[3]} == Texts{"hello", "snapshot", "a", "b"});
  CHECK(outbox.bytes() == 1);
  CHECK(outbox.next(taken) == 1);
  CHECK(outbox.empty());
  CHECK(outbox.next(taken) == 0);
}

TEST_CASE("frames that are taken together are bounded in bytes, one alone is not") {
  Outbox outbox(10 * bytes_together);
  const auto sized = [](std::size_t bytes) { return std::make_shared<const std::string>(bytes, 'x'); };
  CHECK(outbox.push(sized(2 * bytes_together)));
  CHECK(outbox.push(sized(bytes_together / 2)));
  CHECK(outbox.push(sized(bytes_together / 2)));
  CHECK(outbox.push(sized(1)));
  std::array<Frame, 8> taken;
  CHECK(outbox.next(taken) == 1);
  CHECK(outbox.next(taken) == 2);
  CHECK(outbox.next(taken) == 1);
}

TEST_CASE("an outbox with much in it keeps its order however it is filled and emptied") {
  Outbox outbox(1'000);
  int put = 0;
  int got = 0;
  for (int round = 0; round < 50; ++round) {
    for (int more = 0; more < 5; ++more) REQUIRE(outbox.push(frame(std::to_string(put++))));
    for (int less = 0; less < 4; ++less) REQUIRE(*taken_from(outbox) == std::to_string(got++));
  }
  while (!outbox.empty()) REQUIRE(*taken_from(outbox) == std::to_string(got++));
  CHECK(got == put);
  CHECK(outbox.bytes() == 0);
}

TEST_CASE("a frame passes an outbox in which nothing waits, unless it would have been dropped") {
  Outbox outbox(10);
  CHECK(outbox.lets_pass("1234567890"));
  CHECK_FALSE(outbox.lets_pass("12345678901"));
  CHECK(outbox.push(frame("1")));
  CHECK_FALSE(outbox.lets_pass("2"));
  CHECK_FALSE(outbox.push(frame("1234567890")));
  CHECK(outbox.empty());
  CHECK_FALSE(outbox.lets_pass("2"));  // it is behind
  outbox.begin_anew({});
  CHECK(outbox.lets_pass("2"));
  outbox.end_with(frame("refusal"));
  CHECK(drained(outbox) == Texts{"refusal"});
  CHECK_FALSE(outbox.lets_pass("2"));
}
