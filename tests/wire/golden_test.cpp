// The wire and the journal, byte for byte: protocol/golden/README.md.
#include <fstream>
#include <set>
#include <sstream>

#include "wire/golden.hpp"
#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

std::string golden_file(const std::string& name) {
  std::ifstream file(std::string(ROSTRUM_SOURCE_DIR) + "/protocol/golden/" + name, std::ios::binary);
  INFO(name);
  REQUIRE(file.is_open());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("every item that the server sends is encoded as its golden frame") {
  std::set<std::size_t> kinds;
  for (const golden::Frame& frame : golden::frames()) {
    INFO(frame.name);
    kinds.insert(frame.item.index());
    CHECK(encode(Codec::protobuf, frame.item) == golden_file("frame_" + frame.name + ".bin"));
    CHECK(encode(Codec::json, frame.item) == golden_file("frame_" + frame.name + ".json"));
  }
  CHECK(kinds.size() == std::variant_size_v<ServerItem>);
}

TEST_CASE("a golden frame says the same in both codecs") {
  for (const golden::Frame& frame : golden::frames()) {
    INFO(frame.name);
    const auto binary = test::frame_of<v1::ServerFrame>(Codec::protobuf, golden_file("frame_" + frame.name + ".bin"));
    const auto json = test::frame_of<v1::ServerFrame>(Codec::json, golden_file("frame_" + frame.name + ".json"));
    CHECK(binary.items_size() == 1);
    CHECK(test::bytes_of(binary) == test::bytes_of(json));
  }
}

TEST_CASE("the golden snapshot and patches hold every kind of entity") {
  std::set<int> kinds;
  for (const char* name : {"snapshot", "private_snapshot"}) {
    const auto frame =
        test::frame_of<v1::ServerFrame>(Codec::protobuf, golden_file("frame_" + std::string(name) + ".bin"));
    for (const v1::ServerItem& item : frame.items()) {
      for (const v1::Entity& entity : item.snapshot().entities()) kinds.insert(entity.entity_case());
      for (const v1::Entity& entity : item.private_snapshot().entities()) kinds.insert(entity.entity_case());
    }
  }
  CHECK(kinds.size() == std::variant_size_v<views::Entity>);
  CHECK_FALSE(kinds.contains(v1::Entity::ENTITY_NOT_SET));
}

TEST_CASE("every event is stored as its golden commit, and read from it") {
  std::set<std::size_t> kinds;
  for (const golden::Stored& stored : golden::commits()) {
    INFO(stored.name);
    for (const council::Event& event : stored.commit.acts.front().events) kinds.insert(event.index());
    const std::string bytes = golden_file("commit_" + stored.name + ".bin");
    CHECK(encode(stored.commit) == bytes);
    const auto read = decode_commit(bytes);
    REQUIRE(read);
    CHECK(*read == stored.commit);
  }
  CHECK(kinds.size() == std::variant_size_v<council::Event>);
}

}  // namespace rostrum::wire
