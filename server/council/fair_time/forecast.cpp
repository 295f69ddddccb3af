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

void add(Moments& sum, double mean, double variance) {
  sum.mean += mean;
  sum.variance += variance;
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

void Gathered::Sums::add(double one) {
  weight += 1;
  value += one;
  squares += squared(one);
}

double Gathered::Sums::squares_about(double mean) const {
  return std::max(0.0, squares - 2 * mean * value + squared(mean) * weight);
}

void Gathered::add(const Ended& speech) {
  for (Sums& sums : uses_) {
    sums.weight *= kept;
    sums.value *= kept;
    sums.squares *= kept;
  }
  uses_[index(speech.speech.kind)].add(std::min(use_most_counted, speech.elapsed / usual_seconds(speech.speech)));
  ++speeches_;
}

void Gathered::add_hand_over(double seconds) { hand_overs_.add(seconds); }

Learned learned_from(const Gathered& gathered) {
  Learned learned;
  double uses = prior_use_weight * prior_use;
  for (const auto& sums : gathered.uses_) {
    learned.seen += sums.weight;
    uses += sums.value;
  }
  learned.mean = uses / (prior_use_weight + learned.seen);
  double squares = spread_weight * squared(prior_spread);
  for (std::size_t kind = 0; kind < limit_of_count; ++kind) {
    const auto& sums = gathered.uses_[kind];
    if (sums.weight == 0) continue;
    const double mean = (kind_weight * learned.mean + sums.value) / (kind_weight + sums.weight);
    learned.kinds[kind] = Use{.seen = sums.weight, .mean = mean};
    squares += sums.squares_about(mean);
  }
  learned.variance = squares / (spread_weight + learned.seen);
  const auto& hand_overs = gathered.hand_overs_;
  learned.hand_overs_seen = hand_overs.weight;
  learned.hand_over = (hand_over_weight * prior_hand_over + hand_overs.value) / (hand_over_weight + hand_overs.weight);
  learned.hand_over_variance =
      (spread_weight * squared(prior_hand_over_spread) + hand_overs.squares_about(learned.hand_over)) /
      (spread_weight + hand_overs.weight);
  // Whoever is called more often than counted is not absent more often than always.
  learned.absent = std::min(1.0, (prior_absences + static_cast<double>(gathered.absences)) /
                                     (prior_calls + static_cast<double>(gathered.calls)));
  learned.stops_of = prior_stops_of + static_cast<double>(gathered.speeches_);
  learned.stop_rate = (prior_stops + static_cast<double>(gathered.stops)) / learned.stops_of;
  return learned;
}

Learned learn(const Seen& seen) {
  Gathered gathered;
  for (const Ended& speech : seen.speeches) gathered.add(speech);
  for (const double one : seen.hand_overs) gathered.add_hand_over(one);
  gathered.calls = seen.calls, gathered.absences = seen.absences, gathered.stops = seen.stops;
  return learned_from(gathered);
}

Moments whole(const Learned& learned, const Timed& speech) {
  const double usual = usual_seconds(speech);
  return {.mean = usual * learned.use_of(speech.kind), .variance = squared(usual) * learned.variance};
}

/// Of normal length, given that it is longer than what has passed of it.
Moments rest(const Learned& learned, const Ended& under_way) {
  const auto [mean, variance] = whole(learned, under_way.speech);
  const double spread = std::sqrt(variance);
  const double passed = std::min(deviations_most, (under_way.elapsed - mean) / spread);
  const double density = std::exp(-squared(passed) / 2) / std::sqrt(2 * std::numbers::pi);
  const double hazard = density / (0.5 * std::erfc(passed / std::numbers::sqrt2));
  return {.mean = spread * (hazard - passed),
          .variance = variance * std::max(0.0, 1 + passed * hazard - squared(hazard))};
}

void Coming::add(const Timed& speech) {
  const auto [mean, variance] = whole(learned_, speech);
  const double present = 1 - learned_.absent;
  fair_time::add(speeches_, present * mean, present * variance + learned_.absent * present * squared(mean));
  loads_[index(speech.kind)] += present * usual_seconds(speech);
  count_ += 1;
}

Moments Coming::moments(double hand_overs) const {
  Moments sum = speeches_;
  double common = 0;
  double load = 0;
  for (std::size_t kind = 0; kind < loads_.size(); ++kind) {
    const double known_from = kind_weight + (learned_.kinds[kind] ? learned_.kinds[kind]->seen : 0);
    common += kind_weight / known_from * loads_[kind];
    load += loads_[kind];
    sum.variance += squared(loads_[kind]) * learned_.variance / known_from;
  }
  sum.variance += squared(common) * learned_.variance / (prior_use_weight + learned_.seen) + squared(load * drift);
  fair_time::add(sum, hand_overs * learned_.hand_over,
                 hand_overs * learned_.hand_over_variance +
                     squared(hand_overs) * learned_.hand_over_variance / (hand_over_weight + learned_.hand_overs_seen));
  fair_time::add(sum, count_ * learned_.stop_rate * stop_length_s,
                 count_ * learned_.stop_rate * (squared(stop_length_s) + squared(stop_spread_s)) +
                     squared(count_ * stop_length_s) * learned_.stop_rate / learned_.stops_of);
  return sum;
}

Moments moments(const Learned& learned, const std::vector<Timed>& waiting, const std::optional<Ended>& under_way) {
  Coming coming(learned);
  for (const Timed& speech : waiting) coming.add(speech);
  Moments sum = coming.until_over();
  if (under_way) {
    const Moments left = rest(learned, *under_way);
    add(sum, left.mean, left.variance);
  }
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
