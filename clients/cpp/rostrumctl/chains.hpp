// Logs of one session, held against each other: which is a beginning of which, how long each is, and where they part. A
// log stands here as the digests of its commits, each of which is of the one before it as well (C5).
#pragma once

#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/ids.hpp"

namespace rostrum::ctl {

struct Chain {
  std::string name;             // of the data folder, the file or the server
  std::vector<Digest> digests;  // of its commits that are sound: 1, 2, 3, ...
  std::string damage = {};      // what is wrong with the next one, by its sequence; empty: the log ends there
  std::string missing = {};     // why there is no log to look at; empty: there is one

  [[nodiscard]] Seq last() const { return {digests.size()}; }
  [[nodiscard]] bool sound() const { return damage.empty() && missing.empty(); }
};

/// How a log stands to another one.
struct Relation {
  enum class Is : std::uint8_t {
    same,
    beginning,  // the other goes on
    longer,     // the other is a beginning of it
    parts,      // at `at`, the first commit that differs
  };
  Is is = Is::same;
  Seq at = {};

  bool operator==(const Relation&) const = default;
};
[[nodiscard]] Relation relation(const Chain& one, const Chain& other);

/// The first of those with the most sound commits.
[[nodiscard]] std::size_t longest(const std::vector<Chain>& chains);

/// Whether all are sound, and each is a beginning of the longest.
[[nodiscard]] bool agree(const std::vector<Chain>& chains);

/// What there is to say of `one`, held against the longest, which it may be itself.
[[nodiscard]] std::string in_words(const Chain& one, const Chain& longest);

/// "commits 1 to 131", "commit 1", "no commit".
[[nodiscard]] std::string commits_in_words(Seq first, Seq last);

}  // namespace rostrum::ctl
