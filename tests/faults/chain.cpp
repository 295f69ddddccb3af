#include "faults/chain.hpp"

#include <algorithm>

#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::faults {

namespace {

/// The first place, from 1, at which they differ as far as both reach; 0: none.
std::size_t parting(const Chain& one, const Chain& other) {
  const auto [at, _] = std::ranges::mismatch(one.links, other.links);
  const auto place = static_cast<std::size_t>(at - one.links.begin());
  return place < std::min(one.links.size(), other.links.size()) ? place + 1 : 0;
}

bool stands(const Chain& server, const Chain& final, std::uint64_t seq) {
  return seq >= 1 && seq <= server.links.size() && seq <= final.links.size() &&
         server.links[seq - 1] == final.links[seq - 1];
}

}  // namespace

Result<Chain, std::string> chain_of(const std::filesystem::path& data, std::string of) {
  auto journal = journal::open_sqlite_journal(data / "journal.sqlite", journal::Access::read_only);
  if (!journal) return failure(std::move(journal.error().why));
  Chain chain{.of = std::move(of), .links = {}};
  const auto visit = [&](Seq, wire::StoredView stored) {
    chain.links.push_back(link_of(stored));
    return true;
  };
  if (const auto read = (*journal)->read({1}, visit); !read)
    return failure("commit " + std::to_string(read.error().seq.value) + ": " + read.error().why);
  return chain;
}

const Chain& longest(const std::vector<Chain>& chains) {
  return *std::ranges::max_element(chains, {}, [](const Chain& chain) { return chain.links.size(); });
}

std::vector<std::string> differing(const std::vector<Chain>& archives) {
  std::vector<std::string> wrong;
  const Chain& all = longest(archives);
  for (const Chain& archive : archives)
    if (const auto place = parting(archive, all); place != 0)
      wrong.push_back(archive.of + " and " + all.of + " have another commit at " + std::to_string(place));
  return wrong;
}

std::vector<std::string> lacking(const Chain& final, const std::vector<Chain>& servers, std::uint64_t least) {
  std::vector<std::string> wrong;
  std::size_t hold_all = 0;
  for (const Chain& server : servers) {
    const auto place = parting(server, final);
    if (place != 0 && place <= least)
      wrong.push_back(server.of + " has another entry at " + std::to_string(place) + " than became final");
    if (server.links.size() < least)
      wrong.push_back(server.of + " ends at " + std::to_string(server.links.size()) + ", and was to reach " +
                      std::to_string(least));
    if (place == 0 && server.links.size() >= final.links.size()) ++hold_all;
  }
  if (2 * hold_all <= servers.size())
    wrong.push_back("what became final, up to " + std::to_string(final.links.size()) + ", stands at " +
                    std::to_string(hold_all) + " of " + std::to_string(servers.size()) + " servers");
  return wrong;
}

std::vector<std::string> not_on_most(const robots::Notes& notes, const Chain& final,
                                     const std::vector<Chain>& servers) {
  std::vector<std::string> wrong;
  for (const robots::NotedAck& ack : notes.acks()) {
    const auto on = std::ranges::count_if(servers, [&](const Chain& server) { return stands(server, final, ack.seq); });
    if (2 * static_cast<std::size_t>(on) <= servers.size())
      wrong.push_back(ack.command_id + " of " + ack.seat + " was acknowledged at commit " + std::to_string(ack.seq) +
                      ", which stands at " + std::to_string(on) + " of " + std::to_string(servers.size()) + " servers");
  }
  return wrong;
}

}  // namespace rostrum::faults
