// A client's picture of a session, made from encoded frames alone: entities by key, as bytes, so that two pictures can
// be compared. What clients do with a snapshot, a patch and the private parts stands here once for the C++ tests.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "wire/frames.hpp"

namespace rostrum::test {

class Store {
 public:
  /// Applies every item of a server frame. A frame that does not decode, or a gap, fails the test.
  void apply_frame(wire::Codec codec, std::string_view bytes);

  [[nodiscard]] std::uint64_t seq() const { return seq_; }

  /// Key to the deterministic bytes of its entity; what is shared and what is private.
  [[nodiscard]] const std::map<std::string, std::string>& entities() const { return entities_; }
  [[nodiscard]] const std::map<std::string, std::string>& private_entities() const { return private_; }

 private:
  std::uint64_t seq_ = 0;
  bool began_ = false;
  std::map<std::string, std::string> entities_;
  std::map<std::string, std::string> private_;
};

/// What a client that has just been given everything of `entities` holds.
[[nodiscard]] std::map<std::string, std::string> picture(const wire::Entities& entities);

}  // namespace rostrum::test
