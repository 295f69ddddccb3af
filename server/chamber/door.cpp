#include "chamber/door.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rostrum::chamber {

namespace {

/// What its client has seen became final elsewhere, and not here yet.
bool is_ahead(const std::optional<wire::Position>& position, const Door::Here& here) {
  return !here.only && position && position->epoch == here.epoch && position->seq > here.seq;
}

Millis of_the_session(Millis real, double speed) {
  return {std::llround(std::ceil(static_cast<double>(real.value) * speed))};
}

}  // namespace

void Door::open(const Here& here, const std::function<void(const Knock&)>& let_in) {
  for (Waiting& one : std::exchange(waiting_, {})) {
    const bool ahead = is_ahead(one.knock.position, here);
    if (ahead && !one.until) one.until = here.now + of_the_session(ahead_waits_most, here.speed);
    if (here.out_of_touch || (ahead && *one.until <= here.now))
      one.knock.done(failure(NotLetIn::elsewhere));
    else if (ahead)
      waiting_.push_back(std::move(one));
    else
      let_in(one.knock);
  }
  if (waiting_.empty()) return void(alarm_.reset());
  if (!alarm_) alarm_ = scheduler_.alarm();
  alarm_->set(*std::ranges::min(waiting_, {}, &Waiting::until).until, again_);
}

}  // namespace rostrum::chamber
