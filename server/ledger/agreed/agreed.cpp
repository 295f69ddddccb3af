#include "ledger/agreed/agreed.hpp"

#include <algorithm>
#include <iterator>

#include "base/assert.hpp"
#include "base/planted.hpp"
#include "ledger/agreed/begins_term.hpp"

namespace rostrum::ledger {

namespace {

WriterName name_of(const NodeName& node, std::uint64_t random) {
  if (planted::is(planted::Bug::writer_name_reused)) return node;
  return node + "." + std::to_string(random);
}

}  // namespace

Agreed::Agreed(Around around)
    : around_(std::move(around)),
      me_(name_of(around_.node, around_.random())),
      outgoing_(around_.carrier, around_.set, around_.hmac),
      archive_(around_.archive, around_.scheduler, outgoing_),
      reader_(outgoing_, around_.servers, last_entry(around_.archive)),
      forwards_(outgoing_, around_.servers, me_),
      highest_(reader_.last()->term),
      silence_may_last_(silence_most + any_up_to(silence_spread)),
      listening_(around_.servers) {}

void Agreed::start(Listener& listener) {
  listener_ = &listener;
  look_at_standing();
}

Millis Agreed::any_up_to(Millis most) {
  return {static_cast<std::int64_t>(around_.random() % static_cast<std::uint64_t>(most.value + 1))};
}

// ---- what comes in

void Agreed::arrive(Moment now) { outgoing_.set(now); }

void Agreed::replied(Moment now, std::uint64_t id, const Reply& reply) {
  arrive(now);
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  if (other) other_set_ = {.set = other->set, .told_at = now};
  // Each knows its own.
  if (candidate_ && candidate_->replied(id, reply)) return settle();
  if (writer_ && writer_->replied(id, reply)) return settle();
  if (reader_.replied(id, reply)) settle();
}

void Agreed::heard(Moment now, ServerNumber server, std::string_view sealed) {
  arrive(now);
  const auto message = outgoing_.opened(sealed);
  if (!message) {
    heard_.strange = now;
    return;
  }
  std::visit([&](const auto& told) { hear(server, told); }, *message);
  settle();
}

void Agreed::hear(ServerNumber, const Present& present) {
  if (present.who == me_) return;
  heard_.others = now();
  present_[present.who] = now();
  if (present.now) around_.clock.keep_up(*present.now);
}

void Agreed::hear(ServerNumber server, const Forward& forward) {
  if (received_) received_->heard(server, forward);
}

void Agreed::hear(ServerNumber, const Answered& answered) { forwards_.heard(answered); }

void Agreed::hear(ServerNumber, const Here& here) {
  if (here.who != me_ && take_here_) take_here_(now(), here);
}

void Agreed::tell_here(Moment now, Here here) {
  arrive(now);
  here.who = me_;
  here.number = ++told_here_;
  const SharedSealed message = outgoing_.sealed(here);
  for (ServerNumber server = 0; server < around_.servers; ++server) outgoing_.send(server, ask::Tell{message});
}

void Agreed::hear(ServerNumber, const Bell& bell) {
  if (bell.writer == me_) return;
  heard_.others = now();
  highest_ = std::max(highest_, bell.term);
  // What is final is that whoever rings for it; while we write we know it by ourselves.
  if (!writer_ && ready_.empty()) {
    take_from(bell);
    if (bell.seq > reader_.seq()) reader_.want(bell.seq, bell.digest);
  }
  const Term ours = writer_ ? writer_->right().term : candidate_ ? candidate_->right().term : Term{};
  if (bell.term < std::max(rings_, ours)) return;
  rings_ = bell.term;
  if (bell.term > ours || candidate_) step_down(bell.term);
  stay_silent();
  if (silence_may_last_ < silence_most) silence_may_last_ = silence_most + any_up_to(silence_spread);
  if (shown() < bell.seq) {
    if (!behind_) behind_ = Behind{.seq = bell.seq, .term = bell.term, .since = now()};
  } else if (has_begun(bell.term)) {
    touched_ = now();
  }
  if (bell.term > heard_.bell.term || bell.now >= heard_.bell.now)  // else it comes late
    heard_.bell = {.term = bell.term, .now = bell.now, .held = bell.held};
  around_.clock.follow(bell.now);
  forwards_.writer_is(bell.term);
  if (bell.successor == me_ && listens_to_most()) stand();
}

void Agreed::listens(Moment now, ServerNumber server, bool listening) {
  arrive(now);
  listening_.at(server) = listening;
  if (!listens_to_most()) stay_silent();
}

bool Agreed::listens_to_most() const {
  return most(static_cast<std::size_t>(std::ranges::count(listening_, true)), listening_.size());
}

/// The commit that a bell brings along, where it is the next.
void Agreed::take_from(const Bell& bell) {
  if (!bell.commit || bell.seq != reader_.seq().next()) return;
  const auto entry = entry_of(*bell.commit);
  const bool sound = entry && entry->digest == bell.digest && reader_.follows(*entry) &&
                     wire::decode_commit(entry->stored).has_value();
  if (!sound) return;  // it is read from a server instead
  reader_.knows(entry);
  ready_.push_back(entry);
  give_ready();
}

/// The writer was heard, or we could not have heard it.
void Agreed::stay_silent() { silent_since_ = now(); }

void Agreed::tick(Moment now) {
  const bool frozen = now - ticked_ > frozen_least;
  ticked_ = now;
  arrive(now);
  if (frozen || !listens_to_most()) stay_silent();
  if (candidate_) candidate_->tick();
  if (writer_) writer_->tick();
  if (received_) received_->tick();
  if (!writer_) reader_.tick();
  forwards_.tick();
  look_at_writing();
  if (writes() && writer_->in_touch()) touched_ = std::max(touched_, progress_.since);
  if (writes()) around_.clock.lead();
  if (now - presented_ >= present_every && !writer_ && !left_) {
    presented_ = now;
    const SharedSealed present = outgoing_.sealed(
        Present{.who = me_, .now = around_.clock.is_set() ? std::optional(around_.clock.now()) : std::nullopt});
    for (ServerNumber server = 0; server < around_.servers; ++server) outgoing_.send(server, ask::Tell{present});
  }
  std::erase_if(present_, [now](const auto& each) { return now - each.second >= out_of_touch_after; });
  archive_.tick();
  if (now - retried_ >= archive_retry_after) {
    retried_ = now;
    archive_.retry();
  }
  settle();
  if (!writer_ && !candidate_ && now - silent_since_ >= silence_may_last_) {
    forwards_.writer_is(std::nullopt);
    stand();
  }
  look_at_standing();
}

void Agreed::look(Moment now) {
  arrive(now);
  look_at_standing();
}

void Agreed::take_over(Moment now) {
  arrive(now);
  if (!writer_ && around_.clock.is_set() && listens_to_most()) stand();
}

// ---- the right to write

void Agreed::stand() {
  if (writer_ || left_ || differs_ || !has_given_all() || cannot_keep() || !archive_.has_room()) return;
  if (!heard_.others && hears_strange()) return;  // as those do whose secret is another
  highest_ = highest_.next();
  candidate_.emplace(outgoing_, around_.servers, Right{.term = highest_, .writer = me_});
  stands_until_ = now() + standing_most + any_up_to(standing_most);
}

void Agreed::settle() {
  if (settling_) return;
  if (reader_.differs()) differs_ = reader_.differs();
  settling_ = true;
  settle_candidate();
  collect();
  give_ready();
  settle_writer();
  if (!writer_ && hands_over_ && !left_) step_down({});
  if (behind_ && shown() >= behind_->seq) {
    if (has_begun(behind_->term)) touched_ = std::max(touched_, behind_->since);
    behind_.reset();
  }
  settling_ = false;
}

void Agreed::settle_candidate() {
  if (!candidate_) return;
  highest_ = std::max(highest_, candidate_->highest());
  if (const auto& won = candidate_->won()) {
    collect();
    reader_.stop();
    progress_ = {.at = 0, .since = now()};
    ++take_overs_;
    writer_.emplace(
        outgoing_, *won, reader_.last(),
        Writer::Around{.begins = [this](const Right& right, const Entry& last) { return begins(right, last); },
                       .held = [this] { return why_writing_is_held(); },
                       .older = [this](Seq from, auto then) { older(from, std::move(then)); },
                       .now = [this] { return around_.clock.now(); }});
    candidate_.reset();
    writer_->begin();
  } else if (now() >= stands_until_) {
    candidate_.reset();
    stay_silent();
    silence_may_last_ = any_up_to(silence_most);
  }
}

void Agreed::settle_writer() {
  if (!writer_) return;
  if (auto differs = writer_->differs()) {
    differs_ = std::move(differs);
    return step_down({});
  }
  if (writer_->deposed_by()) return step_down(*writer_->deposed_by());
  if (!has_given_all()) return;
  if (!received_ && writer_->began()) begin_writing();
  if (hands_over_ && received_ && writer_->idle()) leave();
}

void Agreed::begin_writing() {
  progress_ = {.at = 0, .since = now()};
  received_ = std::make_unique<Received>(outgoing_, writer_->right().term, *decider_, around_.clock);
  silence_may_last_ = silence_most + any_up_to(silence_spread);
  touched_ = now();
  heard_.bell = {};
  listener_->began_writing(writer_->right().term);
  forwards_.we_write(*decider_);
}

void Agreed::step_down(Term to) {
  highest_ = std::max(highest_, to);
  candidate_.reset();
  left_ |= hands_over_;
  if (!writer_) return;
  writer_.reset();
  stay_silent();
  silence_may_last_ = silence_most + any_up_to(silence_spread);
  forwards_.writer_is(std::nullopt);
  if (const auto then = std::exchange(asked_, nullptr)) then(false);
  if (std::exchange(received_, nullptr)) listener_->stopped_writing();
}

/// At the next tick: who asks is not to be called from inside.
void Agreed::hand_over() { hands_over_ = true; }

void Agreed::look_at_writing() {
  if (listens_to_most()) listened_ = now();
  if (!writer_) return;
  const std::uint64_t at = writer_->progress() + shown().value;
  const bool rests = has_given_all() && archive_.has_room() && writer_->idle();
  if (rests || at > progress_.at) progress_ = {.at = at, .since = now()};
  const bool began = writes();
  const bool disk_is_slow = !began && awaits_archive_ > 0 && !archive_.full();
  const bool stands_still = now() - progress_.since >= (disk_is_slow ? slow_disk_most : gives_up_after);
  const Millis alone_for = std::max(writer_->out_of_touch_for(), now() - listened_);
  if (!stands_still && alone_for < gives_up_after) return;
  step_down({});
  if (!began) silence_may_last_ = silence_may_last_ + gives_up_after;  // the others first
}

void Agreed::leave() {
  left_ = true;
  std::optional<WriterName> next;
  for (const auto& [who, at] : present_)
    if (now() - at < out_of_touch_after && (!next || at > present_.at(*next))) next = who;
  if (next) writer_->ring_out(*next);
  step_down({});
}

wire::StoredCommit Agreed::begins(const Right& right, const Entry& last) {
  return begins_term(right, last, around_.node, around_.clock.now(), around_.salts);
}

// ---- what is final

/// What is final by now.
void Agreed::collect() {
  std::ranges::move(reader_.take(), std::back_inserter(ready_));
  if (!writer_) return;
  for (SharedEntry& entry : writer_->take_finals()) {
    reader_.knows(entry);
    ready_.push_back(std::move(entry));
  }
}

/// The last that was given.
Seq Agreed::shown() const {
  const Seq known = reader_.seq();
  return {known.value - ready_.size() - awaits_archive_};
}

void Agreed::give_ready() {
  for (std::size_t count = 0; count < given_at_once_max && !ready_.empty() && archive_.has_room(); ++count) {
    const SharedEntry next = std::move(ready_.front());
    ready_.pop_front();
    give(next);
  }
}

void Agreed::give(const SharedEntry& entry) {
  // Where one server holds the log, a copy that outlives it is made before anybody is told.
  if (around_.servers == 1 && (writer_ || awaits_archive_ > 0)) {
    ++awaits_archive_;
    return archive_.append(entry, [this, entry] {
      --awaits_archive_;
      given(entry);
      settle();
    });
  }
  archive_.append(entry);
  given(entry);
}

void Agreed::given(const SharedEntry& entry) {
  listener_->final({.seq = entry->seq, .digest = entry->digest, .stored = entry->stored});
  if (writer_) writer_->ring(entry);
}

void Agreed::older(Seq from, std::function<void(std::vector<SharedEntry>)> then) {
  archive_.read([this, from, term = writer_->right().term, then = std::move(then)](journal::Journal& journal) {
    if (!writer_ || writer_->right().term != term) return;
    std::vector<SharedEntry> entries;
    std::size_t bytes = 0;
    const auto read = journal.read(from, [&](Seq, wire::StoredView commit) {
      entries.push_back(entry_of({std::string(commit.bytes), std::string(commit.beside)}));
      bytes += commit.size();
      return bytes < page_bytes_max && entries.size() < entries_kept_max;
    });
    // What it has no room for yet stands beside it.
    for (SharedEntry next = read && entries.empty() ? archive_.waiting(from) : nullptr;
         next && bytes < page_bytes_max && entries.size() < entries_kept_max;
         next = archive_.waiting(next->seq.next())) {
      bytes += bytes_of(*next);
      entries.push_back(next);
    }
    then(read ? std::move(entries) : std::vector<SharedEntry>{});
  });
}

std::string Agreed::why_held() const {
  if (cannot_keep()) return *archive_.full();
  return archive_.behind() < silence_most ? "" : "its journal is written too slowly";
}

std::string Agreed::why_writing_is_held() const {
  if (std::string why = why_held(); !why.empty()) return why;
  return writer_ && writer_->out_of_touch_for() >= held_after ? "most servers do not answer" : "";
}

bool Agreed::hears_strange() const {
  const auto lately = [this](const auto& at) { return at && now() - *at < out_of_touch_after; };
  return lately(heard_.strange) && !lately(heard_.others);
}

std::string Agreed::why_out_of_touch() const {
  if (!why_held().empty()) return why_held();
  if (other_set_ && now() - other_set_->told_at < out_of_touch_after)
    return "a server " + in_words(other_set_->set) + ", and this node is of the set " + around_.set;
  if (hears_strange())
    return "what is told by way of the servers is not sealed with the secret of this node, or is of another version";
  return "most servers, or the node that writes, are not in reach";
}

void Agreed::look_at_standing() {
  const Millis quiet = now() - touched_;
  Standing next;
  if (differs_)
    next = {.is = Standing::Is::out_of_touch, .why = *differs_};
  else if (quiet >= out_of_touch_after)
    next = {.is = Standing::Is::out_of_touch, .why = why_out_of_touch()};
  else if (!why_held().empty() && (writer_ || !has_given_all() || quiet >= silence_most))
    next = {.is = Standing::Is::held, .why = why_held()};
  else if (!why_writing_is_held().empty())
    next = {.is = Standing::Is::held, .why = why_writing_is_held()};
  else if (quiet >= silence_most)
    next = {.is = Standing::Is::held, .why = "no node writes"};
  else if (!writer_ && !heard_.bell.held.empty())
    next = {.is = Standing::Is::held, .why = "the node that writes: " + heard_.bell.held};
  else if (archive_.full())  // for now the archive alone falls behind
    next = {.is = Standing::Is::well, .why = *archive_.full()};
  if (next.is == standing_.is && next.why == standing_.why) return;
  const bool goes_on = next.is != Standing::Is::well && standing_.is != Standing::Is::well;
  next.since = goes_on ? standing_.since : around_.clock.now();
  standing_ = next;
  listener_->standing(standing_);
}

// ---- what the chamber asks

void Agreed::propose(Seq seq, wire::StoredCommit commit) {
  ROSTRUM_ASSERT(writes());
  auto entry = entry_of(std::move(commit));
  ROSTRUM_ASSERT(entry && entry->seq == seq);
  writer_->propose(std::move(entry));
}

void Agreed::still_writing(std::function<void(bool)> then) {
  ROSTRUM_ASSERT(writes());
  if (planted::is(planted::Bug::refusal_without_asking)) return then(true);
  asked_ = std::move(then);
  writer_->still_writing([this] {
    if (const auto asked = std::exchange(asked_, nullptr)) asked(true);
  });
}

void Agreed::read(std::function<void(journal::Journal&)> then) { archive_.read(std::move(then)); }

void Agreed::forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer) {
  forwards_.forward(grant, command, present, std::move(answer));
}

}  // namespace rostrum::ledger
