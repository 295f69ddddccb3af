#include "ledger/agreed/set_change.hpp"

#include <algorithm>
#include <set>

#include "base/assert.hpp"

namespace rostrum::ledger {

SetChange::SetChange(Around around, Moment now)
    : around_(std::move(around)),
      outgoing_(around_.carrier, no_set, around_.hmac),
      questions_(outgoing_),
      servers_(around_.names.size()),
      right_{.term = {1}, .writer = around_.name} {
  ROSTRUM_ASSERT(around_.old % 2 == 1 && !around_.next.empty());
  outgoing_.set(now);
  look_at_all();
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

void SetChange::settle() {
  if (refused_) return;
  if (phase_ == Phase::looks) return consider();
  if (phase_ == Phase::stands) return settle_candidate();
  if (phase_ == Phase::raises) return settle_raised();
  if (phase_ == Phase::reads) return settle_reader();
  if (phase_ != Phase::copies) return;
  if (copying_->deposed_by()) return begin_again(*copying_->deposed_by(), *copying_->refused());
  if (copying_->other_set()) return begin_again({}, *copying_->refused());  // asked for by who was stopped
  refused_ = copying_->refused();
  if (refused_) return;
  if (copying_->done()) return move_all();
  if (old_is_over() && !copying_->waits_for(not_there_after).empty()) look_at_all();  // it is ended without that one
}

/// Somebody was raised above us: one that was stopped before, or a node that writes all the same, and then again.
void SetChange::begin_again(Term above, const std::string& why) {
  if (++begun_ > begins_again_max) {
    refused_ = why;
    return;
  }
  right_.term = std::max(right_.term, above.next());
  look_at_all();
}

void SetChange::look_at_all() {
  candidate_.reset();
  reader_.reset();
  copying_.reset();
  log_.clear();
  phase_ = Phase::looks;
  old_.clear();
  set_.clear();
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    servers_[number] = {.of = {}, .turn = servers_[number].turn};
    outgoing_.ask_as(number, no_set);
    ask(number, ask::Confirm{.right = right_, .seq = {}}, &SetChange::looked);
  }
}

// ---- how things are

bool SetChange::is_next(ServerNumber number) const {
  return std::ranges::find(around_.next, number) != around_.next.end();
}

SetId SetChange::being(Making::Is is) const { return name_of({.is = is, .set = set_, .from = old_}); }

bool SetChange::has_left(ServerNumber number) const {
  return is(number, Making::Is::staying) || is(number, Making::Is::left) || servers_[number].of == set_;
}

std::size_t SetChange::count_next(auto such) const {
  return static_cast<std::size_t>(std::ranges::count_if(around_.next, such));
}

std::vector<std::string> SetChange::names_of(bool old) const {
  if (old) return {around_.names.begin(), around_.names.begin() + static_cast<std::ptrdiff_t>(around_.old)};
  std::vector<std::string> names;
  for (const ServerNumber number : around_.next) names.push_back(around_.names[number]);
  return names;
}

bool SetChange::has_log(ServerNumber number) const {
  const bool stays = is_old(number) && (servers_[number].of == old_ || is(number, Making::Is::staying));
  return stays || is(number, Making::Is::formed);
}

bool SetChange::old_is_over() const {
  // Nobody enters the new set before.
  if (count_next([this](ServerNumber number) { return servers_[number].of == set_; }) > 0) return true;
  std::size_t gone = 0;
  for (ServerNumber number = 0; number < around_.old; ++number) gone += has_left(number);
  return most(gone, around_.old);
}

bool SetChange::is_away(ServerNumber number) const {
  const auto& since = servers_[number].silent_since;
  return since && outgoing_.now() - *since >= not_there_after;
}

bool SetChange::done() const {
  if (refused_ || phase_ != Phase::moves || !old_is_over()) return false;
  for (ServerNumber number = 0; number < servers_.size(); ++number)
    if (goal(number) && !is_away(number)) return false;
  return most(count_next([this](ServerNumber number) { return servers_[number].of == set_; }), around_.next.size());
}

std::vector<ServerNumber> SetChange::waits_for() const {
  if (copying_) return copying_->waits_for();
  std::vector<ServerNumber> numbers;
  for (ServerNumber number = 0; number < servers_.size(); ++number)
    if (servers_[number].silent_since) numbers.push_back(number);
  return numbers;
}

std::vector<ServerNumber> SetChange::left_behind() const {
  std::vector<ServerNumber> numbers;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const auto& of = servers_[number].of;
    if (of != no_set && (is_next(number) ? of != set_ : !has_left(number))) numbers.push_back(number);
  }
  return numbers;
}

// ---- looking

void SetChange::ask(ServerNumber number, const Question& question, Take take) {
  ask_again(number, question, take, ++servers_[number].turn);
}

/// The first answer counts, to whichever asking of it.
void SetChange::ask_again(ServerNumber number, const Question& question, Take take, std::uint64_t turn) {
  questions_.ask(number, question, [this, number, question, take, turn](const Reply* reply) {
    Server& server = servers_[number];
    if (refused_ || turn != server.turn) return;
    if (!reply) {
      if (!server.silent_since) server.silent_since = outgoing_.now();
      return ask_again(number, question, take, turn);
    }
    ++server.turn;
    server.silent_since.reset();
    (this->*take)(number, *reply);
  });
}

void SetChange::looked(ServerNumber number, const Reply& reply) {
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  servers_[number].of = other ? other->set : no_set;
}

/// Once all have said what they are of; without those that are away where it can be done without them.
void SetChange::consider() {
  std::size_t old = 0;
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const bool known = servers_[number].of.has_value();
    if (!known && !is_away(number)) return;
    old += known && is_old(number);
  }
  old_.clear();
  set_.clear();
  if (!take_names()) return;
  const auto unknown = [this](ServerNumber number) { return !servers_[number].of; };
  const bool over = old_is_over();
  if (!over && (!most(old, around_.old) || most_have_lost_everything() || count_next(unknown) > 0)) return;
  for (const ServerNumber number : around_.next)
    if (!fits(number)) return;
  name_all(!over);
  over ? go_on() : stand();
}

/// The old set is over.
void SetChange::go_on() {
  const auto entered = [this](ServerNumber number) { return servers_[number].of == set_; };
  const auto unknown = [this](ServerNumber number) { return !servers_[number].of; };
  if (most(count_next(entered), around_.next.size())) return move_all();
  if (most(count_next(entered) + count_next(unknown), around_.next.size())) return;  // nodes may write there
  if (!most_of_next_have_lost_everything()) raise_next();
}

bool SetChange::most_of_next_have_lost_everything() {
  const auto lost = [this](ServerNumber number) {
    return servers_[number].of == no_set || is(number, Making::Is::forming);
  };
  if (!most(count_next(lost), around_.next.size())) return false;
  refused_ = "most servers of the new list have lost everything; the log is still on those that have left the old set";
  return true;
}

/// From now on each is asked as one of what it is; who is away, as one of what it was. An old server that had lost
/// everything does not vote.
void SetChange::name_all(bool stands) {
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const SetId of = servers_[number].of.value_or(old_);
    const bool had_lost = of == no_set || is(number, Making::Is::forming) || is(number, Making::Is::formed);
    if (stands && had_lost && is_old(number))
      outgoing_.ask_as(number, old_);
    else
      outgoing_.ask_as(number, of != no_set ? of : is_next(number) ? being(Making::Is::forming) : old_);
  }
}

SetId SetChange::set_after(const SetId& old) const {
  const std::string made = "set after\n" + old + "\n" + set_of({}, names_of(false));
  return set_of(hex(as_bytes(sha256(made))).substr(0, 24), names_of(false));
}

void SetChange::take_old(const SetId& old) {
  old_ = old;
  set_ = set_after(old);
}

/// What the old set is called, and hence the new one.
bool SetChange::take_names() {
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    const auto making = making_of(servers_[number].of.value_or(no_set));
    if (!making) continue;
    if (old_.empty() && making->set == set_after(making->from)) take_old(making->from);
    if (making->set == set_ && making->from == old_) continue;
    refuse(number, in_words(*servers_[number].of) + ": that has to be ended with the lists of then");
    return false;
  }
  return (old_.empty() && is_so_already()) || take_old();
}

bool SetChange::take_old() {
  std::set<SetId> of_old;
  for (ServerNumber number = 0; number < around_.old; ++number) {
    const SetId of = servers_[number].of.value_or(no_set);
    if (of != no_set && !making_of(of)) of_old.insert(of);
  }
  for (const SetId& of : of_old)  // some may be of the new set already
    if (old_.empty() && is_set_of(of, names_of(true))) take_old(of);
  of_old.erase(set_);
  of_old.erase(old_);
  if (!of_old.empty())
    refused_ = "the old list is not that of the set " + *of_old.begin() + ", of which a server of it is";
  else if (old_.empty())
    refused_ = "no server of the old list holds a log";
  return !refused_;
}

/// The set of the new list, where nobody bears another name any more.
bool SetChange::is_so_already() {
  std::set<SetId> of_next;
  for (const ServerNumber number : around_.next)
    if (servers_[number].of.value_or(no_set) != no_set) of_next.insert(*servers_[number].of);
  if (of_next.size() != 1 || !is_set_of(*of_next.begin(), names_of(false))) return false;
  set_ = old_ = *of_next.begin();
  return true;
}

bool SetChange::fits(ServerNumber number) {
  const SetId of = servers_[number].of.value_or(no_set);
  if (of == no_set || of == set_ || has_log(number) || is(number, Making::Is::forming)) return true;
  refuse(number, "holds a log already: it " + in_words(of));
  return false;
}

// ---- the log

void SetChange::stand() {
  phase_ = Phase::stands;
  stood_ = outgoing_.now();
  right_.term = right_.term.next();
  candidate_.emplace(outgoing_, around_.old, right_);
}

void SetChange::settle_candidate() {
  if (const auto& won = candidate_->won()) {
    const Won best = *won;
    candidate_.reset();
    return read(best.best, best.log);
  }
  const Millis stands = outgoing_.now() - stood_;
  if (candidate_->highest() > right_.term && stands >= stands_anew_after)
    return begin_again(candidate_->highest(), "the log is written to by another");
  if (stands >= gets_no_further_after) look_at_all();
}

void SetChange::read(ServerNumber best, const reply::Granted& log) {
  phase_ = Phase::reads;
  name_all(false);
  stood_ = outgoing_.now();
  reader_.emplace(outgoing_, servers_.size(), nullptr, moved_bytes_max);
  reader_->want(log.length, log.digest, best);
}

/// The old set is over: all that was final stood on the servers of the new one when the first of the old one left it,
/// and none has been written to since, but by who was stopped.
void SetChange::raise_next() {
  phase_ = Phase::raises;
  for (const ServerNumber number : around_.next) {
    servers_[number].granted.reset();
    if (is_to_enter(number)) ask(number, ask::Raise{right_}, &SetChange::raised);
  }
}

void SetChange::raised(ServerNumber number, const Reply& reply) {
  if (const auto* granted = std::get_if<reply::Granted>(&reply.is)) {
    servers_[number].granted = *granted;
  } else if (const auto above = raised_to(reply)) {
    right_.term = std::max(right_.term, above->next());
    raise_next();
  } else {
    look_at_all();
  }
}

void SetChange::settle_raised() {
  std::optional<ServerNumber> best;
  const auto log = [this](ServerNumber number) {
    const reply::Granted& granted = *servers_[number].granted;
    return std::pair(granted.last, granted.length);
  };
  for (const ServerNumber number : around_.next) {
    if (!is_to_enter(number) || is_away(number)) continue;
    if (!servers_[number].granted) return;
    if (!best || log(number) > log(*best)) best = number;
  }
  if (!best) return look_at_all();
  const reply::Granted log_of_best = *servers_[*best].granted;
  if (log_of_best.length == Seq{}) return refuse(*best, "holds no log");
  if (log_of_best.last < right_.term) return read(*best, log_of_best);
  right_.term = log_of_best.last.next();
  raise_next();
}

bool SetChange::is_to_enter(ServerNumber number) const { return servers_[number].of && has_log(number); }

void SetChange::settle_reader() {
  for (SharedEntry& entry : reader_->take()) log_.push_back(std::move(entry));
  if (reader_->differs()) refused_ = reader_->differs();
  if (refused_) return;
  if (reader_->reached() != read_) {
    read_ = reader_->reached();
    stood_ = outgoing_.now();
  }
  if (log_.empty()) {  // a gap is given whole
    if (outgoing_.now() - stood_ >= gets_no_further_after) look_at_all();
    return;
  }
  reader_.reset();
  copy();
}

void SetChange::copy() {
  phase_ = Phase::copies;
  log_.push_back(entry_of(around_.begins(right_, *log_.back())));
  std::vector<Copying::To> to;
  const bool over = old_is_over();
  for (const ServerNumber number : around_.next) {
    const bool stranger = servers_[number].of == no_set || is(number, Making::Is::forming);
    if (over && (!is_to_enter(number) || is_away(number))) continue;
    to.push_back({.server = number, .name = around_.names[number], .stranger = stranger});
  }
  copying_.emplace(outgoing_, right_, log_, to);
}

// ---- out of the old set and into the new one

void SetChange::move_all() {
  phase_ = Phase::moves;
  copying_.reset();
  const bool over = old_is_over();
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    Server& server = servers_[number];
    server.raised = is_next(number);
    if (!server.of) server.of = old_;
    if (server.of == no_set && is_next(number) && !over) server.of = being(Making::Is::forming);
    name(number, *server.of);
  }
  for (ServerNumber number = 0; number < servers_.size(); ++number) move(number);
}

void SetChange::name(ServerNumber number, SetId of) {
  outgoing_.ask_as(number, of);
  servers_[number].of = std::move(of);
}

/// What it is to be next; none: nothing, for now. Where nothing was copied, only the old list has to go.
std::optional<SetId> SetChange::goal(ServerNumber number) const {
  const auto& of = servers_[number].of;
  const bool over = old_is_over();
  const auto has_not = [this](ServerNumber each) { return servers_[each].of != set_ && !has_log(each); };
  const bool all_have_log = count_next(has_not) == 0;
  if (!of || *of == no_set || *of == set_) return std::nullopt;
  if (!is_next(number))
    return *of == old_ && (all_have_log || over) ? std::optional(being(Making::Is::left)) : std::nullopt;
  if (log_.empty()) return std::nullopt;
  if (is(number, Making::Is::forming)) return over ? std::nullopt : std::optional(being(Making::Is::formed));
  if (*of == old_) return all_have_log || over ? std::optional(being(Making::Is::staying)) : std::nullopt;
  return over ? std::optional(set_) : std::nullopt;
}

void SetChange::move(ServerNumber number) {
  const auto to = goal(number);
  if (!to || refused_) return;
  if (!servers_[number].raised) return ask(number, ask::Raise{right_}, &SetChange::moved);
  // What one holds that leaves does not matter any more.
  const bool matters = is_next(number);
  servers_[number].to = *to;
  ask(number,
      ask::Enter{.right = right_,
                 .set = *to,
                 .seq = matters ? log_.back()->seq : Seq{},
                 .digest = matters ? log_.back()->digest : Digest{}},
      &SetChange::moved);
}

void SetChange::moved(ServerNumber number, const Reply& reply) {
  Server& server = servers_[number];
  if (const auto above = raised_to(reply))
    return begin_again(*above, around_.names[number] + " is written to by another");
  if (std::holds_alternative<reply::Stranger>(reply.is)) return strange(number);
  if (std::holds_alternative<reply::Lacks>(reply.is))
    return begin_again({}, around_.names[number] + " holds another log than it was given");
  if (std::holds_alternative<reply::Granted>(reply.is)) server.raised = true;
  if (std::holds_alternative<reply::Unraised>(reply.is)) server.raised = false;
  if (std::holds_alternative<reply::Entered>(reply.is)) name(number, server.to);
  if (const auto* other = std::get_if<reply::OtherSet>(&reply.is)) {
    name(number, other->set);
    if (!has_left(number) && !is(number, Making::Is::formed)) return refuse(number, in_words(other->set));
  }
  for (ServerNumber each = 0; each < servers_.size(); ++each) move(each);
}

/// It has lost everything. One of the new list will be admitted where it is a set already, and else ends it; one that
/// was to leave does not count as having left: who was told to admit it may still do so.
void SetChange::strange(ServerNumber number) {
  if (is_next(number) && !old_is_over()) return refuse(number, "has lost everything meanwhile");
  name(number, no_set);
  (void)(old_is_over() ? most_of_next_have_lost_everything() : most_have_lost_everything());
}

bool SetChange::most_have_lost_everything() {
  std::size_t strangers = 0;
  for (ServerNumber number = 0; number < around_.old; ++number)
    strangers += servers_[number].of == no_set || is(number, Making::Is::forming) || is(number, Making::Is::formed);
  if (!most(strangers, around_.old)) return false;
  refused_ = "most servers of the old list have lost everything, so that nobody knows what was final";
  return true;
}

}  // namespace rostrum::ledger
