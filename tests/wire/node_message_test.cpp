// What nodes tell each other comes out as it went in.
#include "wire/node_message.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "rostrum/v1/nodes.pb.h"

namespace rostrum::wire {

namespace v1 = rostrum::v1;

namespace {

template <class One>
One there_and_back(const One& message) {
  const std::string bytes = encode(NodeMessage(message));
  CHECK(encode(NodeMessage(message)) == bytes);
  const auto decoded = decode_node_message(bytes);
  REQUIRE(decoded);
  REQUIRE(std::holds_alternative<One>(*decoded));
  return std::get<One>(*decoded);
}

Answered answered(council::Answer answer) {
  return {.to = "node.7", .number = 3, .term = {4}, .answer = std::move(answer), .as_of = {9}};
}

}  // namespace

TEST_CASE("A bell comes through, with its commit, a successor and why its writer is held, or without") {
  Bell bell{.term = {4}, .writer = "node.7", .seq = {9}, .digest = sha256("nine"), .now = {1'000}};
  const auto plain = there_and_back(bell);
  CHECK(plain.term == bell.term);
  CHECK(plain.writer == bell.writer);
  CHECK(plain.seq == bell.seq);
  CHECK(plain.digest == bell.digest);
  CHECK(plain.now == bell.now);
  CHECK_FALSE(plain.commit);
  CHECK_FALSE(plain.successor);
  CHECK(plain.held.empty());
  bell.commit = std::make_shared<const StoredCommit>(StoredCommit{.bytes = std::string("\0\xff", 2), .beside = ""});
  bell.successor = "node.8";
  bell.held = "no room";
  const auto full = there_and_back(bell);
  REQUIRE(full.commit);
  CHECK(*full.commit == *bell.commit);
  CHECK(full.successor == bell.successor);
  CHECK(full.held == bell.held);
}

TEST_CASE("Who is there comes through, and whether it knows the time") {
  CHECK(there_and_back(Present{.who = "node.7"}).now == std::nullopt);
  const auto knows = there_and_back(Present{.who = "node.7", .now = Instant{0}});
  CHECK(knows.who == "node.7");
  CHECK(knows.now == Instant{0});
}

TEST_CASE("Whom a node has comes through, with their devices or without") {
  const auto plain = there_and_back(Here{.who = "node.7", .number = 3, .delegations = {{"KE"}, {"SE"}}});
  CHECK(plain.who == "node.7");
  CHECK(plain.number == 3);
  CHECK(plain.delegations == std::set<DelegationId>{{"KE"}, {"SE"}});
  CHECK_FALSE(plain.devices);
  const std::map<SeatId, std::uint32_t> devices{{{"chair"}, 1}, {{"KE"}, 7}};
  CHECK(there_and_back(Here{.who = "node.7", .devices = devices}).devices == devices);
  CHECK(there_and_back(Here{.who = "node.7", .devices = std::map<SeatId, std::uint32_t>()}).devices->empty());
}

TEST_CASE("A forward comes through with its command's id, expiry and digest as they were, and with who is present") {
  const bool present = GENERATE(true, false);
  const Forward forward{
      .from = "node.7",
      .number = 5,
      .term = {4},
      .grant = {"KE.1"},
      .present = present,
      .command = {.id = "c1",
                  .expires_at = Instant{60'000},
                  .command = {council::CloseList{.panel = {"panel"}}, {.speech = SpeechId{3}, .head = std::nullopt}},
                  .digest = sha256("as it was sent")}};
  const auto read = there_and_back(forward);
  CHECK(read.from == forward.from);
  CHECK(read.number == forward.number);
  CHECK(read.term == forward.term);
  CHECK(read.grant == forward.grant);
  CHECK(read.present == present);
  CHECK(read.command.id == forward.command.id);
  CHECK(read.command.expires_at == forward.command.expires_at);
  CHECK(read.command.command == forward.command.command);
  CHECK(read.command.digest == forward.command.digest);
}

TEST_CASE("An answer comes through: an act with what takes it back, and every refusal with its details in order") {
  const council::Accepted accepted{
      .act = {.seq = {9}, .index = 2},
      .inverse = {council::CloseList{.panel = {"panel"}}, council::OpenList{.panel = {"panel"}}}};
  const auto told = there_and_back(answered(accepted));
  CHECK(told.to == "node.7");
  CHECK(told.number == 3);
  CHECK(told.term == Term{4});
  CHECK(told.as_of == Seq{9});
  const auto& read = std::get<council::Accepted>(told.answer);
  CHECK(read.act == accepted.act);
  CHECK(read.inverse == accepted.inverse);
  for (const council::Code code : council::all_codes()) {
    council::Rejection rejection{.code = code, .details = {}};
    std::istringstream names{std::string(council::detail_names(code))};
    for (std::string name; names >> name;) rejection.details.emplace_back(name, "value of " + name);
    CHECK(std::get<council::Rejection>(there_and_back(answered(rejection)).answer) == rejection);
  }
}

TEST_CASE("What is no message of this version is none") {
  CHECK_FALSE(decode_node_message(""));
  CHECK_FALSE(decode_node_message("no message"));
  v1::NodeMessage message;
  message.mutable_bell()->set_digest("short");
  CHECK_FALSE(decode_node_message(message.SerializeAsString()));
  message.mutable_answer()->mutable_rejected()->set_code("of_a_later_version");
  CHECK_FALSE(decode_node_message(message.SerializeAsString()));
  message.mutable_answer()->clear_is();
  CHECK_FALSE(decode_node_message(message.SerializeAsString()));
  message.mutable_forward()->set_digest(std::string(32, 'd'));
  CHECK_FALSE(decode_node_message(message.SerializeAsString()));  // without an act
}

}  // namespace rostrum::wire
