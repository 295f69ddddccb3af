// What is final of a session, and the only state that anybody is shown, told or answered from. It follows the commits
// of the log, one after the other, whoever has written them.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "chamber/parts.hpp"
#include "chamber/taken_commands.hpp"
#include "council/state.hpp"
#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::chamber {

/// How long a command that has become an act is known again: longer than anybody can send it (L2).
inline constexpr Millis duplicates_remembered = minutes(20);

/// What a commit has changed.
struct Changed {
  std::set<views::Key> keys;  // of what may look otherwise, to anyone
  bool grants = false;        // one was revoked or issued
};

class Seen {
 public:
  /// Counts commits, acts and what is evolved in `counters`, which outlives it.
  explicit Seen(Counters& counters) : counters_(counters) {}

  /// Follows a log from its first commit to its last. Fails with the first commit that is damaged or cannot be; nothing
  /// can be done with what was seen then.
  [[nodiscard]] Result<void, std::string> replay(journal::Journal& log);

  /// Follows the next commit, which was decided here; its stored bytes have that digest.
  Changed follow(const wire::Commit& commit, const Digest& digest);

  /// Follows the next commit, of whoever else. What is final and cannot be read or be next ends the process: nobody may
  /// be shown less than there is.
  Changed follow(const ledger::Final& commit);

  /// What is answered to a command that has become an act: that, or that its id is used where its content differs. None
  /// where it has not, as far as is remembered.
  [[nodiscard]] std::optional<Answer> answered_before(const GrantId& grant, const wire::ClientCommand& command,
                                                      const Secrets& secrets) const;

  /// Not to be kept beyond the current call.
  [[nodiscard]] const council::State& state() const { return state_; }
  [[nodiscard]] const journal::Tail& tail() const { return tail_; }
  [[nodiscard]] const std::string& epoch() const { return epoch_; }
  /// Of the last act.
  [[nodiscard]] Instant last_at() const { return last_at_; }

 private:
  [[nodiscard]] Result<void, std::string> evolve(const wire::Commit& commit, Changed* changed);
  [[nodiscard]] Result<void, std::string> checked() const;

  Counters& counters_;
  council::State state_;
  journal::Tail tail_;
  std::string epoch_;
  Instant last_at_;
  TakenCommands taken_;
};

/// What is answered to `command`, which was sent before and became `taken`.
[[nodiscard]] Answer answer_again(const Taken& taken, const wire::ClientCommand& command, const Secrets& secrets);

}  // namespace rostrum::chamber
