#include "council/fair_time/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rostrum::council::fair_time {

namespace {

// What is taken for true before a session has shown anything, and how many speeches that counts as
// (docs/time-allocation.md).
constexpr double prior_use = 1.0;
constexpr double prior_use_weight = 10;
constexpr double prior_spread = 0.20;
constexpr double spread_weight = 20;
constexpr double kind_weight = 20;  // how many speeches a kind needs to speak for itself
constexpr double prior_hand_over = 15;
constexpr double prior_hand_over_spread = 8;
constexpr double hand_over_weight = 10;
constexpr double prior_absences = 1.5;
constexpr double prior_calls = 50;
constexpr double prior_stops = 1;
constexpr double prior_stops_of = 120;
constexpr double stop_spread_s = 80;
constexpr double kept = 0.98;    // the weight of a speech, of that of the one after it
constexpr double drift = 0.015;  // how far the mean use may move on, of what is to come
constexpr double use_most_counted = 3;
constexpr double deviations_most = 8;  // a speech that is longer than this is taken for as long
constexpr double nine_of_ten = 1.6448536269514722;

constexpr double squared(double value) { return value * value; }

std::size_t index(LimitOf kind) { return static_cast<std::size_t>(kind); }

/// A use of the usual part, and what it counts for.
struct Weighed {
  LimitOf kind;
  double use;
  double weight;
};

std::vector<Weighed> weigh(const std::vector<Ended>& speeches) {
  std::vector<Weighed> weighed;
  for (const auto& [speech, elapsed] : speeches)
    weighed.push_back({speech.kind, std::min(use_most_counted, elapsed / usual_seconds(speech)), 1});
  double weight = 1;
  for (auto one = weighed.rbegin(); one != weighed.rend(); ++one, weight *= kept) one->weight = weight;
  return weighed;
}

void learn_uses(Learned& learned, const std::vector<Weighed>& weighed) {
  double sum = 0;
  std::array<std::optional<Use>, limit_of_count> sums;
  for (const auto& [kind, use, weight] : weighed) {
    learned.seen += weight;
    sum += weight * use;
    Use& of_kind = sums[index(kind)] ? *sums[index(kind)] : sums[index(kind)].emplace();
    of_kind.seen += weight;
    of_kind.mean += weight * use;
  }
  learned.mean = (prior_use_weight * prior_use + sum) / (prior_use_weight + learned.seen);
  for (std::size_t kind = 0; kind < sums.size(); ++kind)
    if (sums[kind])
      learned.kinds[kind] =
          Use{.seen = sums[kind]->seen,
              .mean = (kind_weight * learned.mean + sums[kind]->mean) / (kind_weight + sums[kind]->seen)};
  double squares = spread_weight * squared(prior_spread);
  for (const auto& [kind, use, weight] : weighed) squares += weight * squared(use - learned.use_of(kind));
  learned.variance = squares / (spread_weight + learned.seen);
}

void learn_hand_overs(Learned& learned, const std::vector<double>& hand_overs) {
  learned.hand_overs_seen = static_cast<double>(hand_overs.size());
  double sum = hand_over_weight * prior_hand_over;
  for (const double one : hand_overs) sum += one;
  learned.hand_over = sum / (hand_over_weight + learned.hand_overs_seen);
  double squares = spread_weight * squared(prior_hand_over_spread);
  for (const double one : hand_overs) squares += squared(one - learned.hand_over);
  learned.hand_over_variance = squares / (spread_weight + learned.hand_overs_seen);
}

void add(Moments& sum, double mean, double variance) {
  sum.mean += mean;
  sum.variance += variance;
}

/// The rest of a speech of normal length, given that it is longer than what has passed of it.
Moments rest(const Learned& learned, const Ended& under_way) {
  const double usual = usual_seconds(under_way.speech);
  const double mean = usual * learned.use_of(under_way.speech.kind);
  const double spread = usual * std::sqrt(learned.variance);
  const double passed = std::min(deviations_most, (under_way.elapsed - mean) / spread);
  const double density = std::exp(-squared(passed) / 2) / std::sqrt(2 * std::numbers::pi);
  const double hazard = density / (0.5 * std::erfc(passed / std::numbers::sqrt2));
  return {.mean = spread * (hazard - passed),
          .variance = squared(spread) * std::max(0.0, 1 + passed * hazard - squared(hazard))};
}

}  // namespace

double Learned::use_of(LimitOf kind) const {
  const auto& known = kinds[index(kind)];
  return known ? known->mean : mean;
}

double usual_use(const Timed& speech) {
  const double part = static_cast<double>(speech.limit) / static_cast<double>(speech.base);
  return 1.1 - 0.2 * std::clamp(part, 1.0 / 3, 1.0);
}

double usual_seconds(const Timed& speech) { return static_cast<double>(speech.limit) * usual_use(speech); }

Learned learn(const Seen& seen) {
  Learned learned;
  learn_uses(learned, weigh(seen.speeches));
  learn_hand_overs(learned, seen.hand_overs);
  // Whoever is called more often than counted is not absent more often than always.
  learned.absent = std::min(1.0, (prior_absences + static_cast<double>(seen.absences)) /
                                     (prior_calls + static_cast<double>(seen.calls)));
  learned.stops_of = prior_stops_of + static_cast<double>(seen.speeches.size());
  learned.stop_rate = (prior_stops + static_cast<double>(seen.stops)) / learned.stops_of;
  return learned;
}

Moments moments(const Learned& learned, const std::vector<Timed>& waiting, const std::optional<Ended>& under_way) {
  Moments sum;
  std::array<double, limit_of_count> loads{};  // by kind, for what is not known of its mean
  const double present = 1 - learned.absent;
  for (const Timed& speech : waiting) {
    const double usual = usual_seconds(speech);
    const double mean = usual * learned.use_of(speech.kind);
    add(sum, present * mean, present * squared(usual) * learned.variance + learned.absent * present * squared(mean));
    loads[index(speech.kind)] += present * usual;
  }
  if (under_way) {
    const Moments left = rest(learned, *under_way);
    add(sum, left.mean, left.variance);
  }
  double common = 0;
  double load = 0;
  for (std::size_t kind = 0; kind < loads.size(); ++kind) {
    const double known_from = kind_weight + (learned.kinds[kind] ? learned.kinds[kind]->seen : 0);
    common += kind_weight / known_from * loads[kind];
    load += loads[kind];
    sum.variance += squared(loads[kind]) * learned.variance / known_from;
  }
  sum.variance += squared(common) * learned.variance / (prior_use_weight + learned.seen) + squared(load * drift);
  const auto count = static_cast<double>(waiting.size());
  add(sum, count * learned.hand_over,
      count * learned.hand_over_variance +
          squared(count) * learned.hand_over_variance / (hand_over_weight + learned.hand_overs_seen));
  add(sum, count * learned.stop_rate * stop_length_s,
      count * learned.stop_rate * (squared(stop_length_s) + squared(stop_spread_s)) +
          squared(count * stop_length_s) * learned.stop_rate / learned.stops_of);
  return sum;
}

Forecast forecast(const Moments& moments, double scale) {
  if (moments.mean <= 0) return {};
  const double spread_squared = std::log1p(moments.variance * squared(scale) / squared(moments.mean));
  const double middle = std::log(moments.mean) - spread_squared / 2;
  const double away = nine_of_ten * std::sqrt(spread_squared);
  return {.earliest = static_cast<Seconds>(std::floor(std::exp(middle - away))),
          .median = static_cast<Seconds>(std::floor(std::exp(middle) + 0.5)),
          .latest = static_cast<Seconds>(std::ceil(std::exp(middle + away)))};
}

}  // namespace rostrum::council::fair_time
