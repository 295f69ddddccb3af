#include "rostrumctl/chains.hpp"

#include <catch2/catch.hpp>

using namespace rostrum;
using namespace rostrum::ctl;

namespace {

/// A log of a commit for each letter, each of which is of those before it as well.
Chain log_of(const std::string& name, const std::string& letters) {
  Chain chain{.name = name, .digests = {}};
  for (std::size_t count = 1; count <= letters.size(); ++count)
    chain.digests.push_back(sha256(letters.substr(0, count)));
  return chain;
}

Chain damaged(Chain chain, const std::string& why) {
  chain.damage = why;
  return chain;
}

}  // namespace

TEST_CASE("N4 of two logs it is told whether one is a beginning of the other, and the first commit that differs") {
  using Is = Relation::Is;
  struct Row {
    std::string one, other;
    Relation is;
  };
  for (const Row& row :
       {Row{"", "", {Is::same}}, Row{"", "abc", {Is::beginning}}, Row{"abc", "", {Is::longer}},
        Row{"abc", "abc", {Is::same}}, Row{"ab", "abc", {Is::beginning}}, Row{"abc", "a", {Is::longer}},
        Row{"x", "abc", {Is::parts, {1}}}, Row{"abx", "abc", {Is::parts, {3}}}, Row{"axc", "ab", {Is::parts, {2}}}}) {
    CAPTURE(row.one, row.other);
    CHECK(relation(log_of("one", row.one), log_of("other", row.other)) == row.is);
  }
}

TEST_CASE("N4 logs that are compared are told by the longest of them, with what is damaged and what is not there") {
  struct Row {
    std::vector<Chain> chains;
    std::vector<std::string> words;
    bool agree;
  };
  const std::vector<Row> table{
      {{log_of("a", "abc")}, {"commits 1 to 3, the longest"}, true},
      {{log_of("a", "ab"), log_of("b", "abc"), log_of("c", "abc"), log_of("d", "")},
       {"commits 1 to 2: a beginning of b", "commits 1 to 3, the longest", "commits 1 to 3: the same as b",
        "no commit: a beginning of b"},
       true},
      {{log_of("a", "abc"), log_of("b", "x")},
       {"commits 1 to 3, the longest", "commit 1: differs from a from commit 1 on"},
       false},
      {{log_of("a", "abc"), damaged(log_of("b", "a"), "commit 2: its bytes are not those of its digest")},
       {"commits 1 to 3, the longest",
        "commit 1, and then commit 2: its bytes are not those of its digest: a beginning "
        "of a"},
       false},
      {{damaged(log_of("a", "ab"), "commit 3: it cannot be read"), log_of("b", "a")},
       {"commits 1 to 2, and then commit 3: it cannot be read; the longest as far as it is sound",
        "commit 1: a beginning of a"},
       false},
      {{log_of("a", "abc"), {.name = "b", .digests = {}, .damage = {}, .missing = "holds nothing of the session"}},
       {"commits 1 to 3, the longest", "holds nothing of the session"},
       false},
  };
  for (const Row& row : table) {
    const Chain& most = row.chains[longest(row.chains)];
    std::vector<std::string> words;
    for (const Chain& one : row.chains) words.push_back(in_words(one, most));
    CHECK(words == row.words);
    CHECK(agree(row.chains) == row.agree);
  }
}
