// The commands that were taken of late and the acts that they became, so that one that is sent again acts once (L2).
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"

namespace rostrum::chamber {

/// What became of a command.
struct Taken {
  Digest digest{};    // of the command's content, as it is stored
  bool keyed = true;  // not where it was stored by a version that knew no key
  ActName act;
  Instant at;
};

class TakenCommands {
 public:
  TakenCommands() = default;
  TakenCommands(const TakenCommands&) = delete;  // the names by time are those of its own commands
  TakenCommands& operator=(const TakenCommands&) = delete;
  TakenCommands(TakenCommands&&) = default;
  TakenCommands& operator=(TakenCommands&&) = default;

  /// A client names its commands: ids are of the grant that sent them. `what.at` is not before that of any call before.
  void remember(const GrantId& grant, std::string_view id, const Taken& what);

  /// None where it was not taken, or has been forgotten. Valid until the next change.
  [[nodiscard]] const Taken* find(const GrantId& grant, std::string_view id) const;

  /// Forgets what was taken before `at`.
  void forget_before(Instant at);

 private:
  struct NameView {
    std::string_view grant;
    std::string_view id;

    bool operator==(const NameView&) const = default;
  };
  struct Name {
    std::string grant;
    std::string id;

    operator NameView() const { return {grant, id}; }
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const NameView& name) const noexcept;
  };
  struct Same {
    using is_transparent = void;
    bool operator()(const NameView& one, const NameView& other) const noexcept { return one == other; }
  };
  using Commands = std::unordered_map<Name, Taken, Hash, Same>;

  Commands commands_;
  std::deque<std::pair<Instant, const Name*>> by_time_;  // names as the keys of `commands_`, which stay where they are
};

}  // namespace rostrum::chamber
