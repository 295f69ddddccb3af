#include "chains.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rostrum::ctl {

Relation relation(const Chain& one, const Chain& other) {
  const auto [here, there] = std::ranges::mismatch(one.digests, other.digests);
  const Seq at{static_cast<std::uint64_t>(here - one.digests.begin()) + 1};
  const bool all_of_one = here == one.digests.end(), all_of_other = there == other.digests.end();
  if (all_of_one && all_of_other) return {};
  if (all_of_one) return {.is = Relation::Is::beginning};
  if (all_of_other) return {.is = Relation::Is::longer};
  return {.is = Relation::Is::parts, .at = at};
}

std::size_t longest(const std::vector<Chain>& chains) {
  return static_cast<std::size_t>(std::ranges::max_element(chains, {}, &Chain::last) - chains.begin());
}

bool agree(const std::vector<Chain>& chains) {
  const Chain& most = chains.at(longest(chains));
  return std::ranges::all_of(
      chains, [&](const Chain& one) { return one.sound() && relation(one, most).is != Relation::Is::parts; });
}

std::string commits_in_words(Seq first, Seq last) {
  if (last < first) return "no commit";
  if (last == first) return fmt::format("commit {}", last.value);
  return fmt::format("commits {} to {}", first.value, last.value);
}

std::string in_words(const Chain& one, const Chain& longest) {
  if (!one.missing.empty()) return one.missing;
  std::string words = commits_in_words({1}, one.last());
  if (!one.damage.empty()) words += (one.last() == Seq{} ? " is sound: " : ", and then ") + one.damage;
  if (&one == &longest) return words + (one.damage.empty() ? ", the longest" : "; the longest as far as it is sound");
  switch (const Relation to = relation(one, longest); to.is) {
  case Relation::Is::same:
    return words + fmt::format(": the same as {}", longest.name);
  case Relation::Is::beginning:
    return words + fmt::format(": a beginning of {}", longest.name);
  case Relation::Is::parts:
    return words + fmt::format(": differs from {} from commit {} on", longest.name, to.at.value);
  case Relation::Is::longer:
    break;
  }
  return words + fmt::format(": goes on beyond {}", longest.name);
}

}  // namespace rostrum::ctl
