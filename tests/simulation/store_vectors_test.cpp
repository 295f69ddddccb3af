// The vectors that the stores of all clients are held to (protocol/golden/README.md). clients/web reads the same file.
#include <algorithm>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/message_differencer.h>
#include <nlohmann/json.hpp>

#include "client/store.hpp"

namespace {

using nlohmann::json;
using namespace rostrum;

template <class Message>
Message message_of(const json& value) {
  Message message;
  REQUIRE(google::protobuf::util::JsonStringToMessage(value.dump(), &message).ok());
  return message;
}

std::vector<std::string> keys_of(const client::Entities& entities) {
  std::vector<std::string> keys;
  for (const auto& [key, entity] : entities) keys.push_back(key);
  return keys;
}

void check_same(const client::Entities& held, const json& wanted) {
  REQUIRE(held.size() == wanted.size());
  for (const json& each : wanted) {
    const auto entity = message_of<v1::Entity>(each);
    INFO(entity.key());
    REQUIRE(held.contains(entity.key()));
    CHECK(google::protobuf::util::MessageDifferencer::Equals(held.find(entity.key())->second, entity));
  }
}

}  // namespace

TEST_CASE("The store holds after each item what the shared vectors say", "[simulation]") {
  std::ifstream file(std::string(ROSTRUM_SOURCE_DIR) + "/protocol/golden/store_vectors.json");
  const json vectors = json::parse(file);
  REQUIRE(vectors.size() == 3);
  int forgot_private = 0;  // as a hello that resumes nothing has a store do
  for (const json& vector : vectors) {
    INFO(vector["name"]);
    client::Store store;
    int refused = 0;
    int dropped = 0;  // by snapshots
    for (std::size_t step = 0; const json& each : vector["steps"]) {
      INFO("step " << step++);
      const auto item = message_of<v1::ServerItem>(each["item"]);
      const std::vector<std::string> had = keys_of(store.entities());
      const bool had_private = !store.private_entities().empty();
      const bool taken = store.apply(item);
      if (item.has_snapshot())
        dropped += static_cast<int>(
            std::ranges::count_if(had, [&](const std::string& key) { return !store.entities().contains(key); }));
      forgot_private += item.has_hello() && had_private && store.private_entities().empty();
      refused += !taken;
      CHECK(taken == each["taken"].get<bool>());
      CHECK(store.seq() == each["seq"].get<std::uint64_t>());
      CHECK(keys_of(store.entities()) == each["keys"].get<std::vector<std::string>>());
      CHECK(keys_of(store.private_entities()) == each["own"].get<std::vector<std::string>>());
    }
    CHECK(refused > 1);
    CHECK(dropped > 0);
    REQUIRE(store.position());
    CHECK(google::protobuf::util::MessageDifferencer::Equals(*store.position(),
                                                             message_of<v1::Position>(vector["position"])));
    check_same(store.entities(), vector["entities"]);
    check_same(store.private_entities(), vector["own"]);
  }
  CHECK(forgot_private > 0);
}
