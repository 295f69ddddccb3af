#include "ledger/agreed/followed_clock.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rostrum::ledger {

namespace {

// Of the time that passes. The writer is drawn to its machine by less, so that the others can follow it.
constexpr double drawn_most = 0.01;
constexpr double leads_by_most = drawn_most / 2;
// How much one telling weighs that seems to say that we are ahead: it may have been long on its way.
constexpr double told_late = 1.0 / 16;
// Who is further behind is set at once: what is told comes late and never early, so that it is not set too far. Not
// where it is more than a telling can have been late: then somebody's machine is wrong.
constexpr Millis behind_most{25};
constexpr Millis told_late_most = seconds(30);
constexpr Millis told_least = seconds(1);  // before what was told first can have been on its way too long

}  // namespace

FollowedClock::FollowedClock(Clock& machine, std::function<Millis()> moment)
    : machine_(machine),
      moment_(std::move(moment)),
      shows_(static_cast<double>(machine.now().value)),
      moved_at_(moment_()) {}

Instant FollowedClock::now() {
  const Millis moment = std::max(moved_at_, moment_());
  const double passed = static_cast<double>((moment - moved_at_).value) * speed();
  moved_at_ = moment;
  const double most = passed * (leads_ ? leads_by_most : drawn_most);
  const double drawn = std::clamp(missing_, -most, most);
  shows_ += passed + drawn;
  missing_ -= drawn;
  return {static_cast<std::int64_t>(std::floor(shows_))};
}

void FollowedClock::follow(Instant told) {
  (void)now();
  const bool led = std::exchange(leads_, false);
  const double missing = static_cast<double>(told.value) - shows_;
  // What was told first may be of a writer that is no more, whose clock was its own.
  const bool first =
      !told_at_ || (!is_set() && std::abs(missing) > static_cast<double>(told_late_most.value) * speed());
  if (first) told_at_ = moved_at_;
  if (first || far_behind(missing)) return set(missing);
  missing_ = led || missing > missing_ ? missing : missing_ + (missing - missing_) * told_late;
}

void FollowedClock::keep_up(Instant told) {
  (void)now();
  const double missing = static_cast<double>(told.value) - shows_;
  if (!told_at_ || far_behind(missing)) {
    if (!told_at_) told_at_ = moved_at_;
    set(missing);
  }
}

bool FollowedClock::far_behind(double missing) const {
  return missing > static_cast<double>(behind_most.value) * speed() &&
         missing <= static_cast<double>(told_late_most.value) * speed();
}

void FollowedClock::set(double missing) {
  shows_ += missing;
  missing_ = 0;
}

bool FollowedClock::is_set() const { return told_at_ && moment_() - *told_at_ >= told_least; }

void FollowedClock::lead() {
  (void)now();
  leads_ = true;
  if (!told_at_) told_at_ = moved_at_ - told_least;
  missing_ = static_cast<double>(machine_.now().value) - shows_;
}

}  // namespace rostrum::ledger
