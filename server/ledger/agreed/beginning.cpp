#include "ledger/agreed/beginning.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

Beginning::Beginning(Outgoing& outgoing, SetId set, std::size_t servers, std::vector<SharedEntry> log,
                     const WriterName& name)
    : outgoing_(outgoing),
      questions_(outgoing),
      set_(std::move(set)),
      servers_(servers),
      log_(std::move(log)),
      right_{.term = {}, .writer = name} {
  ROSTRUM_ASSERT(!log_.empty());
  for (ServerNumber number = 0; number < servers; ++number) look(number);
}

bool Beginning::done() const { return std::ranges::all_of(servers_, &Server::member); }

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
  questions_.ask(
      number, ask::Confirm{.right = right_, .seq = {}},
      [this, number](const Reply* reply) {
        if (refused_ || servers_[number].strange) return;
        reply ? looked(number, *reply) : look(number);
      },
      no_set);
}

void Beginning::looked(ServerNumber number, const Reply& reply) {
  if (const auto* other = std::get_if<reply::OtherSet>(&reply.is))
    return refuse(number, "holds a log already, of the set " + other->set);
  servers_[number].strange = true;
}

void Beginning::settle() {
  if (refused_ || enters_) return;
  if (!copying_ && std::ranges::all_of(servers_, &Server::strange)) {
    std::vector<Copying::To> all;
    for (ServerNumber number = 0; number < servers_.size(); ++number) all.push_back({number, forming(set_)});
    copying_.emplace(outgoing_, right_, log_, all);
  }
  if (!copying_) return;
  refused_ = copying_->refused();
  if (refused_ || !copying_->done()) return;
  enters_ = true;
  for (ServerNumber number = 0; number < servers_.size(); ++number) enter(number);
}

/// Where the answer is lost, the server says when it is asked again that it is of another set: of the new one.
void Beginning::enter(ServerNumber number) {
  const Entry& last = *log_.back();
  questions_.ask(
      number, ask::Enter{.right = right_, .set = set_, .seq = last.seq, .digest = last.digest},
      [this, number](const Reply* reply) {
        if (refused_ || servers_[number].member) return;
        if (!reply) return enter(number);
        const auto* other = std::get_if<reply::OtherSet>(&reply->is);
        servers_[number].member = std::holds_alternative<reply::Entered>(reply->is) || (other && other->set == set_);
        if (!servers_[number].member) refuse(number, "has lost everything meanwhile");
      },
      forming(set_));
}

void Beginning::refuse(ServerNumber number, const std::string& why) { refused_ = name_of(number) + " " + why; }

}  // namespace rostrum::ledger
