#include "ledger/agreed/server.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace rostrum::ledger {

namespace {

constexpr char between = '~';  // in no id of a set
constexpr std::array<std::pair<Making::Is, std::string_view>, 4> ends{{{Making::Is::forming, "forming"},
                                                                       {Making::Is::formed, "formed"},
                                                                       {Making::Is::staying, "staying"},
                                                                       {Making::Is::left, "left"}}};

/// The same in whatever order.
std::string in_short(std::vector<std::string> servers) {
  std::ranges::sort(servers);
  std::string all;
  for (const std::string& server : servers) all += server + "\n";
  return "." + hex(as_bytes(sha256(all))).substr(0, 8);
}

}  // namespace

SetId set_of(const std::string& unlike_others, const std::vector<std::string>& servers) {
  return unlike_others + in_short(servers);
}

bool is_set_of(const SetId& set, const std::vector<std::string>& servers) { return set.ends_with(in_short(servers)); }

SetId name_of(const Making& making) {
  const auto end = std::ranges::find(ends, making.is, &decltype(ends)::value_type::first)->second;
  return making.set + between + making.from + between + std::string(end);
}

std::optional<Making> making_of(const SetId& name) {
  std::vector<std::string> parts;
  std::istringstream from(name);
  for (std::string part; std::getline(from, part, between);) parts.push_back(part);
  if (parts.size() != 3) return std::nullopt;
  const auto end = std::ranges::find(ends, std::string_view(parts[2]), &decltype(ends)::value_type::second);
  if (end == ends.end()) return std::nullopt;
  return Making{.is = end->first, .set = parts[0], .from = parts[1]};
}

std::string in_words(const SetId& name) {
  const auto making = making_of(name);
  if (!making) return "is of the set " + name;
  if (making->is == Making::Is::left) return "was left out of the set " + making->set;
  return "was to become one of the set " + making->set + ", and that was not ended";
}

SharedEntry entry_of(wire::StoredCommit commit) {
  const auto link = wire::decode_link(commit.bytes);
  if (!link) return nullptr;
  const Digest digest = sha256(commit.bytes);
  return std::make_shared<const Entry>(Entry{.seq = link->seq,
                                             .previous = link->previous,
                                             .digest = digest,
                                             .term = {link->term},
                                             .stored = std::move(commit)});
}

}  // namespace rostrum::ledger
