// What all followers of a run have got: when each act was due, when each of them had its patch, and what never came.
//
// An act is due at the instant at which it should be sent, whether or not it could be, so that what a slow server holds
// back counts too. Acts are known by the commit that holds them, which the Ack names after followers may have its
// patch.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "load/spread.hpp"

namespace rostrum::load {

class Deliveries {
 public:
  /// An act that was due then is durable in commit `seq`.
  void acted(std::uint64_t seq, Nanos due);
  /// A follower has read the patch of `seq`.
  void delivered(std::uint64_t seq, Nanos at);
  /// The same, by one that is catching up: counted, not timed.
  void delivered_late() { ++count_; }

  /// How many followers have to have each patch; counts from now on.
  void expect(std::size_t followers) { expected_ = followers; }
  /// Whether all of them have it.
  [[nodiscard]] bool complete(std::uint64_t seq) const;

  /// Takes in what has not been, at the end of a run.
  void settle();

  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] std::uint64_t acts() const { return acts_; }
  [[nodiscard]] std::uint64_t commits() const { return commits_; }
  /// From an act's instant to a follower's having its patch, for each of both.
  [[nodiscard]] const Spread& each() const { return each_; }
  /// From an act's instant until the last follower had its patch.
  [[nodiscard]] const Spread& last() const { return last_; }

  std::size_t following = 0;       // followers that follow now
  std::uint64_t missing = 0;       // patches that a follower should have had
  std::uint64_t out_of_order = 0;  // patches that came again, or after a later one
  std::uint64_t snapshots = 0;     // that came in the middle of a conversation: the follower was too slow
  std::vector<std::string> lost;   // why each connection ended that should not have

 private:
  struct Commit {
    std::vector<Nanos> due;
    std::vector<Nanos> at;
  };
  void settle(const Commit& commit);

  std::size_t expected_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t acts_ = 0;
  std::uint64_t commits_ = 0;
  std::map<std::uint64_t, Commit> open_;
  Spread each_;
  Spread last_;
};

}  // namespace rostrum::load
