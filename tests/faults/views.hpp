// What each client saw at each sequence: one digest over all that it held, so that every client of an audience can be
// held against every other at the same sequence, whichever way it came there (patch by patch, resumed, or by snapshot).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "robots/robot.hpp"

namespace rostrum::faults {

/// The same bytes for the same entity, in any process.
[[nodiscard]] std::string bytes_of(const v1::Entity& entity);

/// Sums up entities in any order; what is taken away leaves no trace.
class ViewDigest {
 public:
  void set(const v1::Entity& entity);
  void remove(const std::string& key);
  void clear();
  [[nodiscard]] std::uint64_t value() const { return sum_; }

 private:
  std::map<std::string, std::uint64_t> entities_;
  std::uint64_t sum_ = 0;
};

[[nodiscard]] std::uint64_t digest_of(const client::Entities& entities);

/// What a seat of that role may see (docs/access.md), whatever the server says that it is.
[[nodiscard]] v1::Audience audience_of(const std::string& role);

class Views {
 public:
  /// To be told every item that a client has applied.
  void took(const robots::Robot& robot, const v1::ServerItem& item);
  /// A client of that role was told what its audience is.
  void told(const std::string& who, const std::string& role, v1::Audience audience);
  void saw(const std::string& who, v1::Audience audience, std::uint64_t seq, std::uint64_t digest);

  /// What was seen in two ways, and who was taken for another audience, in sentences; the first few.
  [[nodiscard]] const std::vector<std::string>& contradictions() const { return contradictions_; }
  /// The digest that an audience saw at a sequence; none where nobody did.
  [[nodiscard]] std::optional<std::uint64_t> at(v1::Audience audience, std::uint64_t seq) const;
  /// How often a client's view could be held against another's.
  [[nodiscard]] std::uint64_t compared() const { return compared_; }

 private:
  struct Seen {
    std::uint64_t digest;
    std::string first;
  };
  void contradict(std::string what);

  std::map<const robots::Robot*, ViewDigest> now_;
  std::map<std::pair<int, std::uint64_t>, Seen> seen_;  // by audience and sequence
  std::vector<std::string> contradictions_;
  std::uint64_t compared_ = 0;
};

}  // namespace rostrum::faults
