// The parts of the load program that could deceive: what it takes for a patch, and how it counts.
#include <catch2/catch.hpp>

#include <vector>

#include <google/protobuf/util/json_util.h>

#include "load/deliveries.hpp"
#include "load/frame.hpp"
#include "load/scan.hpp"
#include "rostrum/v1/envelope.pb.h"

using namespace rostrum;
using namespace rostrum::load;

namespace {

v1::ServerFrame joining() {
  v1::ServerFrame frame;
  frame.add_items()->mutable_hello()->set_resumed(true);
  v1::Snapshot& snapshot = *frame.add_items()->mutable_snapshot();
  snapshot.mutable_position()->set_session("council-2005");
  snapshot.mutable_position()->set_audience(v1::AUDIENCE_DELEGATE);
  snapshot.mutable_position()->set_seq(300);
  snapshot.add_entities()->set_key(R"({"patch":{"seq":"7"}})");
  return frame;
}

v1::ServerFrame patch(std::uint64_t seq) {
  v1::ServerFrame frame;
  frame.add_items()->mutable_patch()->set_seq(seq);
  frame.mutable_items(0)->mutable_patch()->add_removals(R"({"patch":{"seq":"7"}})");
  return frame;
}

std::string encoded(Codec codec, const v1::ServerFrame& frame) {
  std::string out;
  if (codec == Codec::protobuf) return frame.SerializeAsString();
  REQUIRE(google::protobuf::util::MessageToJsonString(frame, &out).ok());
  return out;
}

std::vector<Item> scanned(Codec codec, const std::string& message) {
  std::vector<Item> out;
  REQUIRE(scan(codec, message, [&](const Item& item) { out.push_back(item); }));
  return out;
}

}  // namespace

TEST_CASE("load: a patch is found with its place, whatever texts it holds") {
  const auto codec = GENERATE(Codec::protobuf, Codec::json);
  const auto items = scanned(codec, encoded(codec, patch(1'234'567)));
  REQUIRE(items.size() == 1);
  CHECK(items[0].kind == Item::Kind::patch);
  CHECK(items[0].seq == 1'234'567);
}

TEST_CASE("load: protobuf frames that are joined are all seen") {
  const auto items =
      scanned(Codec::protobuf, encoded(Codec::protobuf, joining()) + encoded(Codec::protobuf, patch(301)));
  REQUIRE(items.size() == 3);
  CHECK(items[0].kind == Item::Kind::hello);
  CHECK(items[0].resumed);
  CHECK(items[1].seq == 300);
  CHECK(items[2].kind == Item::Kind::patch);
  CHECK(items[2].seq == 301);
}

TEST_CASE("load: the place of a snapshot goes back with the last patch's number") {
  const auto codec = GENERATE(Codec::protobuf, Codec::json);
  v1::ServerFrame frame = joining();
  frame.mutable_items()->DeleteSubrange(0, 1);
  const std::string message = encoded(codec, frame);
  const auto items = scanned(codec, message);
  REQUIRE(items.size() == 1);
  CHECK(items[0].kind == Item::Kind::snapshot);
  CHECK(items[0].seq == 300);
  const std::string back = sign_in(codec, "7K3MQ0ZX", items[0].position, 305);
  v1::ClientFrame read;
  if (codec == Codec::protobuf)
    REQUIRE(read.ParseFromString(back));
  else
    REQUIRE(google::protobuf::util::JsonStringToMessage(back, &read).ok());
  const v1::SignIn& signing = read.items(0).sign_in();
  CHECK(signing.code() == "7K3MQ0ZX");
  CHECK(signing.position().session() == "council-2005");
  CHECK(signing.position().audience() == v1::AUDIENCE_DELEGATE);
  CHECK(signing.position().seq() == 305);
}

TEST_CASE("load: acks, rejections and refusals are told apart") {
  const auto codec = GENERATE(Codec::protobuf, Codec::json);
  v1::ServerFrame ack, rejection, refusal;
  ack.add_items()->mutable_ack()->set_seq(42);
  rejection.add_items()->mutable_rejection()->set_code("already_listed");
  refusal.add_items()->mutable_refusal()->set_code("unknown_code");
  CHECK(scanned(codec, encoded(codec, ack)).at(0).seq == 42);
  CHECK(scanned(codec, encoded(codec, ack)).at(0).kind == Item::Kind::ack);
  const std::string rejected = encoded(codec, rejection), refused = encoded(codec, refusal);
  CHECK(scanned(codec, rejected).at(0).kind == Item::Kind::rejection);
  CHECK(scanned(codec, rejected).at(0).code == "already_listed");
  CHECK(scanned(codec, refused).at(0).kind == Item::Kind::refusal);
  CHECK(scanned(codec, refused).at(0).code == "unknown_code");
}

TEST_CASE("load: what is no message is said to be none") {
  const auto ignore = [](const Item&) {};
  const std::string whole = encoded(Codec::protobuf, patch(5));
  CHECK_FALSE(scan(Codec::protobuf, whole.substr(0, whole.size() - 1), ignore));
  CHECK_FALSE(scan(Codec::json, "<html>", ignore));
}

TEST_CASE("load: a frame has the length that its head says, and a mask that comes off") {
  const auto bytes = GENERATE(std::size_t{0}, 125, 126, 65'535, 65'536);
  const std::string payload(bytes, 'x');
  const std::string plain = plain_frame(Opcode::binary, payload);
  const auto head = head_of(plain);
  REQUIRE(head);
  CHECK(head->opcode == Opcode::binary);
  CHECK(head->payload_bytes == bytes);
  CHECK(plain.size() == head->header_bytes + bytes);
  CHECK_FALSE(head_of(plain.substr(0, head->header_bytes - 1)));

  std::string masked = masked_frame(Opcode::text, payload, 0x01020304);
  const auto masked_head = head_of(masked);
  REQUIRE(masked_head);
  CHECK(masked_head->payload_bytes == bytes);
  CHECK(masked.size() == masked_head->header_bytes + bytes);
  unmask(masked.data() + masked_head->header_bytes, bytes, masked.data() + masked_head->header_bytes - 4);
  CHECK(masked.substr(masked_head->header_bytes) == payload);
}

TEST_CASE("load: a spread tells its shares to one hundredth, and its largest as it was") {
  Spread spread;
  CHECK(spread.at(0.5) == 0);
  for (Nanos span = 1; span <= 100'000; ++span) spread.add(span);
  for (const double share : {0.01, 0.5, 0.9, 0.99}) {
    const double exact = 100'000 * share;
    CHECK(static_cast<double>(spread.at(share)) >= exact);
    CHECK(static_cast<double>(spread.at(share)) <= exact * 1.01 + 1);
  }
  CHECK(spread.at(1) == 100'000);
  CHECK(spread.largest() == 100'000);
  Spread wide;
  for (const Nanos span : {Nanos{-5}, Nanos{0}, Nanos{1} << 62}) wide.add(span);
  CHECK(wide.at(0.5) == 0);
  CHECK(wide.at(1) == Nanos{1} << 62);
}

TEST_CASE("load: an act's time counts from when it was due, for each follower and for the last") {
  Deliveries deliveries;
  deliveries.expect(2);
  deliveries.delivered(7, 1'050);  // before its Ack has come
  deliveries.acted(7, 1'000);
  deliveries.acted(7, 1'010);  // two acts in one commit
  CHECK_FALSE(deliveries.complete(7));
  deliveries.delivered(7, 1'110);
  CHECK(deliveries.complete(7));
  deliveries.delivered(8, 9'000);  // of somebody else's act
  deliveries.settle();
  CHECK(deliveries.count() == 3);
  CHECK(deliveries.acts() == 2);
  CHECK(deliveries.commits() == 1);
  CHECK(deliveries.each().count() == 4);
  CHECK(deliveries.each().largest() == 110);
  CHECK(deliveries.last().count() == 2);
  CHECK(deliveries.last().at(0) >= 100);
}
