#include "chamber/door.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/planted.hpp"

namespace rostrum::chamber {

namespace {

/// What its client has seen became final elsewhere, and not here yet.
bool is_ahead(const std::optional<wire::Position>& position, const Door::Here& here) {
  if (planted::is(planted::Bug::position_ahead_let_in)) return false;
  return !here.only && position && position->epoch == here.epoch && position->seq > here.seq;
}

Millis of_the_session(Millis real, double speed) {
  return {std::llround(std::ceil(static_cast<double>(real.value) * speed))};
}

}  // namespace

void Door::open(const Here& here, const std::function<void(const Knock&)>& let_in) {
  const bool closed = here.out_of_touch && !planted::is(planted::Bug::door_open_when_out_of_touch);
  for (Waiting& one : std::exchange(waiting_, {})) {
    const bool ahead = is_ahead(one.knock.position, here);
    if (ahead && !one.until) one.until = here.now + of_the_session(ahead_waits_most, here.speed);
    if (closed || (ahead && *one.until <= here.now))
      one.knock.done(failure(NotLetIn::elsewhere));
    else if (ahead)
      waiting_.push_back(std::move(one));
    else
      let_in(one.knock);
  }
  if (waiting_.empty()) return void(alarm_.reset());
  if (planted::is(planted::Bug::nobody_sent_on)) return;
  if (!alarm_) alarm_ = scheduler_.alarm();
  alarm_->set(*std::ranges::min(waiting_, {}, &Waiting::until).until, again_);
}

}  // namespace rostrum::chamber
