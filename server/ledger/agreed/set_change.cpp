#include "ledger/agreed/set_change.hpp"

#include <algorithm>
#include <set>

#include "base/assert.hpp"

namespace rostrum::ledger {

namespace {

/// The term that a server was raised to by another.
std::optional<Term> raised_to(const Reply& reply) {
  if (const auto* refused = std::get_if<reply::Refused>(&reply.is)) return refused->term;
  if (const auto* deposed = std::get_if<reply::Deposed>(&reply.is)) return deposed->term;
  return std::nullopt;
}

}  // namespace

SetChange::SetChange(Around around, Moment now)
    : around_(std::move(around)),
      outgoing_(around_.carrier, no_set, around_.hmac),
      questions_(outgoing_),
      servers_(std::max(around_.old, std::ranges::max(around_.next) + 1)),
      right_{.term = {1}, .writer = around_.name} {
  outgoing_.set(now);
  for (ServerNumber number = 0; number < servers_.size(); ++number) look(number);
}

bool SetChange::replied(Moment now, std::uint64_t id, const Reply& reply) {
  outgoing_.set(now);
  const bool known = questions_.replied(id, reply) || (candidate_ && candidate_->replied(id, reply)) ||
                     (reader_ && reader_->replied(id, reply)) || (copying_ && copying_->replied(id, reply));
  settle();
  return known;
}

void SetChange::tick(Moment now) {
  outgoing_.set(now);
  questions_.tick();
  if (candidate_) candidate_->tick();
  if (reader_) reader_->tick();
  if (copying_) copying_->tick();
  settle();
}

bool SetChange::is_next(ServerNumber number) const {
  return std::ranges::find(around_.next, number) != around_.next.end();
}

bool SetChange::has_left(ServerNumber number) const {
  const auto& of = servers_[number].of;
  return of == around_.set || of == forming(around_.set) || of == left_for(around_.set);
}

bool SetChange::old_is_over() const {
  std::size_t gone = 0;
  for (ServerNumber number = 0; number < around_.old; ++number) {
    gone += has_left(number);
    if (is_next(number) && !has_left(number)) return false;
  }
  return most(gone, around_.old);
}

bool SetChange::done() const {
  return !refused_ && moving_ && std::ranges::all_of(around_.next, [this](ServerNumber number) {
    const auto& of = servers_[number].of;
    return of == around_.set || (goes_on_ && of == no_set);  // a writer will admit that one
  });
}

std::vector<ServerNumber> SetChange::not_left() const {
  std::vector<ServerNumber> numbers;
  for (ServerNumber number = 0; number < around_.old; ++number)
    if (!has_left(number)) numbers.push_back(number);
  return numbers;
}

void SetChange::settle() {
  if (refused_ || moving_) return;
  if (old_.empty() && !goes_on_) return consider();
  if (candidate_) settle_candidate();
  if (reader_) settle_reader();
  if (!copying_) return;
  if (copying_->deposed_by()) return begin_again(*copying_->deposed_by(), *copying_->refused());
  refused_ = copying_->refused();
  if (!refused_ && copying_->done()) move();
}

/// Somebody was raised above us: one that was stopped before, or a node that writes all the same, and then again.
void SetChange::begin_again(Term above, const std::string& why) {
  if (++begun_ > begins_again_max) {
    refused_ = why;
    return;
  }
  right_.term = std::max(right_.term, above);
  candidate_.reset();
  reader_.reset();
  copying_.reset();
  log_.clear();
  end_.reset();
  old_.clear();
  moving_ = goes_on_ = false;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    servers_[number] = {.of = {}, .turn = servers_[number].turn};
    look(number);
  }
}

// ---- what there is

void SetChange::look(ServerNumber number) {
  questions_.ask(
      number, ask::Confirm{.right = right_, .seq = {}},
      [this, number, turn = ++servers_[number].turn](const Reply* reply) {
        if (turn != servers_[number].turn) return;
        servers_[number].silent = !reply;
        reply ? looked(number, *reply) : look(number);
      },
      no_set);
}

void SetChange::looked(ServerNumber number, const Reply& reply) {
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  servers_[number].of = other ? other->set : no_set;
}

/// Once all of the new list have said what they are of, and all of the old list who are there, most of them at least.
void SetChange::consider() {
  std::size_t known = 0;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const Server& server = servers_[number];
    if (!server.of && (is_next(number) || !server.silent)) return;
    known += is_old(number) && server.of;
  }
  if (!most(known, around_.old) || !take_names()) return;
  for (const ServerNumber number : around_.next)
    if (!fits(number)) return;
  goes_on_ = most(around_.old - not_left().size(), around_.old);
  goes_on_ ? move() : stand();
}

/// What the old set is called, and what is being formed, where another was stopped.
bool SetChange::take_names() {
  std::set<SetId> old, formed;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const SetId of = servers_[number].of.value_or(no_set);
    if (const auto becomes = becomes_of(of))
      formed.insert(*becomes);
    else if (is_old(number) && of != no_set)
      old.insert(of);
  }
  if (formed.size() > 1) {
    refused_ = "two other sets are being formed of these servers, " + *formed.begin() + " and " + *formed.rbegin();
    return false;
  }
  if (formed.empty() && all_of_next_are()) formed.insert(*all_of_next_are());
  if (!formed.empty()) around_.set = *formed.begin();
  old.erase(around_.set);  // who had come further has entered it
  if (old.size() > 1 || (old.empty() && formed.empty())) {
    refused_ = old.empty() ? "no server of the old list holds a log"
                           : "the servers of the old list are of two sets, " + *old.begin() + " and " + *old.rbegin();
    return false;
  }
  if (!old.empty()) old_ = *old.begin();
  return true;
}

/// The set that all of the new list are, with most of the old one: nothing is left to be done, and nobody left whose
/// name would tell so.
std::optional<SetId> SetChange::all_of_next_are() const {
  const auto& of = servers_[around_.next.front()].of;
  const auto is = [&](ServerNumber number) { return servers_[number].of == of; };
  std::size_t old = 0;
  for (ServerNumber number = 0; number < around_.old; ++number) old += is_next(number) && is(number);
  const bool all = *of != no_set && std::ranges::all_of(around_.next, is) && most(old, around_.old);
  return all ? of : std::nullopt;
}

bool SetChange::fits(ServerNumber number) {
  const SetId& of = *servers_[number].of;
  if (of == no_set || has_left(number) || (is_old(number) && of == old_)) return true;
  refuse(number, "holds a log already, of the set " + of);
  return false;
}

// ---- the log

void SetChange::stand() {
  outgoing_.speak_for(old_);
  stood_ = outgoing_.now();
  right_.term = right_.term.next();
  candidate_.emplace(outgoing_, around_.old, right_);
}

void SetChange::settle_candidate() {
  if (const auto& won = candidate_->won()) {
    reader_.emplace(outgoing_, around_.old, nullptr);
    reader_->want(won->log.length, won->log.digest, won->best);
    return candidate_.reset();
  }
  if (outgoing_.now() - stood_ < stands_anew_after) return;
  if (candidate_->highest() > right_.term)
    return begin_again(candidate_->highest(), "the log is written to by another");
  stand();
}

void SetChange::settle_reader() {
  for (SharedEntry& entry : reader_->take()) log_.push_back(std::move(entry));
  if (reader_->differs()) refused_ = reader_->differs();
  if (log_.empty()) return;  // a gap is given whole
  reader_.reset();
  copy();
}

void SetChange::copy() {
  log_.push_back(entry_of(around_.begins(right_, *log_.back())));
  std::vector<Copying::To> to;
  for (const ServerNumber number : around_.next)
    to.push_back({number, servers_[number].of == old_ ? old_ : forming(around_.set)});
  copying_.emplace(outgoing_, right_, log_, to);
}

// ---- out of the old set and into the new one

void SetChange::move() {
  moving_ = true;
  std::size_t hold_all = 0;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    Server& server = servers_[number];
    server.raised = !goes_on_;
    if (!server.of && !old_.empty()) server.of = old_;                       // it has been silent
    if (server.of == no_set && !goes_on_) server.of = forming(around_.set);  // it was admitted to that
    hold_all += is_next(number) && server.of != no_set;
  }
  if (!most(hold_all, around_.next.size())) {
    refused_ = "most servers of the new list have lost everything";
    return;
  }
  for (ServerNumber number = 0; number < servers_.size(); ++number) move(number);
}

/// What it is to be next; none: nothing, for now.
std::optional<SetId> SetChange::goal(ServerNumber number) const {
  const auto& of = servers_[number].of;
  if (!of || *of == no_set) return std::nullopt;
  if (*of == old_) return is_next(number) ? forming(around_.set) : left_for(around_.set);
  if (*of == forming(around_.set) && is_next(number) && old_is_over()) return around_.set;
  return std::nullopt;
}

void SetChange::move(ServerNumber number) {
  const auto to = goal(number);
  if (!to || refused_) return;
  Server& server = servers_[number];
  // What one holds that leaves does not matter any more.
  const Seq seq = !is_next(number) ? Seq{} : end_ ? end_->length : Seq{log_.size()};
  const Digest digest = !is_next(number) ? Digest{}
                        : end_           ? end_->digest
                        : log_.empty()   ? Digest{}
                                         : log_.back()->digest;
  Question question = ask::Enter{.right = right_, .set = *to, .seq = seq, .digest = digest};
  if (!server.raised) question = ask::Raise{right_};
  questions_.ask(
      number, std::move(question),
      [this, number, to, turn = ++server.turn](const Reply* reply) {
        if (refused_ || turn != servers_[number].turn) return;
        reply ? moved(number, *to, *reply) : move(number);
      },
      *server.of);
}

void SetChange::moved(ServerNumber number, const SetId& to, const Reply& reply) {
  Server& server = servers_[number];
  if (const auto* granted = std::get_if<reply::Granted>(&reply.is)) {
    server.raised = true;
    if (goes_on_ && !end_ && is_next(number)) end_ = *granted;
  } else if (std::holds_alternative<reply::Unraised>(reply.is)) {
    server.raised = false;
  } else if (std::holds_alternative<reply::Entered>(reply.is)) {
    server.of = to;
  } else if (const auto* other = std::get_if<reply::OtherSet>(&reply.is)) {
    server.of = is_next(number) ? other->set : left_for(around_.set);
    if (!has_left(number)) return refuse(number, "is of the set " + other->set);
  } else if (std::holds_alternative<reply::Stranger>(reply.is)) {
    if (is_next(number)) return refuse(number, "has lost everything meanwhile");
    server.of = left_for(around_.set);
  } else if (std::holds_alternative<reply::Lacks>(reply.is)) {
    return refuse(number, "holds another log than the others");
  } else if (const auto above = raised_to(reply); !above) {
    return refuse(number, "does not answer as a server does");
  } else if (!goes_on_) {
    return begin_again(*above, name_of(number) + " is written to by another");
  } else {  // who goes on does not know the right of who was stopped
    right_.term = std::max(right_.term, above->next());
    for (Server& each : servers_) each.raised = false;
  }
  for (ServerNumber each = 0; each < servers_.size(); ++each)
    if (each == number || server.of == to) move(each);
}

void SetChange::refuse(ServerNumber number, const std::string& why) { refused_ = name_of(number) + " " + why; }

}  // namespace rostrum::ledger
