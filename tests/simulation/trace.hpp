// What happened in a world: a digest of all of it, which tells whether two runs were the same, and, where somebody
// wants to read it, a line for each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace rostrum::simulation {

class Trace {
 public:
  using Write = std::function<void(const std::string& line)>;

  /// `write` gets each line as it happens; none: nobody reads them.
  explicit Trace(Write write = {}) : write_(std::move(write)) {}

  /// `who` did `what`, with `about` and `number` telling more.
  void say(Millis now, std::string_view who, std::string_view what, std::string_view about = {},
           std::uint64_t number = 0);

  [[nodiscard]] std::uint64_t digest() const { return digest_; }

 private:
  void mix(std::string_view bytes);
  void mix(std::uint64_t number);

  Write write_;
  std::uint64_t digest_ = 14'695'981'039'346'656'037u;  // FNV-1a, 64 bits
};

}  // namespace rostrum::simulation
