#include "bench/sitting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

namespace rostrum::bench {

namespace {

using council::LimitOf;

constexpr double asking_mean_s = 700;
constexpr std::array kinds{LimitOf::member, LimitOf::observer_state, LimitOf::igo, LimitOf::ngo};

class Dice {
 public:
  Dice(std::uint64_t seed, double spread) : engine_(seed), spread_(spread) {}

  double part() { return std::uniform_real_distribution<double>(0, 1)(engine_); }
  bool happens(double probability) { return part() < probability; }
  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }
  int poisson(double mean) { return std::poisson_distribution<int>(mean)(engine_); }
  std::size_t one_of(std::initializer_list<double> weights) {
    return std::discrete_distribution<std::size_t>(weights)(engine_);
  }
  double log_normal(double median, double log_spread) {
    return median * std::exp(std::normal_distribution<double>(0, 1)(engine_) * log_spread * spread_);
  }
  double beta(double one, double other) {
    const double first = std::gamma_distribution<double>(one)(engine_);
    return first / (first + std::gamma_distribution<double>(other)(engine_));
  }
  template <class Range>
  void shuffle(Range& range) {
    std::ranges::shuffle(range, engine_);
  }

 private:
  std::mt19937_64 engine_;
  double spread_;
};

/// Who is on the list, in any order.
std::vector<LimitOf> kinds_of(Dice& dice, int count) {
  std::vector<LimitOf> drawn(static_cast<std::size_t>(std::min({8, dice.poisson(2 + count / 40.0), count})),
                             LimitOf::group_statement);
  std::map<LimitOf, int> left{
      {LimitOf::member, 115}, {LimitOf::observer_state, 11}, {LimitOf::igo, 10}, {LimitOf::ngo, 7}};
  while (drawn.size() < static_cast<std::size_t>(count)) {
    LimitOf kind = kinds[dice.one_of({80, 8, 7, 5})];
    if (left[kind] == 0) {
      const auto* other = std::ranges::find_if(kinds, [&](LimitOf one) { return left[one] > 0; });
      kind = other == kinds.end() ? LimitOf::secretariat : *other;
    }
    --left[kind];
    drawn.push_back(kind);
  }
  dice.shuffle(drawn);
  return drawn;
}

struct Spread {
  double median;
  double log_spread;
};
Spread text_of(LimitOf kind) {
  if (kind == LimitOf::member) return {0.95, 0.35};
  return kind == LimitOf::group_statement ? Spread{1.0, 0.25} : Spread{1.0, 0.35};
}
Spread overrun_of(LimitOf kind) {
  if (kind == LimitOf::member) return {1.03, 0.15};
  return kind == LimitOf::group_statement ? Spread{1.02, 0.12} : Spread{1.06, 0.18};
}
council::fair_time::Seconds base_of(LimitOf kind) {
  if (kind == LimitOf::member) return 180;
  return kind == LimitOf::group_statement ? 300 : 120;
}

/// What is common to a sitting.
struct Day {
  double text;
  double overrun;
  double hand_over;
  double late;  // the share that asks after the opening
};

Person person(Dice& dice, LimitOf kind, const Day& day, const World& world, double place) {
  Person one{
      .kind = kind, .member = kind == LimitOf::member || kind == LimitOf::group_statement, .base_s = base_of(kind)};
  if (dice.happens(day.late) && world.close_s > 0)
    one.asks_s = -asking_mean_s * std::log(1 - dice.part() * (1 - std::exp(-world.close_s / asking_mean_s)));
  const Spread text = text_of(kind);
  const Spread overrun = overrun_of(kind);
  one.text_s =
      std::max(15.0, static_cast<double>(one.base_s) * dice.log_normal(text.median, text.log_spread) * day.text);
  one.overrun =
      std::min(1.6, dice.log_normal(overrun.median, overrun.log_spread) * day.overrun * std::pow(world.growth, place));
  one.hand_over_s = dice.log_normal(13, 0.45) * day.hand_over;
  if (dice.happens(one.member ? 0.03 : 0.05)) one.absent = dice.happens(0.5) ? 1 : 2;
  if (dice.happens(1 / 110.0)) one.stop_s = std::min(400.0, dice.log_normal(90, 0.5));
  return one;
}

}  // namespace

double Person::length_s(double limit_s, bool surprised) const {
  return std::min(text_s, limit_s * overrun * (surprised ? 1.25 : 1));
}

Sitting sitting(std::uint64_t seed, const World& world) {
  Dice dice(seed, world.spread);
  Sitting made;
  const int count = dice.number(20, 160);
  constexpr std::array panellists{0, 2, 3, 4};
  const int presenting = panellists[dice.one_of({25, 20, 35, 20})];
  made.reserve_s = presenting > 0 ? 900 : 300;
  made.opens_s = std::min(1200.0, dice.log_normal(240, 0.7)) + dice.log_normal(300, 0.25);
  for (int one = 0; one < presenting; ++one)
    made.opens_s += 480 * dice.log_normal(1.10, 0.22) + dice.log_normal(13, 0.45);
  made.closing_s = made.reserve_s * dice.log_normal(0.9, 0.2);
  const auto on_list = kinds_of(dice, count);
  const Day day{.text = dice.log_normal(1, 0.08 * world.day),
                .overrun = dice.log_normal(1, 0.06 * world.day),
                .hand_over = dice.log_normal(1, 0.15 * world.day),
                .late = dice.happens(0.15) ? 0 : dice.beta(1.6, 4)};
  std::vector<Person> late;
  for (std::size_t place = 0; place < on_list.size(); ++place) {
    const Person one = person(dice, on_list[place], day, world, static_cast<double>(place) / count);
    (one.asks_s > 0 ? late : made.people).push_back(one);
  }
  std::ranges::sort(late, {}, &Person::asks_s);
  made.people.insert(made.people.end(), late.begin(), late.end());
  made.replies.resize(static_cast<std::size_t>(dice.poisson(0.35)));
  for (Reply& reply : made.replies) reply = {.at = dice.part(), .length_s = 600 * dice.beta(2, 2.5) + 15};
  return made;
}

}  // namespace rostrum::bench
