// The vectors that the stores of all clients are held to (protocol/golden/README.md). clients/web reads the same file.
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
  for (const json& vector : vectors) {
    INFO(vector["name"]);
    client::Store store;
    int refused = 0;
    for (std::size_t step = 0; const json& each : vector["steps"]) {
      INFO("step " << step++);
      const bool taken = store.apply(message_of<v1::ServerItem>(each["item"]));
      refused += !taken;
      CHECK(taken == each["taken"].get<bool>());
      CHECK(store.seq() == each["seq"].get<std::uint64_t>());
      CHECK(keys_of(store.entities()) == each["keys"].get<std::vector<std::string>>());
      CHECK(keys_of(store.private_entities()) == each["own"].get<std::vector<std::string>>());
    }
    CHECK(refused > 1);
    REQUIRE(store.position());
    CHECK(google::protobuf::util::MessageDifferencer::Equals(*store.position(),
                                                             message_of<v1::Position>(vector["position"])));
    check_same(store.entities(), vector["entities"]);
    check_same(store.private_entities(), vector["own"]);
  }
}
