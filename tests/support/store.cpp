#include "support/store.hpp"

#include <google/protobuf/util/json_util.h>

#include <catch2/catch.hpp>

#include "rostrum/v1/envelope.pb.h"
#include "support/entity_bytes.hpp"

namespace rostrum::test {

namespace {

template <class Entities>
void put(std::map<std::string, std::string>& into, const Entities& entities) {
  for (const v1::Entity& entity : entities) into[entity.key()] = bytes_of(entity);
}

v1::ServerFrame decoded(wire::Codec codec, std::string_view bytes) {
  v1::ServerFrame frame;
  const std::string text(bytes);
  if (codec == wire::Codec::json)
    REQUIRE(google::protobuf::util::JsonStringToMessage(text, &frame).ok());
  else
    REQUIRE(frame.ParseFromString(text));
  return frame;
}

}  // namespace

void Store::apply_frame(wire::Codec codec, std::string_view bytes) {
  const v1::ServerFrame frame = decoded(codec, bytes);
  for (const v1::ServerItem& item : frame.items()) {
    if (item.has_snapshot()) {
      entities_.clear();
      put(entities_, item.snapshot().entities());
      seq_ = item.snapshot().position().seq();
      began_ = true;
    } else if (item.has_patch()) {
      REQUIRE(began_);
      REQUIRE(item.patch().seq() == seq_ + 1);
      for (const std::string& key : item.patch().removals()) REQUIRE(entities_.erase(key) == 1);
      put(entities_, item.patch().upserts());
      seq_ = item.patch().seq();
    } else if (item.has_private_snapshot()) {
      private_.clear();
      put(private_, item.private_snapshot().entities());
    } else if (item.has_private_patch()) {
      for (const std::string& key : item.private_patch().removals()) REQUIRE(private_.erase(key) == 1);
      put(private_, item.private_patch().upserts());
    }
  }
}

std::map<std::string, std::string> picture(const wire::Entities& entities) {
  Store store;
  store.apply_frame(wire::Codec::protobuf, wire::encode(wire::Codec::protobuf, wire::Snapshot{{}, entities}));
  return store.entities();
}

}  // namespace rostrum::test
