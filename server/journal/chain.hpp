// The chain of commits (C5): every stored commit names its place and the SHA-256 of the stored bytes before it. Pure;
// the one place where a journal learns whether some bytes follow others.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "journal/journal.hpp"

namespace rostrum::journal {

/// The tail once a commit, of whose bytes `digest` is the SHA-256, stands as `seq` after `before`; or, in words, why it
/// does not follow it. Of what stands beside the bytes only its size is looked at.
[[nodiscard]] Result<Tail, std::string> follow(const Tail& before, Seq seq, wire::StoredView commit,
                                               const Digest& digest);
[[nodiscard]] Result<Tail, std::string> follow(const Tail& before, Seq seq, wire::StoredView commit);

}  // namespace rostrum::journal
