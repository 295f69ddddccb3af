#include "ledger/agreed/beginning.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

Beginning::Beginning(Outgoing& outgoing, const std::string& random, const std::vector<std::string>& servers,
                     std::vector<SharedEntry> log)
    : outgoing_(outgoing),
      questions_(outgoing),
      set_(set_of(random, servers)),
      log_(std::move(log)),
      right_{.term = {}, .writer = random} {
  ROSTRUM_ASSERT(!log_.empty());
  for (const std::string& server : servers) servers_.push_back({.name = server});
  for (ServerNumber number = 0; number < servers.size(); ++number) look(number);
}

bool Beginning::done() const { return std::ranges::all_of(servers_, &Server::member); }

std::vector<ServerNumber> Beginning::waits_for() const {
  if (copying_ && !enters_) return copying_->waits_for();
  std::vector<ServerNumber> numbers;
  for (ServerNumber number = 0; number < servers_.size(); ++number)
    if (servers_[number].silent) numbers.push_back(number);
  return numbers;
}

bool Beginning::replied(std::uint64_t id, const Reply& reply) {
  const bool known = questions_.replied(id, reply) || (copying_ && copying_->replied(id, reply));
  settle();
  return known;
}

void Beginning::tick() {
  questions_.tick();
  if (copying_) copying_->tick();
  settle();
}

void Beginning::look(ServerNumber number) {
  questions_.ask(number, ask::Confirm{.right = right_, .seq = {}}, [this, number](const Reply* reply) {
    Server& server = servers_[number];
    if (refused_ || server.strange) return;
    server.silent = !reply;
    if (!reply) return look(number);
    if (const auto* other = std::get_if<reply::OtherSet>(&reply->is))
      return refuse(server, "holds a log already: it " + in_words(other->set));
    server.strange = true;
  });
}

void Beginning::settle() {
  if (refused_ || enters_) return;
  if (!copying_ && std::ranges::all_of(servers_, &Server::strange)) copy();
  if (!copying_) return;
  refused_ = copying_->refused();
  if (refused_ || !copying_->done()) return;
  enters_ = true;
  for (ServerNumber number = 0; number < servers_.size(); ++number) enter(number);
}

void Beginning::copy() {
  std::vector<Copying::To> all;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    outgoing_.ask_as(number, name_of({.is = Making::Is::forming, .set = set_, .from = no_set}));
    all.push_back({.server = number, .name = servers_[number].name, .stranger = true});
  }
  copying_.emplace(outgoing_, right_, log_, all);
}

void Beginning::enter(ServerNumber number) {
  const Entry& last = *log_.back();
  questions_.ask(number, ask::Enter{.right = right_, .set = set_, .seq = last.seq, .digest = last.digest},
                 [this, number](const Reply* reply) {
                   if (refused_ || servers_[number].member) return;
                   servers_[number].silent = !reply;
                   reply ? entered(servers_[number], *reply) : enter(number);
                 });
}

/// Where the answer was lost, the server says when it is asked again that it is of another set: of the new one.
void Beginning::entered(Server& server, const Reply& reply) {
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  server.member = std::holds_alternative<reply::Entered>(reply.is) || (other && other->set == set_);
  if (server.member) return;
  const bool wiped = std::holds_alternative<reply::Stranger>(reply.is);
  refuse(server, wiped ? "has lost everything meanwhile" : "does not hold any more what it was given");
}

}  // namespace rostrum::ledger
