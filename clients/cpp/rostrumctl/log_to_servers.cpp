#include "log_to_servers.hpp"

#include <fmt/format.h>

#include "ledger/agreed/beginning.hpp"

namespace rostrum::ctl {

Result<std::vector<ledger::SharedEntry>, Failure> entries_of(journal::Journal& journal) {
  std::vector<ledger::SharedEntry> entries;
  const auto read = journal.read({1}, [&](Seq, wire::StoredView stored) {
    entries.push_back(ledger::entry_of({std::string(stored.bytes), std::string(stored.beside)}));
    return entries.back() != nullptr;
  });
  if (!read) return failure(fmt::format("commit {}: {}", read.error().seq.value, read.error().why));
  if (entries.empty()) return failure(std::string("the journal is empty: no session has begun in it"));
  if (entries.back() == nullptr) return failure(fmt::format("commit {} cannot be read", entries.size()));
  return entries;
}

std::string begin_on(Talk& talk, const LogToServers& log) {
  ledger::Outgoing outgoing(talk.carrier(), ledger::no_set, seals_of(log.secret, log.session));
  ledger::Beginning beginning(outgoing, random_name(), talk.names(), log.entries);
  return talk.hold({.replied =
                        [&](ledger::Moment now, std::uint64_t id, const ledger::Reply& reply) {
                          outgoing.set(now);
                          (void)beginning.replied(id, reply);
                        },
                    .tick =
                        [&](ledger::Moment now) {
                          outgoing.set(now);
                          beginning.tick();
                        },
                    .done = [&] { return beginning.done(); },
                    .refused = [&] { return beginning.refused(); },
                    .waits_for = [&] { return beginning.waits_for(); }});
}

}  // namespace rostrum::ctl
