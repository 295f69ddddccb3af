// A hall of robots over the wire, all on one thread: who takes part is drawn from the sign-ins, and each robot's
// choices from the seed and its name.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "robots/robot.hpp"

namespace rostrum::robots {

enum class Part { delegates, chair, booths, desk, captions, displays };

/// "delegates", "chair", ...; none for another word.
[[nodiscard]] std::optional<Part> part_of(std::string_view word);
/// Every word that `part_of` knows, separated by commas.
[[nodiscard]] std::string all_parts();

struct Cast {
  std::set<Part> parts;     // empty: all
  int delegations_max = 0;  // that are played; 0: all
};

/// The sign-ins that are played, one of each seat, in an order that depends on the seed alone.
[[nodiscard]] std::vector<SignIn> drawn(const std::vector<SignIn>& all, const Cast& cast, std::uint64_t seed);

class Rehearsal {
 public:
  /// The loop outlives the rehearsal, and so do the settings of those who come in.
  explicit Rehearsal(client::Loop& loop) : loop_(loop) {}

  /// Robots for these sign-ins, each in its part. They come in as the rehearsal is played.
  void enter(Setting& setting, const std::vector<SignIn>& players);
  /// Robots in these seats that only look on, whatever their part; the last so many of `robots`.
  void look_on(Setting& setting, const std::vector<SignIn>& onlookers);

  /// Plays on until `until` or until `enough` says so, which is asked after everything that happens: whether it did.
  bool play(client::Loop::Time until, const std::function<bool()>& enough = [] { return false; });

  [[nodiscard]] const std::vector<std::unique_ptr<Robot>>& robots() const { return robots_; }

 private:
  client::Loop& loop_;
  std::vector<std::unique_ptr<Robot>> robots_;
};

}  // namespace rostrum::robots
