// What chair and desk ask about a session: answered from what is final, and no act. A question is a struct here, its
// answer beside it, and a rule that makes the one of the other or says why not.
#pragma once

#include "council/order.hpp"
#include "council/panel_time.hpp"
#include "council/rejection.hpp"

namespace rostrum::council {

struct OrderQuestion {
  PanelId panel;
  OrderPolicy policy{};
  bool anew = false;
};

using Question = std::variant<TimeQuestion, OrderQuestion>;
using Reply = std::variant<PanelTime, OrderPreview>;

/// The answer as things stand at `now`, or what is not sound in the question.
[[nodiscard]] Decided<Reply> reply(const State& state, Instant now, const Question& question);

}  // namespace rostrum::council
