// `journal compare`: which journal of a session is a beginning of which, also of those on the servers.
#include <algorithm>

#include <fmt/format.h>

#include "commands.hpp"
#include "read_chains.hpp"

namespace rostrum::ctl {

namespace {

std::optional<SessionId> session_of(const CompareOptions& options, const std::vector<ReadChain>& read) {
  if (!options.session.empty()) return SessionId{options.session};
  const auto found = std::ranges::find_if(read, [](const ReadChain& one) { return one.session.has_value(); });
  return found == read.end() ? std::nullopt : found->session;
}

}  // namespace

int journal_compare(const CompareOptions& options) {
  std::vector<ReadChain> read;
  for (const std::string& path : options.journals) read.push_back(chain_of(path));
  std::vector<Chain> chains;
  for (ReadChain& one : read) chains.push_back(std::move(one.chain));
  if (!options.servers.list.empty()) {
    const auto reach = ledger::redis::reach_of(options.servers);
    if (!reach) return complain(reach.error());
    const auto session = session_of(options, read);
    if (!session) return complain("no journal says of which session the servers are asked: name it with --session ID");
    Talk talk(*reach, *session);
    for (ServerChain& one : chains_of(talk)) chains.push_back(std::move(one.chain));
  }
  if (chains.empty()) return complain("nothing is named to compare: data folders, or --servers");
  const Chain& most = chains[longest(chains)];
  const std::size_t width =
      std::ranges::max_element(chains, {}, [](const Chain& one) { return one.name.size(); })->name.size();
  for (const Chain& one : chains) std::cout << fmt::format("{:<{}}  {}\n", one.name, width, in_words(one, most));
  return agree(chains) ? done : failed;
}

}  // namespace rostrum::ctl
