#include "ledger/local/local_ledger.hpp"

#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

namespace {

constexpr Term only_term{1};

}  // namespace

LocalLedger::LocalLedger(journal::Journal& journal, Scheduler& scheduler, Clock& clock)
    : journal_(journal),
      scheduler_(scheduler),
      clock_(clock),
      alarm_(scheduler.alarm()) {}

void LocalLedger::start(Listener& listener) {
  ROSTRUM_ASSERT(listener_ == nullptr);
  listener_ = &listener;
  tail_ = journal_.tail().seq;
  listener_->began_writing(only_term);
}

void LocalLedger::propose(Seq seq, wire::StoredCommit commit) {
  ROSTRUM_ASSERT(listener_ != nullptr && !busy_ && seq == tail_.next());
  busy_ = true;
  auto append = std::make_shared<Append>(Append{.seq = seq, .commit = std::move(commit), .written = {}});
  scheduler_.write([&journal = journal_, append] { append->written = journal.append(append->seq, append->commit); },
                   [this, append] { settle(*append); });
}

void LocalLedger::settle(Append& append) {
  busy_ = false;
  if (append.written) {
    tail_ = append.seq;
    listener_->final({.seq = append.seq, .digest = journal_.tail().digest, .stored = std::move(append.commit)});
  } else {
    journal::end_unless_full(append.written.error());
    hold(wire::StoredView(append.commit).size(), append.written.error().why);
  }
  let_read();
}

void LocalLedger::hold(std::size_t bytes, std::string why) {
  bytes_refused_ = bytes;
  held_since_ = clock_.now();
  listener_->stopped_writing();
  ask_later(std::move(why));
}

void LocalLedger::ask_later(std::string why) {
  listener_->standing({.is = Standing::Is::held, .why = std::move(why), .since = held_since_});
  alarm_->set(clock_.now() + retry_after, [this] { ask(); });
}

/// Nobody acts while we are held, so only this shows whether there is room again.
void LocalLedger::ask() {
  ROSTRUM_ASSERT(!busy_);
  busy_ = true;
  auto room = std::make_shared<Result<void, journal::AppendFailure>>();
  scheduler_.write([&journal = journal_, bytes = bytes_refused_, room] { *room = journal.probe(bytes); },
                   [this, room] { asked(*room); });
}

void LocalLedger::asked(const Result<void, journal::AppendFailure>& room) {
  busy_ = false;
  ++room_tries_;
  if (room) {
    listener_->standing({.is = Standing::Is::well, .why = {}, .since = clock_.now()});
    listener_->began_writing(only_term);
  } else {
    journal::end_unless_full(room.error());
    ask_later(room.error().why);
  }
  let_read();
}

void LocalLedger::read(std::function<void(journal::Journal&)> then) {
  readers_.push_back(std::move(then));
  let_read();
}

void LocalLedger::let_read() {
  while (!busy_ && !readers_.empty()) {
    const auto then = std::move(readers_.front());
    readers_.pop_front();
    then(journal_);
  }
}

void LocalLedger::forward(const GrantId& /*grant*/, const wire::ClientCommand& /*command*/, bool /*present*/,
                          TakeAnswer answer) {
  scheduler_.post(
      [answer = std::move(answer), as_of = tail_] { answer(council::rejection(council::Code::held), as_of); });
}

}  // namespace rostrum::ledger
