// What a client holds of a session: entities by key, as the server's items make it (docs/protocol.md#entities). Rules
// live on the server; nothing is computed here. What is private to the client's delegation is held apart.
//
// A value; one owner.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "rostrum/v1/envelope.pb.h"

namespace rostrum::client {

using Entities = std::map<std::string, v1::Entity, std::less<>>;

class Store {
 public:
  /// Takes an item in. False for a patch that is not the next one: the client has missed something and has to connect
  /// again with its position. Items that change nothing here are fine.
  [[nodiscard]] bool apply(const v1::ServerItem& item);

  /// The shared or private entity of that key; none where the client holds none.
  [[nodiscard]] const v1::Entity* find(std::string_view key) const;

  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] const Entities& private_entities() const { return private_; }

  /// Where the client stands, to be sent with its next sign-in; none before the first snapshot.
  [[nodiscard]] const std::optional<v1::Position>& position() const { return position_; }
  /// How many devices of each seat are connected, as the desk's audience is told; seats of which none is are left out.
  [[nodiscard]] const std::map<std::string, std::uint32_t>& presence() const { return presence_; }

  /// How the ledger stands, as it was told last; unspecified: it stands well.
  [[nodiscard]] const v1::LedgerStanding& standing() const { return standing_; }

  [[nodiscard]] std::uint64_t seq() const { return position_ ? position_->seq() : 0; }

 private:
  /// Whether what is held is of the same line: what is private to another delegation is not kept.
  [[nodiscard]] bool goes_on(const v1::Hello& hello) const;

  std::optional<v1::Position> position_;
  Entities entities_;
  Entities private_;
  std::map<std::string, std::uint32_t> presence_;
  v1::LedgerStanding standing_;
};

}  // namespace rostrum::client
