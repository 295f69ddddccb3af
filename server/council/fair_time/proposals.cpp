#include "council/fair_time/proposals.hpp"

#include <algorithm>
#include <cmath>

namespace rostrum::council::fair_time {

namespace {

// In deviations of what is expected, where nothing else is said (docs/time-allocation.md).
constexpr double margin_at_first = 0.5;
constexpr double margin_to_lower = 1.0;
constexpr double margin_to_raise = 0.3;
constexpr double slack_s = 60;  // of the reserve, that may take up what goes wrong at the end
constexpr std::int64_t calls_between_changes = 8;
constexpr Seconds raise_least_s = 15;
constexpr double raise_most = 1.15;  // times the least that an equal has had

/// What is expected at each factor, over what stays the same.
class Expected {
 public:
  Expected(const Situation& situation, const Learned& learned, const Steps& steps)
      : situation_(situation),
        learned_(learned),
        steps_(steps) {
    std::vector<Seconds> bases{situation.member_base};
    hand_over_ = learned.hand_over + learned.stop_rate * stop_length_s;
    for (const Awaited& one : situation.waiting) {
      const double use = learned.use_of(one.kind) * (1 - learned.absent);
      if (one.told)
        same_ += usual_seconds({.kind = one.kind, .base = one.base, .limit = *one.told}) * use;
      else
        weigh(one.base, use), bases.push_back(one.base);
    }
    const double more = situation.still_to_ask.mean;
    weigh(situation.member_base, more * learned.mean);
    same_ += (static_cast<double>(situation.waiting.size()) + more) * hand_over_;
    factors_ = factors(std::move(bases), steps.step);
  }

  [[nodiscard]] double total(const Fraction& factor) const {
    double sum = same_;
    for (const auto& [base, use] : uses_) sum += use * usual_at(base, factor);
    return sum;
  }

  /// The deviation of what is to come, with the limits of a factor.
  [[nodiscard]] double deviation(const Fraction& factor) const {
    std::vector<Timed> to_come;
    for (const Awaited& one : situation_.waiting)
      to_come.push_back(
          {.kind = one.kind, .base = one.base, .limit = one.told.value_or(limit_at(one.base, factor, steps_))});
    const double late = usual_at(situation_.member_base, factor) + hand_over_;
    return std::sqrt(moments(learned_, to_come, {}).variance + situation_.still_to_ask.variance * late * late);
  }

  /// The greatest factor that is expected to fit into `room`; none where none does.
  [[nodiscard]] std::optional<Fraction> greatest(double room) const {
    const auto beyond = std::ranges::partition_point(factors_, [&](const Fraction& one) { return total(one) <= room; });
    if (beyond == factors_.begin()) return std::nullopt;
    return *std::prev(beyond);
  }

  /// The greatest up to `most` under which a Member has at most `limit`, but no less than at `least`.
  [[nodiscard]] Fraction bounded(const Fraction& most, double limit, const Fraction& least) const {
    auto one = std::ranges::upper_bound(factors_, most);
    while (one != factors_.begin() && *std::prev(one) > least &&
           static_cast<double>(limit_at(situation_.member_base, *std::prev(one), steps_)) > limit)
      --one;
    return one == factors_.begin() ? least : std::max(least, *std::prev(one));
  }

 private:
  void weigh(Seconds base, double use) {
    const auto known = std::ranges::find(uses_, base, &std::pair<Seconds, double>::first);
    if (known == uses_.end())
      uses_.emplace_back(base, use);
    else
      known->second += use;
  }

  [[nodiscard]] double usual_at(Seconds base, const Fraction& factor) const {
    return usual_seconds({.base = base, .limit = limit_at(base, factor, steps_)});
  }

  const Situation& situation_;
  const Learned& learned_;
  Steps steps_;
  double hand_over_ = 0;  // with what stops the floor now and then
  double same_ = 0;
  std::vector<std::pair<Seconds, double>> uses_;  // by base
  std::vector<Fraction> factors_;
};

/// With a margin for what is uncertain at the limits that are found, not at the base limits.
Fraction at_first(const Expected& expected, double room) {
  Fraction found = all_of_it;
  for (int time = 0; time < 2; ++time)
    found = expected.greatest(room - margin_at_first * expected.deviation(found)).value_or(none_of_it);
  return found;
}

std::optional<Fraction> lower(const Expected& expected, const Situation& situation) {
  const Fraction now = situation.announced.factor;
  const double over = expected.total(now) - situation.room;
  if (over <= std::max(margin_to_lower * expected.deviation(now), slack_s)) return std::nullopt;
  return std::min(now, expected.greatest(situation.room + slack_s).value_or(none_of_it));
}

std::optional<Fraction> raise(const Expected& expected, const Situation& situation, const Steps& steps) {
  const Announced& announced = situation.announced;
  const double kept = margin_to_raise * expected.deviation(announced.factor);
  if (!situation.list_closed || situation.room - expected.total(announced.factor) <= kept + slack_s)
    return std::nullopt;
  const auto member = [&](const Fraction& factor) { return limit_at(situation.member_base, factor, steps); };
  const auto least = static_cast<double>(announced.least_of_members.value_or(situation.member_base));
  const double most = std::max(static_cast<double>(member(announced.first)), raise_most * least);
  const auto fits = expected.greatest(situation.room - kept);
  if (!fits || *fits <= announced.factor) return std::nullopt;
  const Fraction found = expected.bounded(*fits, most, announced.factor);
  if (member(found) - member(announced.factor) < raise_least_s) return std::nullopt;
  return found;
}

}  // namespace

Proposal proposal(const Situation& situation, const Learned& learned, const Steps& steps) {
  const Expected expected(situation, learned, steps);
  const Announced& announced = situation.announced;
  Proposal proposed{.factor = {}, .members_first = !announced.members_first && !expected.greatest(situation.room)};
  if (announced.calls == 0)
    proposed.factor = at_first(expected, situation.room);
  else if (announced.calls_since_change >= calls_between_changes) {
    proposed.factor = lower(expected, situation);
    if (!proposed.factor) proposed.factor = raise(expected, situation, steps);
  }
  if (proposed.factor == announced.factor) proposed.factor.reset();
  return proposed;
}

}  // namespace rostrum::council::fair_time
