// Commits for the tests of the journal: real stored bytes, the same for the same place, link and size.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/journal.hpp"

namespace rostrum::journal {

/// The stored bytes of the commit that follows `tail`, a little over `content_bytes` long. Nothing stands beside it.
[[nodiscard]] std::string commit_after(const Tail& tail, std::size_t content_bytes = 100);

/// Bytes that follow `tail` and are chained to it, of a commit that holds no act: nobody can decode it.
[[nodiscard]] std::string empty_commit_after(const Tail& tail);

/// The tail once `bytes` stand behind `tail`.
[[nodiscard]] inline Tail tail_after(const Tail& tail, std::string_view bytes) {
  return {tail.seq.next(), sha256(bytes)};
}

/// A size that is the place's own, mostly small: so that what was written can be told without being kept.
[[nodiscard]] std::size_t content_bytes_at(Seq seq);

/// The first `count` commits of a log.
[[nodiscard]] std::vector<std::string> commits(std::size_t count);

/// The same, as it is stored.
[[nodiscard]] std::vector<wire::StoredCommit> as_stored(const std::vector<std::string>& log);

/// The commit that follows `tail`, with `words` beside it.
[[nodiscard]] wire::StoredCommit commit_with_words_after(const Tail& tail, const std::string& words);

/// What a reading gave.
struct Reading {
  std::vector<std::string> commits;
  std::vector<std::string> beside;
  std::optional<Damage> damage;
};
[[nodiscard]] Reading read_all(Journal& journal, Seq from = {1});

}  // namespace rostrum::journal
