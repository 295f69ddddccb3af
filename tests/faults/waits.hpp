// What clients noticed of a fault: how long each act waited for its answer, and whether anybody was taken back to where
// they had been before.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "robots/notes.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::faults {

class Waits {
 public:
  using Span = std::chrono::milliseconds;
  using Time = std::chrono::steady_clock::time_point;
  struct One {
    Time answered_at;
    Span waited;
    std::size_t node = 0;  // that answered
    bool on_one_line = true;
    int copies = 1;
  };

  void waited(std::size_t node, const robots::Sendings& sendings) {
    all_.push_back({std::chrono::steady_clock::now(), sendings.waited, node, sendings.lines <= 1, sendings.copies});
  }

  /// So many of a hundred acts that were answered until then had to wait no longer; none: there were no acts.
  [[nodiscard]] std::optional<Span> percentile(int percent, Time until) const;
  /// The one that waited longest of those that were answered from then on, and are counted; none: there were no such
  /// acts.
  [[nodiscard]] std::optional<One> longest(Time from, const std::function<bool(const One&)>& counts) const;

 private:
  std::vector<One> all_;  // as they were answered
};

/// Where clients stand, which goes on within an epoch of the log and never back.
class Positions {
 public:
  /// `client` is one and the same while it is there.
  void at(const void* client, const std::string& who, const v1::Position& position);
  /// Who went back, in sentences; the first few.
  [[nodiscard]] const std::vector<std::string>& went_back() const { return went_back_; }

 private:
  std::map<const void*, std::pair<std::string, std::uint64_t>> last_;  // epoch and commit
  std::vector<std::string> went_back_;
};

}  // namespace rostrum::faults
