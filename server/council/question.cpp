#include "council/question.hpp"

#include "council/deciding.hpp"

namespace rostrum::council {

namespace {

/// A list holds no more than that.
constexpr std::uint32_t still_expected_most = list_entries_max;

// docs/protocol.md#questions
Decided<Reply> answer(const State& state, Instant now, const TimeQuestion& question) {
  if (!state.find(question.panel)) return failure(rejection(Code::unknown_panel, question.panel));
  const WhatIf& what_if = question.what_if;
  if (what_if.limit)
    if (auto refused = out_of_range("limit_ms", *what_if.limit, limit_least, limit_most)) return failure(*refused);
  if (what_if.ends_at)
    if (auto refused = refused_instant("ends_at", *what_if.ends_at, now)) return failure(*refused);
  if (what_if.reserve)
    if (auto refused = out_of_range("reserve_ms", *what_if.reserve, Millis{0}, reserve_most)) return failure(*refused);
  if (what_if.still_expected > still_expected_most)
    return failure(rejection(Code::out_of_range, "still_expected", 0, still_expected_most));
  return Reply{time_of(state, now, question)};
}

// docs/protocol.md#questions
Decided<Reply> answer(const State& state, Instant, const OrderQuestion& question) {
  const Panel* panel = state.find(question.panel);
  if (!panel) return failure(rejection(Code::unknown_panel, question.panel));
  if (question.policy == OrderPolicy::lot)
    return failure(rejection(Code::malformed, "policy", "a policy other than LOT, which a draw makes"));
  return Reply{preview(state, *panel, question.policy, question.anew ? Moved::return_to_policy : Moved::stay)};
}

}  // namespace

Decided<Reply> reply(const State& state, Instant now, const Question& question) {
  return std::visit([&](const auto& one) { return answer(state, now, one); }, question);
}

}  // namespace rostrum::council
