// How the log of a session begins, and what stands in it for all nodes that share it: the grounds that they agree on.
// Where one server has a log for itself, its data folder holds the clock's anchor and the secret, and the log says
// neither.
//
// Used before a chamber is opened on the log, by whoever does that.
#pragma once

#include <optional>
#include <string>

#include "base/clock_anchor.hpp"
#include "council/programme.hpp"
#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::chamber {

/// What nodes that share a log have to agree on (docs/several-nodes.md).
struct Grounds {
  ClockAnchor clock;
  Digest secret_check{};  // access::check_of, for the session and epoch of the log
};

/// Begins the log of a session with `programme`, under a new `epoch` (epoch_bytes random bytes), as of `at`; one that
/// has begun stays as it is. With `grounds` its first commit says these too, behind the session. Fails in words.
[[nodiscard]] Result<void, std::string> begin_log(journal::Journal& log, const council::Programme& programme,
                                                  std::string epoch, Instant at, const wire::Salts& salts,
                                                  const std::optional<Grounds>& grounds = {});

/// The commit that says `grounds` behind `last`, the last one of a log, as of `at` or the last act, whichever is later:
/// for a log that was begun on one machine and is brought to servers, and for a secret that is renewed. Fails in words
/// where `last` cannot be read.
[[nodiscard]] Result<wire::StoredCommit, std::string> grounds_behind(wire::StoredView last, const Grounds& grounds,
                                                                     Instant at, const wire::Salts& salts);

/// The commit by which a log that most of its servers have lost goes on behind `last`, the last one that is left of it:
/// in a new `epoch` (epoch_bytes random bytes), so that whoever has seen a commit that is lost is shown everything
/// anew. It says the check of the secret for that epoch, and changes nothing else; as of `at` or the last act,
/// whichever is later. Fails in words where `last` cannot be read.
[[nodiscard]] Result<wire::StoredCommit, std::string> restored_behind(wire::StoredView last, std::string epoch,
                                                                      const Digest& secret_check, Instant at,
                                                                      const wire::Salts& salts);

/// Whether a log goes on in an epoch of its own from this commit on: it is such a one.
[[nodiscard]] bool begins_epoch(const wire::Commit& commit);

/// Where the clock of the session was set, as the log says; none where it does not, since it was not begun for several
/// nodes. Nothing is replayed, and of a log that was begun for them only the first commit is read. Fails in words with
/// the first commit that is damaged or cannot be read.
[[nodiscard]] Result<std::optional<ClockAnchor>, std::string> clock_anchor_in(journal::Journal& log);

}  // namespace rostrum::chamber
