// A look at what a Redis server says of itself: what it is asked for that, and what is found wrong. At the first look
// of a line more has to be as it should than at the later ones, between which the line has stood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/redis/checks.hpp"
#include "ledger/redis/requests.hpp"

namespace rostrum::ledger::redis {

/// What is wrong where the server refuses a command; none: it does not. Nothing that was sent is in it, such as a
/// password, though the server may say it again.
[[nodiscard]] std::optional<Wrong> refusal_of(std::string_view command, const redisReply& reply);

/// What is wrong where the server says at once, whatever it is asked, that it does not take the line; none: it does.
[[nodiscard]] std::optional<Wrong> turned_away(const redisReply& reply);

class Look {
 public:
  enum class Which : std::uint8_t { first, later };
  explicit Look(Which which) : which_(which) {}

  /// What is asked, in this order.
  [[nodiscard]] static std::vector<Command> questions();

  /// The answer to the next of them.
  void hear(const redisReply& reply);
  /// Nothing more is waited for: all is answered, or one is refused.
  [[nodiscard]] bool ended() const;

  /// Once it has ended.
  [[nodiscard]] std::vector<Wrong> wrong() const;
  [[nodiscard]] std::string run_id() const { return run_id_of(info_); }

 private:
  Which which_;
  std::size_t heard_ = 0;
  std::optional<Wrong> refused_;
  Settings info_, config_;
};

}  // namespace rostrum::ledger::redis
