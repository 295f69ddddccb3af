// The chain of commits (C5): every stored commit names its place and the SHA-256 of the stored bytes before it. Pure;
// the one place where a journal learns whether some bytes follow others.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "journal/journal.hpp"

namespace rostrum::journal {

/// The tail once `bytes`, whose SHA-256 is `digest`, stand as commit `seq` after `before`; or, in words, why they do
/// not follow it.
[[nodiscard]] Result<Tail, std::string> follow(const Tail& before, Seq seq, std::string_view bytes,
                                               const Digest& digest);
[[nodiscard]] Result<Tail, std::string> follow(const Tail& before, Seq seq, std::string_view bytes);

}  // namespace rostrum::journal
