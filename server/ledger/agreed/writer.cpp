#include "ledger/agreed/writer.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/planted.hpp"

namespace rostrum::ledger {

namespace {

template <class One>
const One* if_is(const Reply& reply) {
  return std::get_if<One>(&reply.is);
}

}  // namespace

Writer::Writer(Outgoing& outgoing, const Won& won, const SharedEntry& last, Around around)
    : outgoing_(outgoing),
      questions_(outgoing),
      right_(won.right),
      around_(std::move(around)),
      servers_(won.granted.size()),
      won_(won),
      inherited_(outgoing, won.granted.size(), last),
      base_(last->seq),
      final_(last->seq),
      rung_(last),
      began_at_(outgoing.now()) {
  for (ServerNumber number = 0; number < servers_.size(); ++number) servers_[number].life = won.granted[number];
  const Seq length = won.log.length;
  too_short_ = length < base_ || (length == base_ && won.log.digest != last->digest);
}

void Writer::begin() {
  inherited_.want(won_.log.length, won_.log.digest, won_.best);
  inherit();
}

std::optional<std::string> Writer::differs() const {
  if (too_short_)
    return "the log of the servers ends at commit " + std::to_string(won_.log.length.value) + ", and commit " +
           std::to_string(base_.value) + " is here";
  return inherited_.differs();
}

void Writer::inherit() {
  if (first_ || too_short_) return;
  for (SharedEntry& entry : inherited_.take()) keep(std::move(entry));
  if (end() != won_.log.length) return;
  first_ = end().next();
  for (Server& server : servers_) server.next = *first_;  // a gap or a fork leads back
  propose(entry_of(around_.begins(right_, *inherited_.last())));
}

void Writer::propose(SharedEntry entry) {
  ROSTRUM_ASSERT(entry && entry->seq == end().next() && entry->term == right_.term);
  keep(std::move(entry));
  if (planted::is(planted::Bug::shown_before_final)) ring(log_.back());
  for (ServerNumber number = 0; number < servers_.size(); ++number) send(number);
}

// ---- each server is brought to the log, one question at a time

void Writer::ask_in_turn(ServerNumber number, Question question, Handle handle) {
  Server& server = servers_[number];
  server.busy = true;
  questions_.ask(number, std::move(question),
                 [&server, turn = ++server.turn, handle = std::move(handle)](const Reply* reply) {
                   const bool in_turn = turn == server.turn && server.busy;
                   if (in_turn) server.busy = false;
                   if (!reply && !in_turn) return;
                   handle(server, reply, in_turn);
                 });
}

void Writer::send(ServerNumber number) {
  Server& server = servers_[number];
  if (!first_ || deposed_by_ || server.busy || now() < server.not_before) return;
  if (server.life.empty()) return raise(number);
  if (server.next > end()) return;
  if (server.next <= base_) return send_older(number);
  append(number, at(server.next));
}

void Writer::raise(ServerNumber number) {
  ask_in_turn(number, ask::Raise{right_}, [this, number](Server& server, const Reply* reply, bool in_turn) {
    if (!reply) return send(number);
    if (const auto* refused = if_is<reply::Refused>(*reply)) deposed_by_ = refused->term;
    if (!in_turn) return;
    if (if_is<reply::Stranger>(*reply)) return consider_admission(number, reply->life);
    const auto* granted = if_is<reply::Granted>(*reply);
    if (!granted) return pause(number);
    server.life = reply->life;
    server.heard = now();
    // At least the last is sent, so that it is known where the server stands; a fork leads further back.
    server.next = std::max(Seq{1}, std::min(granted->length.next(), end()));
    send(number);
  });
}

void Writer::append(ServerNumber number, const SharedEntry& entry) {
  ask_in_turn(number, ask::Append{.right = right_, .entry = entry},
              [this, number, entry](Server&, const Reply* reply, bool in_turn) {
                if (!reply) return send(number);  // the same again
                appended(number, entry, *reply, in_turn);
              });
}

void Writer::appended(ServerNumber number, const SharedEntry& entry, const Reply& reply, bool in_turn) {
  Server& server = servers_[number];
  const bool is_ours = ours(number, reply);
  if (const auto* stands = if_is<reply::Stands>(reply);
      stands && (is_ours || planted::is(planted::Bug::wiped_server_counts))) {
    // Also where it comes late: in this life, under our right, the entry stands there.
    server.stands = std::max(server.stands, stands->seq);
    server.next = std::max(server.next, stands->seq.next());
    server.synced = now();
    count();
  } else if (!in_turn) {
    return;
  } else if (!is_ours) {
    lost(server);
    if (if_is<reply::Stranger>(reply)) return consider_admission(number, reply.life);
    if (!if_is<reply::Unraised>(reply)) return pause(number);
  } else if (const auto* gap = if_is<reply::Gap>(reply)) {
    server.next = std::min(entry->seq, gap->length.next());
  } else if (const auto* fork = if_is<reply::Fork>(reply)) {
    server.next = std::max(Seq{1}, fork->seq);
  }
  send(number);
}

void Writer::send_older(ServerNumber number) {
  const Seq from = servers_[number].next;
  if (const auto found = older_.find(from); found != older_.end()) return append(number, found->second);
  Server& server = servers_[number];
  server.busy = true;
  around_.older(from, [this, number, turn = ++server.turn](const std::vector<SharedEntry>& entries) {
    if (older_bytes_ > kept_bytes_max) forget_older();
    for (const SharedEntry& entry : entries)
      if (older_.emplace(entry->seq, entry).second) older_bytes_ += bytes_of(*entry);
    Server& asked_for = servers_[number];
    if (turn != asked_for.turn) return;
    asked_for.busy = false;
    entries.empty() ? pause(number) : send(number);
  });
}

bool Writer::ours(ServerNumber number, const Reply& reply) {
  if (const auto* deposed = if_is<reply::Deposed>(reply)) deposed_by_ = deposed->term;
  Server& server = servers_[number];
  const bool other = if_is<reply::Unraised>(reply) || if_is<reply::Stranger>(reply) || if_is<reply::OtherSet>(reply) ||
                     if_is<reply::Deposed>(reply);
  if (other || server.life.empty() || reply.life != server.life) return false;
  server.heard = now();
  return true;
}

void Writer::lost(Server& server) {
  server.life.clear();
  if (!planted::is(planted::Bug::wiped_server_counts)) server.stands = {};
}

void Writer::pause(ServerNumber number) { servers_[number].not_before = now() + admission_pause; }

// ---- a server that has lost everything

void Writer::consider_admission(ServerNumber number, const ServerLife& life) {
  if (planted::is(planted::Bug::admitted_by_an_old_view)) return admit(number, life);
  pause(number);
  if (!began() || servers_.size() == 1) return;
  // Earlier answers do not count: an old writer that is cut off must not admit from its memory. All others say now that
  // they have us and our last final entry, or are strangers too; a no of one, or its silence, ends it.
  auto admission = std::make_shared<Admission>(Admission{.life = life, .open = {}});
  for (ServerNumber other = 0; other < servers_.size(); ++other)
    if (other != number) admission->open.insert(other);
  servers_[number].busy = true;
  ++servers_[number].turn;
  const SharedEntry last = at(final_);
  for (const ServerNumber other : std::set(admission->open)) {
    questions_.ask(other, ask::Confirm{.right = right_, .seq = last->seq, .digest = last->digest},
                   [this, number, other, admission](const Reply* reply) {
                     if (admission->open.erase(other) == 0) return;
                     if (reply) (void)ours(other, *reply);
                     if (reply && if_is<reply::Confirmed>(*reply))
                       ++admission->confirmed;
                     else if (!reply || !if_is<reply::Stranger>(*reply))
                       admission->refused = true;
                     considered(number, *admission);
                   });
  }
}

void Writer::considered(ServerNumber number, Admission& admission) {
  if (!admission.open.empty()) return;
  servers_[number].busy = false;
  if (!admission.refused && most(admission.confirmed, servers_.size())) admit(number, admission.life);
}

void Writer::admit(ServerNumber number, const ServerLife& life) {
  ask_in_turn(number, ask::Admit{.right = right_, .life = life},
              [this, number, life](Server& server, const Reply* reply, bool in_turn) {
                if (!in_turn) return;
                if (reply && if_is<reply::Admitted>(*reply)) {
                  lost(server);
                  server.life = reply->life;
                  server.next = {1};
                }
                server.not_before = {};
                send(number);
              });
}

// ---- what is final

void Writer::count() {
  if (!first_) return;
  std::vector<Seq> stands;
  for (const Server& server : servers_) stands.push_back(server.stands);
  const Seq by_most =
      planted::is(planted::Bug::final_on_one_server) ? std::ranges::max(stands) : reached_by_most(stands);
  if (by_most < *first_ && !planted::is(planted::Bug::older_term_counted)) return;
  for (; final_ < by_most; final_ = final_.next()) finals_.push_back(at(final_.next()));
  forget_old();
}

void Writer::keep(SharedEntry entry) {
  log_bytes_ += bytes_of(*entry);
  log_.push_back(std::move(entry));
}

/// But for the last final one, which is asked about.
void Writer::forget_old() {
  while (final_.value - base_.value > entries_kept_max || (log_bytes_ > kept_bytes_max && base_.next() < final_)) {
    base_ = base_.next();
    log_bytes_ -= bytes_of(*log_.front());
    log_.pop_front();
  }
}

void Writer::forget_older() {
  older_.clear();
  older_bytes_ = 0;
}

void Writer::still_writing(std::function<void()> then) {
  ROSTRUM_ASSERT(!asked_);
  asked_ = Asked{.then = std::move(then), .yes = {}, .questions = {}, .asked_at = {}};
  ask_still();
}

void Writer::ask_still() {
  asked_->asked_at = now();
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    if (asked_->yes.contains(number)) continue;
    const auto question = questions_.ask(number, ask::Confirm{.right = right_, .seq = {}},
                                         [this, number](const Reply* reply) { answered_still(number, reply); });
    asked_->questions.push_back(question);
  }
}

void Writer::answered_still(ServerNumber number, const Reply* reply) {
  if (!reply || !ours(number, *reply) || !asked_) return;
  asked_->yes.insert(number);
  if (!most(asked_->yes.size(), servers_.size())) return;
  const Asked asked = *std::exchange(asked_, std::nullopt);
  for (const std::uint64_t question : asked.questions) questions_.forget(question);
  asked.then();
}

// ---- bells

void Writer::ring(const SharedEntry& entry) {
  if (entry->seq < rung_->seq) return;  // it was final before the term
  rung_ = entry;
  ring_all({.seq = entry->seq,
            .digest = entry->digest,
            .commit = std::shared_ptr<const wire::StoredCommit>(entry, &entry->stored)});
}

void Writer::ring_out(const WriterName& successor) {
  ring_all({.seq = rung_->seq, .digest = rung_->digest, .successor = successor});
}

Questions::Then Writer::heard_of(ServerNumber number) {
  return [this, number](const Reply* reply) {
    if (reply && !ours(number, *reply) && !servers_[number].busy) lost(servers_[number]);
  };
}

void Writer::ring_all(Bell bell) {
  rang_ = now();
  bell.term = right_.term;
  bell.writer = right_.writer;
  bell.now = around_.now();
  bell.held = around_.held();
  const bool asks = !bell.commit;
  const SharedSealed sealed = outgoing_.sealed(std::move(bell));
  // What is rung for a commit asks nothing: there may be a thousand of them a second, and a server that is silent.
  for (ServerNumber number = 0; number < servers_.size(); ++number) {
    if (asks)
      questions_.ask(number, ask::Ring{.right = right_, .message = sealed}, heard_of(number));
    else
      outgoing_.send(number, ask::Ring{.right = right_, .message = sealed});
  }
}

std::uint64_t Writer::progress() const {
  if (began()) return final_.value;
  std::uint64_t sum = final_.value + inherited_.reached().value;
  for (const Server& server : servers_) sum += server.stands.value;
  return sum;
}

Millis Writer::out_of_touch_for() const {
  std::vector<Moment> heard;
  for (const Server& server : servers_) heard.push_back(server.heard.value_or(began_at_));
  return now() - reached_by_most(std::move(heard));
}

std::uint64_t Writer::behind(ServerNumber server) const {
  const Seq stands = servers_.at(server).stands;
  return stands < final_ ? final_.value - stands.value : 0;
}

std::optional<Millis> Writer::synced_for(ServerNumber server) const {
  const auto& synced = servers_.at(server).synced;
  return synced ? std::optional(now() - *synced) : std::nullopt;
}

bool Writer::replied(std::uint64_t id, const Reply& reply) {
  const bool known = questions_.replied(id, reply) || inherited_.replied(id, reply);
  inherit();
  return known;
}

void Writer::tick() {
  questions_.tick();
  inherited_.tick();
  inherit();
  for (ServerNumber number = 0; number < servers_.size(); ++number) send(number);
  if (std::ranges::none_of(servers_, [this](const Server& server) { return server.next <= base_; })) forget_older();
  if (asked_ && now() - asked_->asked_at >= bell_every) ask_still();
  if (rang_ && now() - *rang_ < bell_every) return;
  if (in_touch()) return ring_all({.seq = rung_->seq, .digest = rung_->digest});
  // Nobody is kept from beginning by a bell of ours; but the servers may be in reach again.
  rang_ = now();
  for (ServerNumber number = 0; number < servers_.size(); ++number)
    questions_.ask(number, ask::Confirm{.right = right_, .seq = {}}, heard_of(number));
}

}  // namespace rostrum::ledger
