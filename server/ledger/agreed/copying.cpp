#include "ledger/agreed/copying.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace rostrum::ledger {

Copying::Copying(Outgoing& outgoing, Right right, std::vector<SharedEntry> log, const std::vector<To>& to)
    : times_(outgoing),
      questions_(outgoing),
      right_(std::move(right)),
      log_(std::move(log)) {
  ROSTRUM_ASSERT(!log_.empty());
  // The last first: it is known then where each stands.
  for (const To& each : to) servers_.push_back({.to = each, .life = {}, .next = end(), .read = {}});
  for (Server& server : servers_) append(server);
}

bool Copying::done() const {
  return std::ranges::all_of(servers_, [this](const Server& server) { return server.read == end(); });
}

std::vector<ServerNumber> Copying::waits_for(Millis at_least) const {
  std::vector<ServerNumber> numbers;
  for (const Server& server : servers_)
    if (server.silent_since && times_.now() - *server.silent_since >= at_least) numbers.push_back(server.to.server);
  return numbers;
}

void Copying::ask(Server& server, const Question& question, const Take& take) {
  ask_again(server, question, take, ++server.turn);
}

/// The first answer counts, to whichever asking of it.
void Copying::ask_again(Server& server, const Question& question, const Take& take, std::uint64_t turn) {
  questions_.ask(server.to.server, question, [this, &server, question, take, turn](const Reply* reply) {
    if (refused_ || turn != server.turn) return;
    if (!reply && !server.silent_since) server.silent_since = times_.now();
    if (!reply) return ask_again(server, question, take, turn);
    server.silent_since.reset();
    ++server.turn;
    if (server.life.empty()) server.life = reply->life;
    if (reply->life != server.life) return refuse(server, "has lost everything meanwhile");
    take(server, *reply);
  });
}

void Copying::append(Server& server) {
  if (server.next > end()) return read(server);
  ask(server, ask::Append{.right = right_, .entry = at(server.next)},
      [this](Server& of, const Reply& reply) { appended(of, reply); });
}

void Copying::appended(Server& server, const Reply& reply) {
  const auto again = [this](Server& of, const Reply& then) {
    // Whether it did is shown by what is appended next.
    std::holds_alternative<reply::Refused>(then.is) ? deposed(of, then) : append(of);
  };
  if (std::holds_alternative<reply::Stranger>(reply.is)) {
    // Who was a member counts for the set that it was of: it is not to be one again with nothing.
    if (!server.to.stranger) return refuse(server, "has lost everything meanwhile");
    return ask(server, ask::Admit{.right = right_, .life = server.life}, again);
  }
  if (std::holds_alternative<reply::Unraised>(reply.is)) return ask(server, ask::Raise{right_}, again);
  if (const auto* other = std::get_if<reply::OtherSet>(&reply.is)) {
    other_set_ = other->set;
    return refuse(server, in_words(other->set));
  }
  if (const auto* gap = std::get_if<reply::Gap>(&reply.is))
    server.next = gap->length.next();
  else if (const auto* fork = std::get_if<reply::Fork>(&reply.is))
    server.next = std::max(Seq{1}, fork->seq);
  else if (const auto* stands = std::get_if<reply::Stands>(&reply.is))
    server.next = stands->seq.next();
  else
    return deposed(server, reply);
  append(server);
}

void Copying::deposed(const Server& server, const Reply& reply) {
  deposed_by_ = raised_to(reply);
  refuse(server, "is written to by another");
}

void Copying::read(Server& server) {
  if (server.read == end()) return;
  ask(server, ask::Read{.from = server.read.next(), .upto = end(), .digest = log_.back()->digest},
      [this](Server& of, const Reply& reply) { take_page(of, reply); });
}

void Copying::take_page(Server& server, const Reply& reply) {
  const auto* page = std::get_if<reply::Page>(&reply.is);
  if (!page) return refuse(server, "does not hold any more what it was given");
  for (const SharedEntry& entry : page->entries) {
    const Seq seq = server.read.next();
    if (seq > end() || entry->seq != seq || entry->stored != at(seq)->stored)
      return refuse(server, "does not give back commit " + std::to_string(seq.value) + " as it was given");
    server.read = seq;
  }
  read(server);
}

std::optional<Term> raised_to(const Reply& reply) {
  if (const auto* refused = std::get_if<reply::Refused>(&reply.is)) return refused->term;
  if (const auto* deposed = std::get_if<reply::Deposed>(&reply.is)) return deposed->term;
  return std::nullopt;
}

}  // namespace rostrum::ledger
