// The log of a session on Redis servers: begun there, and brought to others.
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/secret_check.hpp"
#include "base/clock.hpp"
#include "chamber/begin_log.hpp"
#include "commands.hpp"
#include "journal/data_lock.hpp"
#include "journal/memory/memory_journal.hpp"
#include "ledger/agreed/begins_term.hpp"
#include "ledger/agreed/set_change.hpp"
#include "log_to_servers.hpp"
#include "ops/clock_anchor.hpp"
#include "programme/read_programme.hpp"

namespace rostrum::ctl {

namespace {

namespace fs = std::filesystem;
using ledger::Reply;

// ---- a log that begins

Result<ClockAnchor, Failure> anchor_of(const std::string& clock) {
  const Instant wall = wall_now();
  if (clock.empty()) return ClockAnchor{.session_start = wall, .wall_start = wall};
  const auto start = ops::clock_start_of(clock);
  if (!start) return failure("--clock: " + start.error());
  return ClockAnchor{.session_start = start->at, .wall_start = wall, .speed = start->speed};
}

Result<LogToServers, Failure> new_log(const BeginOptions& options) {
  const auto programme = programme::read_programme(options.programme);
  if (!programme) {
    std::string all;
    for (const auto& problem : programme.error()) all += (all.empty() ? "" : "\n") + programme::sentence(problem);
    return failure(std::move(all));
  }
  const auto clock = anchor_of(options.clock);
  if (!clock) return failure(clock.error());
  const auto secret = access::Secret::load_or_create(options.secret);
  if (!secret) return failure(secret.error());
  const SessionId& session = programme->session.id;
  const std::string epoch = access::random_bytes(wire::epoch_bytes);
  journal::MemoryJournal journal;
  const chamber::Grounds grounds{.clock = *clock, .secret_check = access::check_of(*secret, session, epoch)};
  const auto begun =
      chamber::begin_log(journal, *programme, epoch, clock->session_start, access::fill_at_random, grounds);
  if (!begun) return failure(begun.error());
  auto entries = entries_of(journal);
  if (!entries) return failure(entries.error());
  return LogToServers{.session = session, .entries = *std::move(entries), .secret = *secret};
}

// ---- one that is there

/// The secret that the codes of the session are made of: all nodes are to have it.
Result<access::Secret, Failure> secret_of(const fs::path& data, const std::string& path) {
  const auto secret = access::Secret::load(data / access::secret_file_name);
  if (!secret) return failure(secret.error());
  std::error_code error;
  if (!fs::exists(path, error)) {
    fs::copy_file(data / access::secret_file_name, path, error);
    if (error) return failure(fmt::format("cannot write {}: {}", path, error.message()));
  }
  const auto given = access::Secret::load(path);
  if (!given) return failure(given.error());
  if (given->hmac("the same") != secret->hmac("the same"))
    return failure(
        fmt::format("{} is not the secret of the session in {}, whose codes are made of it: name a file that is "
                    "not there yet, to have it copied",
                    path, data.string()));
  return *secret;
}

Result<LogToServers, Failure> kept_log(const fs::path& data, const std::string& secret_path) {
  const auto journal = open_journal(data.string());
  if (!journal) return failure(journal.error());
  const Replay replayed = replay(**journal, true);
  if (replayed.failure) return failure(*replayed.failure);
  if (replayed.state.secret_check)
    return failure(
        fmt::format("the journal in {} is that of a node: its log is on servers already. Where most of those "
                    "have lost it, \"rostrumctl journal restore\" brings it there again",
                    data.string()));
  const auto anchor = ops::read_anchor(data / ops::clock_file_name);
  if (!anchor) return failure(anchor.error());
  if (!*anchor) return failure((data / ops::clock_file_name).string() + " is missing: it says where the clock was set");
  const auto secret = secret_of(data, secret_path);
  if (!secret) return failure(secret.error());
  auto entries = entries_of(**journal);
  if (!entries) return failure(entries.error());
  const auto last = wire::decode_commit(entries->back()->stored);
  if (!last) return failure(last.error());
  const SessionId& session = replayed.state.session.id;
  SessionClock clock(**anchor);
  const auto grounds = chamber::grounds_behind(
      entries->back()->stored, {.clock = **anchor, .secret_check = access::check_of(*secret, session, last->epoch)},
      clock.now(), access::fill_at_random);
  if (!grounds) return failure(grounds.error());
  entries->push_back(ledger::entry_of(*grounds));
  return LogToServers{.session = session, .entries = *std::move(entries), .secret = *secret};
}

std::string names_of(const Talk& talk, const std::vector<ledger::ServerNumber>& numbers) {
  std::vector<std::string> names;
  for (const ledger::ServerNumber number : numbers) names.push_back(talk.names()[number]);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

int journal_begin(const BeginOptions& options) {
  const auto reach = ledger::redis::reach_of(options.servers);
  if (!reach) return complain(reach.error());
  std::optional<journal::DataLock> lock;
  if (!options.from.empty()) {
    auto taken = journal::DataLock::take(options.from);
    if (!taken) return complain(taken.error());
    lock = *std::move(taken);
  }
  auto log = options.from.empty() ? new_log(options) : kept_log(options.from, options.secret);
  if (!log) return complain(log.error());

  Talk talk(*reach, log->session);
  if (const auto why = begin_on(talk, *log); !why.empty()) return complain(why);
  std::cout << fmt::format("The log of the session \"{}\" is begun, with {} commit{}, on {}.\n"
                           "Start each node with --journal {} --secret {} and a --node and a --data of its own.\n",
                           log->session.value, log->entries.size(), log->entries.size() == 1 ? "" : "s",
                           fmt::join(talk.names(), ", "), options.servers.list, options.secret);
  return done;
}

int journal_servers(const MoveOptions& options) {
  const auto old = ledger::redis::reach_of(options.servers);
  ledger::redis::Written to = options.servers;
  to.list = options.to;
  const auto next = ledger::redis::reach_of(to);
  if (!old) return complain(old.error());
  if (!next) return complain(next.error());
  const auto secret = access::Secret::load(options.secret);
  if (!secret) return complain(secret.error());
  const SessionId session{options.session};
  ledger::redis::Reach all = *old;
  std::vector<ledger::ServerNumber> numbers;
  for (const auto& address : next->servers) {
    const auto found = std::ranges::find(all.servers, address);
    numbers.push_back(static_cast<ledger::ServerNumber>(found - all.servers.begin()));
    if (found == all.servers.end()) all.servers.push_back(address);
  }
  Talk talk(all, session);
  const auto begins = [](const ledger::Right& right, const ledger::Entry& last) {
    return ledger::begins_term(right, last, "rostrumctl", {}, access::fill_at_random);
  };
  ledger::SetChange change({.carrier = talk.carrier(),
                            .hmac = seals_of(*secret, session),
                            .names = talk.names(),
                            .old = old->servers.size(),
                            .next = numbers,
                            .name = random_name(),
                            .begins = begins},
                           talk.now());
  const auto why = talk.hold({.replied = [&](ledger::Moment now, std::uint64_t id,
                                             const Reply& reply) { (void)change.replied(now, id, reply); },
                              .tick = [&](ledger::Moment now) { change.tick(now); },
                              .done = [&] { return change.done(); },
                              .refused = [&] { return change.refused(); },
                              .waits_for = [&] { return change.waits_for(); }});
  if (!why.empty()) return complain(why);
  std::cout << fmt::format("The log of the session \"{}\" is on {}.\nStart the nodes with --journal {}.\n",
                           session.value, fmt::join(ledger::redis::names_of(*next), ", "), options.to);
  if (const auto left = change.left_behind(); !left.empty())
    std::cout << fmt::format("To be emptied before they are used again: {}.\n", names_of(talk, left));
  return done;
}

}  // namespace rostrum::ctl
