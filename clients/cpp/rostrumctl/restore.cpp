// `journal restore`: a log that most of its servers have lost is brought to them again, from the journal of a node, and
// goes on in a new epoch. What only another journal has, or a server that is left, is lost by that: so nothing is done
// before each of them is named.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/secret_check.hpp"
#include "base/clock.hpp"
#include "chamber/begin_log.hpp"
#include "commands.hpp"
#include "journal/data_lock.hpp"
#include "log_to_servers.hpp"
#include "read_chains.hpp"

namespace rostrum::ctl {

namespace {

/// What is left of a log.
struct Left {
  Chain from;                    // the journal that it is restored from
  std::vector<Chain> set_aside;  // those of other nodes that do not fit it
  Seq furthest;                  // that any journal has
};

std::string sentence(const std::vector<std::string>& lines) { return fmt::format("{}", fmt::join(lines, "\n")); }

// ---- the journals

/// Of every node that is named: none of them runs, here.
Result<std::vector<journal::DataLock>, Failure> lock_all(const RestoreOptions& options) {
  std::vector<std::string> folders = options.others;
  folders.insert(folders.begin(), options.from);
  std::vector<journal::DataLock> locks;
  for (const std::string& folder : folders) {
    auto lock = journal::DataLock::take(folder);
    if (!lock) return failure(lock.error());
    locks.push_back(*std::move(lock));
  }
  return locks;
}

/// The journal that is restored, with the commit that begins the new epoch behind it.
Result<LogToServers, Failure> log_of(const RestoreOptions& options) {
  const auto journal = open_journal(options.from);
  if (!journal) return failure(journal.error());
  const Replay replayed = replay(**journal, true);
  if (replayed.failure) return failure(options.from + ": " + *replayed.failure);
  const auto secret = access::Secret::load(options.secret);
  if (!secret) return failure(secret.error());
  if (auto why = access::why_not_served(replayed.state, replayed.epoch, *secret); !why.empty())
    return failure(std::move(why));
  auto entries = entries_of(**journal);
  if (!entries) return failure(entries.error());
  const SessionId& session = replayed.state.session.id;
  const std::string epoch = access::random_bytes(wire::epoch_bytes);
  SessionClock clock(*replayed.state.clock_anchor);
  const auto begins = chamber::restored_behind(
      entries->back()->stored, epoch, access::check_of(*secret, session, epoch), clock.now(), access::fill_at_random);
  if (!begins) return failure(begins.error());
  entries->push_back(ledger::entry_of(*begins));
  return LogToServers{.session = session, .entries = *std::move(entries), .secret = *secret};
}

/// Why a node with that journal cannot go on by what is restored from `from`; empty: it can.
std::string why_not_fit(const Chain& one, const Chain& from) {
  if (!one.sound()) return one.missing.empty() ? one.damage : one.missing;
  switch (const Relation to = relation(one, from); to.is) {
  case Relation::Is::same:
  case Relation::Is::beginning:
    return {};
  case Relation::Is::longer:
    return fmt::format("{} are in it alone", commits_in_words(from.last().next(), one.last()));
  case Relation::Is::parts:
    return fmt::format("it differs from {} from commit {} on", from.name, to.at.value);
  }
  return {};
}

Result<Left, Failure> look_at_journals(const RestoreOptions& options) {
  for (const std::string& name : options.set_aside)
    if (std::ranges::find(options.others, name) == options.others.end())
      return failure(fmt::format("--set-aside {} is none of --others", name));
  Left left{.from = chain_of(options.from).chain, .set_aside = {}, .furthest = {}};
  std::vector<std::string> refused;
  left.furthest = left.from.last();
  for (const std::string& name : options.others) {
    Chain other = chain_of(name).chain;
    left.furthest = std::max(left.furthest, other.last());
    const std::string why = why_not_fit(other, left.from);
    const bool set_aside = std::ranges::find(options.set_aside, name) != options.set_aside.end();
    if (why.empty()) continue;
    if (!set_aside)
      refused.push_back(fmt::format("{}: {}. Restore from it, or name it with --set-aside, and what is only there is "
                                    "lost",
                                    name, why));
    left.set_aside.push_back(std::move(other));
  }
  if (!refused.empty()) return failure(sentence(refused));
  return left;
}

// ---- the servers

/// How a person who may empties a server of the session.
std::string emptied_by(const ledger::redis::Address& address, const SessionId& session) {
  const std::string where = address.path.empty()
                                ? fmt::format("-h {} -p {}{}", address.host, address.port, address.tls ? " --tls" : "")
                                : "-s " + address.path;
  return fmt::format("redis-cli {0} DEL '{{{1}}}:ballot' '{{{1}}}:log' '{{{1}}}:beside'", where, session.value);
}

/// It was being given a log that was begun, and that was not ended: no node goes on by it.
bool half_begun(const HeldLog& held) {
  const auto making = ledger::making_of(*held.set);
  return making && making->from == ledger::no_set;
}

/// Why the log is not lost; empty: most servers hold none that nodes can go on by.
std::string why_not_lost(const std::vector<ServerChain>& servers) {
  std::size_t count = 0;
  bool changes = false;
  for (const ServerChain& server : servers) {
    if (!server.held.holds() || half_begun(server.held)) continue;
    ++count;
    changes |= ledger::making_of(*server.held.set).has_value();
  }
  if (!ledger::most(count, servers.size())) return {};
  if (changes)
    return "most servers hold the log: it is not lost. It was being brought to other servers: give that \"rostrumctl "
           "journal servers\" once more";
  return "most servers hold the log: it is not lost. Start the nodes, and they go on by themselves";
}

/// Of one that holds something of the session.
std::string still_holds(const ServerChain& server, const Chain& from) {
  std::string words = fmt::format("{} still holds {}", server.chain.name, commits_in_words({1}, server.chain.last()));
  if (!server.chain.damage.empty()) words += ", and then " + server.chain.damage;
  switch (const Relation to = relation(server.chain, from); to.is) {
  case Relation::Is::same:
  case Relation::Is::beginning:
    return words + ", all of which the journal has. Empty it";
  case Relation::Is::longer:
    words += fmt::format(", of which the journal lacks {}: whether they were final is not known",
                         commits_in_words(from.last().next(), server.chain.last()));
    break;
  case Relation::Is::parts:
    words += fmt::format(", which differs from the journal from commit {} on", to.at.value);
    break;
  }
  return words + ". Empty it, and what is only there is lost";
}

/// Why it is not done on these servers; empty: all hold nothing of the session.
std::string why_not_there(const std::vector<ServerChain>& servers, const ledger::redis::Reach& reach,
                          const SessionId& session, const Chain& from) {
  if (std::string why = why_not_lost(servers); !why.empty()) return why;
  std::vector<std::string> refused;
  for (std::size_t number = 0; number < servers.size(); ++number) {
    const ServerChain& server = servers[number];
    if (!server.held.set)
      refused.push_back(
          fmt::format("{} {}. Every server of the list has to be there", server.chain.name, server.chain.missing));
    else if (server.held.holds())
      refused.push_back(fmt::format("{}: {}", still_holds(server, from), emptied_by(reach.servers[number], session)));
  }
  return sentence(refused);
}

void tell(const RestoreOptions& options, const SessionId& session, const Left& left,
          const std::vector<std::string>& servers) {
  const std::uint64_t last = left.from.last().value;
  std::cout << fmt::format("The log of the session \"{}\" is restored on {}, from {}: last final commit {} of {}.\n"
                           "Commit {} begins a new epoch: everybody is shown everything anew.\n",
                           session.value, fmt::join(servers, ", "), options.from, last, left.furthest.value, last + 1);
  if (!left.set_aside.empty()) std::cout << "Before their nodes are started, these are moved away:\n";
  for (const Chain& one : left.set_aside)
    std::cout << fmt::format("  mv {0} {0}.set-aside    # {1}\n", one.name, why_not_fit(one, left.from));
  std::cout << fmt::format("Start each node with --journal {} --secret {} and a --node and a --data of its own.\n"
                           "One that says that its journal differs from commit {} on has more than was restored: its "
                           "data folder is moved away in the same way.\n",
                           options.servers.list, options.secret, last + 1);
}

}  // namespace

int journal_restore(const RestoreOptions& options) {
  const auto reach = ledger::redis::reach_of(options.servers);
  if (!reach) return complain(reach.error());
  const auto locks = lock_all(options);
  if (!locks) return complain(locks.error());
  const auto left = look_at_journals(options);
  if (!left) return complain(left.error());
  const auto log = log_of(options);
  if (!log) return complain(log.error());
  {
    Talk talk(*reach, log->session);
    const auto why = why_not_there(chains_of(talk), *reach, log->session, left->from);
    if (!why.empty()) return complain(why);
  }
  // Over lines of its own: no late answer is taken for one to what is asked now.
  Talk talk(*reach, log->session);
  if (const auto why = begin_on(talk, *log); !why.empty()) return complain(why);
  tell(options, log->session, *left, talk.names());
  return done;
}

}  // namespace rostrum::ctl
