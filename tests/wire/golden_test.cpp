// The wire and the journal, byte for byte: protocol/golden/README.md.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "support/kinds_of_events.hpp"
#include "support/secrets.hpp"
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

/// What stands in the names of the golden files between `prefix` and ".bin".
std::set<std::string> golden_names(const std::string& prefix) {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(std::string(ROSTRUM_SOURCE_DIR) + "/protocol/golden")) {
    const std::string name = file.path().stem().string();
    if (name.starts_with(prefix)) names.insert(name.substr(prefix.size()));
  }
  return names;
}

using Names = std::vector<std::string>;

/// The names of the events that none of these commits stores.
Names forgotten_in(const std::vector<golden::Stored>& commits) {
  rostrum::test::Kinds kinds;
  for (const golden::Stored& one : commits)
    for (const council::Event& event : one.commit.acts.front().events) kinds.insert(event.index());
  return rostrum::test::events_without(kinds);
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
  for (const char* name : {"snapshot", "snapshot-hall", "private_snapshot", "private_snapshot-hall"}) {
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
  CHECK(forgotten_in(golden::commits()) == Names{});
  for (const golden::Stored& stored : golden::commits()) {
    INFO(stored.name);
    const StoredCommit now = encode(stored.commit, rostrum::test::known_salts);
    CHECK(now.bytes == golden_file("stored_" + stored.name + ".bin"));
    if (!now.beside.empty()) CHECK(now.beside == golden_file("beside_" + stored.name + ".bin"));
    const auto read = decode_commit(now);
    REQUIRE(read);
    CHECK(*read == stored.commit);
  }
}

TEST_CASE("an event that has no golden commit is named") {
  auto commits = golden::commits();
  std::erase_if(commits, [](const golden::Stored& stored) { return stored.name == "entry_skipped"; });
  CHECK(forgotten_in(commits) == Names{"entry_skipped"});
}

TEST_CASE("C5 a commit that an earlier version has stored with every text in its place is read, and means the same") {
  std::map<std::string, Commit> known;
  for (golden::Stored& stored : golden::older_commits()) known.emplace(stored.name, std::move(stored.commit));
  std::size_t read_of_before = 0;
  for (const std::string& name : golden_names("commit_")) {
    INFO(name);
    REQUIRE(known.contains(name));
    const auto read = decode_commit(golden_file("commit_" + name + ".bin"));
    REQUIRE(read);
    CHECK(*read == known.at(name));
    ++read_of_before;
  }
  CHECK(read_of_before == 50);  // as many as there were
}

TEST_CASE("T1 an older log has a limit for every sort of speech: points of order got one later") {
  const auto read = decode_commit(golden_file("commit_session_created.bin"));
  REQUIRE(read);
  const auto& created = std::get<council::SessionCreated>(read->acts.front().events.front());
  const council::Limits& limits = created.programme.panels.front().limits;
  CHECK(limits.size() == council::limit_of_count);
  CHECK(limits.at(council::LimitOf::point_of_order) == seconds(60));
  CHECK(created.programme.session.codes_valid == Millis{});
}

TEST_CASE("every golden commit is one that a test reads") {
  std::set<std::string> stored;
  std::set<std::string> beside;
  for (const golden::Stored& one : golden::commits()) {
    stored.insert(one.name);
    if (!encode(one.commit, rostrum::test::known_salts).beside.empty()) beside.insert(one.name);
  }
  CHECK(golden_names("stored_") == stored);
  CHECK(golden_names("beside_") == beside);
}

}  // namespace rostrum::wire
