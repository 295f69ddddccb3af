// The commits of a log, decoded, in order. What follows is read, checked and decoded while what came before is worked
// on: a long log is open again in the time of the slower of the two.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::chamber {

// Bounds of a reading; two are held. Large, since it takes a while until another core has begun; a log that is no more
// than one reading is read on the calling thread alone.
inline constexpr std::size_t commits_ahead_max = 8'192;
inline constexpr std::size_t bytes_ahead_max = 4u << 20;  // stored, beyond one commit

/// Why a log cannot be read, in words: a commit of it is none, or the log is damaged.
[[nodiscard]] std::string unreadable(Seq seq, const std::string& why);
[[nodiscard]] std::string damaged(const journal::Damage& damage);

/// Takes a commit, or says why it cannot.
using VisitCommit = std::function<Result<void, std::string>(const wire::Commit&)>;

/// Visits all commits on the calling thread, and reads on a thread of each reading's own while it does: until it
/// returns nobody else may use the journal. Fails with the first commit that is damaged, cannot be decoded, or is
/// refused by `visit`; all before it were visited.
[[nodiscard]] Result<void, std::string> visit_commits(journal::Journal& journal, const VisitCommit& visit);

}  // namespace rostrum::chamber
