// Whether the server can do its work: named checks, each either well or with a reason in words. Asked by /readyz.
//
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rostrum::ops {

class Health {
 public:
  /// Why the part is not ready; none where it is.
  using Check = std::function<std::optional<std::string>()>;

  void add(std::string part, Check check) { checks_.emplace_back(std::move(part), std::move(check)); }

  /// The parts that are not ready, with why; empty: ready.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> troubles() const;

  /// One line a part: `journal: held: ...`, or `ready`.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::pair<std::string, Check>> checks_;
};

}  // namespace rostrum::ops
