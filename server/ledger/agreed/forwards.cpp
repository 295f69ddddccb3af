#include "ledger/agreed/forwards.hpp"

#include <algorithm>
#include <utility>

#include "base/planted.hpp"

namespace rostrum::ledger {

Forwards::Forwards(Outgoing& outgoing, std::size_t servers, WriterName me)
    : outgoing_(outgoing),
      servers_(servers),
      me_(std::move(me)) {}

void Forwards::forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer) {
  if (open_.size() >= forwards_max) return answer(council::rejection(council::Code::unconfirmed), Seq{});
  const std::uint64_t number = ++last_number_;
  Open& open = open_[number];
  open = {.grant = grant,
          .command = command,
          .present = present,
          .answer = std::move(answer),
          .since = outgoing_.now(),
          .by = number % servers_,
          .sent = {}};
  send(number, open);
}

void Forwards::send(std::uint64_t number, Open& open) {
  if (decider_ != nullptr) {
    open.sent = outgoing_.now();
    return decider_->decide_for_another(
        open.grant, open.command, open.present,
        [this, number](const Answer& answer, Seq as_of) { answered(number, answer, as_of); });
  }
  if (!term_) return;
  open.sent = outgoing_.now();
  outgoing_.tell(open.by, Forward{.from = me_,
                                  .number = number,
                                  .term = *term_,
                                  .grant = open.grant,
                                  .present = open.present,
                                  .command = open.command});
  open.by = (open.by + 1) % servers_;
}

void Forwards::send_again(std::uint64_t number, Open& open) {
  open.patience = std::min(open.patience + open.patience, forward_every);
  send(number, open);
}

void Forwards::writer_is(std::optional<Term> term) {
  if (term == term_ && decider_ == nullptr) return;
  term_ = term;
  decider_ = nullptr;
  for (auto& [number, open] : open_) {
    open.sent.reset();
    open.patience = forward_again;
    send(number, open);
  }
}

void Forwards::we_write(Decider& decider) {
  term_.reset();
  decider_ = &decider;
  for (auto next = open_.begin(); next != open_.end();) {
    const auto each = next++;  // it may be answered at once
    send(each->first, each->second);
  }
}

void Forwards::heard(const Answered& told) {
  // An act is final, whoever tells of it. A refusal counts from the writer that the command went to last: a copy that
  // it had taken before is not decided by anybody any more.
  const bool refused = std::holds_alternative<council::Rejection>(told.answer);
  if (told.to == me_ && (!refused || told.term == term_)) answered(told.number, told.answer, told.as_of);
}

void Forwards::answered(std::uint64_t number, const Answer& answer, Seq as_of) {
  const auto found = open_.find(number);
  if (found == open_.end()) return;
  const TakeAnswer take = std::move(found->second.answer);
  open_.erase(found);
  take(answer, as_of);
}

void Forwards::tick() {
  std::vector<std::uint64_t> unconfirmed;
  for (auto& [number, open] : open_) {
    if (outgoing_.now() - open.since >= unconfirmed_after)
      unconfirmed.push_back(number);
    else if (decider_ == nullptr && (!open.sent || outgoing_.now() - *open.sent >= open.patience))
      send_again(number, open);
  }
  for (const std::uint64_t number : unconfirmed)
    answered(number, council::rejection(council::Code::unconfirmed), Seq{});
}

Received::Received(Outgoing& outgoing, Term term, Decider& decider, Clock& clock)
    : outgoing_(outgoing),
      term_(term),
      decider_(decider),
      clock_(clock) {}

void Received::heard(ServerNumber server, const Forward& forward) {
  const bool ours = forward.term == term_ || planted::is(planted::Bug::forward_of_any_term);
  if (!ours || !forward.command.expires_at) return;
  const Asker asker{.by = server, .from = forward.from, .number = forward.number};
  const Name name{forward.grant, forward.command.id, forward.command.digest};
  auto found = taken_.find(name);
  const bool is_new = found == taken_.end();
  if (is_new && taken_.size() >= taken_max) return;
  if (is_new) found = taken_.emplace(name, Taken{.expires_at = *forward.command.expires_at}).first;
  Taken& taken = found->second;
  if (taken.answer) return tell(asker, taken.answer->first, taken.answer->second);
  const auto same = std::ranges::find_if(
      taken.askers, [&](const Asker& each) { return each.from == asker.from && each.number == asker.number; });
  if (same == taken.askers.end())
    taken.askers.push_back(asker);
  else
    *same = asker;
  if (!is_new) return;
  decider_.decide_for_another(forward.grant, forward.command, forward.present,
                              [this, name, alive = std::weak_ptr(alive_)](const Answer& answer, Seq as_of) {
                                if (!alive.expired()) answered(name, answer, as_of);
                              });
}

void Received::answered(const Name& name, const Answer& answer, Seq as_of) {
  Taken& taken = taken_.at(name);
  for (const Asker& asker : std::exchange(taken.askers, {})) tell(asker, answer, as_of);
  const auto* rejection = std::get_if<council::Rejection>(&answer);
  if (rejection && rejection->code == council::Code::unconfirmed) {  // it was not taken: another copy may be
    taken_.erase(name);
    return;
  }
  taken.answer = {answer, as_of};
  taken.answered = outgoing_.now();
}

void Received::tell(const Asker& asker, const Answer& answer, Seq as_of) {
  outgoing_.tell(asker.by,
                 Answered{.to = asker.from, .number = asker.number, .term = term_, .answer = answer, .as_of = as_of});
}

void Received::tick() {
  if (outgoing_.now() - forgot_ < forgets_every) return;
  forgot_ = outgoing_.now();
  std::erase_if(taken_, [this](const auto& each) { return forgotten(each.second); });
}

bool Received::forgotten(const Taken& taken) const {
  if (!taken.answer) return false;
  const Millis kept = outgoing_.now() - taken.answered;
  if (std::holds_alternative<Accepted>(taken.answer->first)) return kept > acts_kept;
  return kept > refusals_kept || planted::is(planted::Bug::refusals_forgotten) || clock_.now() >= taken.expires_at;
}

}  // namespace rostrum::ledger
