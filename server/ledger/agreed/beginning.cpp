#include "ledger/agreed/beginning.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

Beginning::Beginning(Outgoing& outgoing, std::size_t servers, std::vector<SharedEntry> log, const WriterName& name)
    : questions_(outgoing),
      servers_(servers),
      log_(std::move(log)),
      right_{.term = {}, .writer = name} {
  ROSTRUM_ASSERT(!log_.empty());
  for (ServerNumber number = 0; number < servers; ++number) look(number);
}

bool Beginning::done() const {
  return std::ranges::all_of(servers_, [this](const Server& server) { return server.has == log_.size(); });
}

void Beginning::look(ServerNumber number) {
  questions_.ask(number, ask::Confirm{.right = right_, .seq = {}}, [this, number](const Reply* reply) {
    if (refused_ || !servers_[number].life.empty()) return;
    if (!reply) return look(number);
    if (const auto* other = std::get_if<reply::OtherSet>(&reply->is))
      return refuse(number, "holds a log already, of the set " + other->set);
    if (!std::holds_alternative<reply::Stranger>(reply->is)) return refuse(number, "holds a log already");
    servers_[number].life = reply->life;
    const auto known = [](const Server& server) { return !server.life.empty(); };
    if (!std::ranges::all_of(servers_, known)) return;
    for (ServerNumber each = 0; each < servers_.size(); ++each) admit(each);
  });
}

/// Whatever it answers, and where the answer is lost: what is appended next shows whether it is ours, and stands once.
void Beginning::admit(ServerNumber number) {
  questions_.ask(number, ask::Admit{.right = right_, .life = servers_[number].life}, [this, number](const Reply*) {
    if (servers_[number].has == 0) append(number);
  });
}

void Beginning::append(ServerNumber number) {
  const std::size_t next = servers_[number].has;
  if (refused_ || next == log_.size()) return;
  questions_.ask(number, ask::Append{.right = right_, .entry = log_[next]}, [this, number, next](const Reply* reply) {
    if (refused_ || servers_[number].has != next) return;
    if (!reply) return append(number);
    appended(number, *reply);
  });
}

void Beginning::appended(ServerNumber number, const Reply& reply) {
  Server& server = servers_[number];
  if (reply.life != server.life) return refuse(number, "has lost everything meanwhile");
  if (std::holds_alternative<reply::Stranger>(reply.is)) return admit(number);
  if (const auto* other = std::get_if<reply::OtherSet>(&reply.is))
    return refuse(number, "was begun by another meanwhile, with the set " + other->set);
  if (!std::holds_alternative<reply::Stands>(reply.is)) return refuse(number, "is written to by another");
  ++server.has;
  append(number);
}

void Beginning::refuse(ServerNumber number, const std::string& why) {
  refused_ = "server " + std::to_string(number + 1) + " " + why;
}

}  // namespace rostrum::ledger
