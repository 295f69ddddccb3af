#include "read_chains.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "replay.hpp"
#include "wire/stored.hpp"

namespace rostrum::ctl {

namespace {

std::string at(Seq seq, std::string_view why) { return fmt::format("commit {}: {}", seq.value, why); }

/// Adds what a server gives, as far as it is a log.
void add(Chain& chain, const ledger::Entry& entry) {
  if (!chain.damage.empty()) return;
  const Digest before = chain.digests.empty() ? Digest{} : chain.digests.back();
  if (entry.seq != chain.last().next() || entry.previous != before) {
    chain.damage = at(chain.last().next(), "it does not follow the one before it");
  } else if (const auto commit = wire::decode_commit(entry.stored); !commit) {
    chain.damage = at(entry.seq, commit.error());
  } else {
    chain.digests.push_back(entry.digest);
  }
}

/// Why there is nothing of the server to look at, or nothing more than what it has given.
void end(Chain& chain, const HeldLog& held, const ledger::redis::ServerStanding& standing) {
  if (!held.set)
    chain.missing = "does not answer: " + standing.words;
  else if (!held.holds())
    chain.missing = "holds nothing of the session";
  else if (!held.answered && chain.damage.empty())
    chain.damage = at(chain.last().next(), "it is not given: " + standing.words);
}

}  // namespace

ReadChain chain_of(const std::string& path) {
  ReadChain read{.chain = {.name = path, .digests = {}}, .session = {}};
  std::error_code error;
  const auto journal = std::filesystem::is_regular_file(path, error) ? open_export(path) : open_journal(path);
  if (!journal) {
    read.chain.missing = "cannot be read: " + journal.error();
    return read;
  }
  const auto visited = (*journal)->read({1}, [&read](Seq seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    if (!commit) {
      read.chain.damage = at(seq, commit.error());
      return false;
    }
    if (!read.session) read.session = commit->session;
    read.chain.digests.push_back(sha256(stored.bytes));
    return true;
  });
  if (!visited) read.chain.damage = at(visited.error().seq, visited.error().why);
  return read;
}

std::vector<ServerChain> chains_of(Talk& talk) {
  std::vector<ServerChain> all;
  for (const std::string& name : talk.names()) all.push_back({.chain = {.name = name, .digests = {}}, .held = {}});
  const auto held = held_logs(talk, {}, [&all](ledger::ServerNumber server, const ledger::SharedEntry& entry) {
    add(all[server].chain, *entry);
  });
  for (ledger::ServerNumber server = 0; server < all.size(); ++server) {
    all[server].held = held[server];
    end(all[server].chain, held[server], talk.standing_of(server));
  }
  return all;
}

}  // namespace rostrum::ctl
