// Whether the limits that the product proposes let Members be heard, and whether its forecasts hold: ten thousand
// sittings drawn from the distributions of docs/time-allocation.md, with three closings of the list, against a chair
// who knows beforehand how long everybody speaks.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "bench/playing.hpp"

using namespace rostrum::bench;

namespace {

constexpr int sittings_of_a_closing = 3'400;
constexpr int sittings_of_another_world = 400;
constexpr std::uint64_t first_seed = 200'001;

struct Played {
  Outcome ours;
  Outcome known;  // by the chair who knows
};

struct Sittings {
  std::vector<Played> sittings;
  std::vector<Check> checks;
};

Sittings play(const World& world, int count, bool members_first = true) {
  Sittings made;
  for (int number = 0; number < count; ++number) {
    const Sitting one = sitting(first_seed + static_cast<std::uint64_t>(number), world);
    made.sittings.push_back({played(one, world, members_first, &made.checks), by_who_knows(one)});
  }
  return made;
}

using Kind = std::function<bool(const Played&)>;
bool easy(const Played& one) { return one.known.all_heard && one.known.member_limit_s >= 180; }
bool tight(const Played& one) { return one.known.all_heard && one.known.member_limit_s < 180; }
bool too_long(const Played& one) { return !one.known.all_heard; }

std::vector<Played> only(const std::vector<Played>& all, const Kind& kind) {
  std::vector<Played> some;
  std::ranges::copy_if(all, std::back_inserter(some), kind);
  return some;
}

/// Of what `of` says, summed over the sittings, the part of what the chair who knows comes to; in per cent.
double part(const std::vector<Played>& sittings, double (*of)(const Outcome&)) {
  double ours = 0;
  double known = 0;
  for (const Played& one : sittings) ours += of(one.ours), known += of(one.known);
  return known > 0 ? 100 * ours / known : 100;
}
double members(const Outcome& one) { return one.members_heard; }
double members_seconds(const Outcome& one) { return one.members_s; }
double others(const Outcome& one) { return one.others_heard; }

struct Spread {
  double mean = 0;
  double p95 = 0;
};
Spread spread(const std::vector<Played>& sittings, double (*of)(const Outcome&)) {
  std::vector<double> values;
  Spread made;
  for (const Played& one : sittings) values.push_back(of(one.ours)), made.mean += values.back();
  if (values.empty()) return made;
  made.mean /= static_cast<double>(values.size());
  std::ranges::sort(values);
  made.p95 = values[static_cast<std::size_t>(0.95 * static_cast<double>(values.size()))];
  return made;
}
double unequal(const Outcome& one) { return one.unequal; }
double changes(const Outcome& one) { return one.changes; }

double share_inside(const std::vector<Check>& checks, const std::function<bool(const Check&)>& which) {
  int all = 0;
  int inside = 0;
  for (const Check& one : checks) {
    if (!which(one)) continue;
    ++all;
    inside += one.earliest_s <= one.took_s && one.took_s <= one.latest_s;
  }
  return 100.0 * inside / std::max(1, all);
}

double share_of_sixth(const std::vector<Check>& checks) {
  const auto known = std::ranges::count_if(checks, [](const Check& one) { return one.sixth_inside.has_value(); });
  const auto inside = std::ranges::count_if(checks, [](const Check& one) { return one.sixth_inside == true; });
  return 100.0 * static_cast<double>(inside) / static_cast<double>(std::max<std::ptrdiff_t>(1, known));
}

/// The width of the ranges, and twenty times by how much they were missed; in minutes.
double interval_score(const std::vector<Check>& checks, double Check::* earliest, double Check::* latest) {
  double sum = 0;
  for (const Check& one : checks)
    sum += one.*latest - one.*earliest +
           20 * (std::max(0.0, one.*earliest - one.took_s) + std::max(0.0, one.took_s - one.*latest));
  return sum / static_cast<double>(checks.size()) / 60;
}

void goal(const std::string& what, double value, const char* unit, bool at_least, double bound) {
  const bool met = at_least ? value >= bound : value <= bound;
  std::printf("goal %s: %.2f %s (goal %s %g): %s\n", what.c_str(), value, unit, at_least ? ">=" : "<=", bound,
              met ? "met" : "not met");
}

void tell(const std::string& closing, const Sittings& world, bool early) {
  const auto in = [&](const Kind& kind) { return only(world.sittings, kind); };
  const auto tights = in(tight);
  std::printf("\nlist closed %s: %zu sittings, easy %zu, tight %zu, too long %zu\n", closing.c_str(),
              world.sittings.size(), in(easy).size(), tights.size(), in(too_long).size());
  goal("members_" + closing, part(world.sittings, members), "%", true, 99);
  goal("members_easy_" + closing, part(in(easy), members), "%", true, 98);
  goal("members_tight_" + closing, part(tights, members), "%", true, 98);
  goal("members_too_long_" + closing, part(in(too_long), members), "%", true, 98);
  const auto late = std::ranges::count_if(world.sittings, [](const Played& one) { return one.ours.floor_over_s > 60; });
  goal("floor_over_" + closing, 100.0 * static_cast<double>(late) / static_cast<double>(world.sittings.size()), "%",
       false, 1);
  goal("others_tight_" + closing, part(tights, others), "%", true, 97);
  const Spread change = spread(tights, changes);
  goal("changes_mean_" + closing, change.mean, "changes", false, 2);
  goal("changes_p95_" + closing, change.p95, "changes", false, 5);
  int lowered = 0;
  for (const Played& one : world.sittings) lowered += one.ours.lowered_when_next;
  goal("lowered_when_next_" + closing, lowered, "limits", false, 0);
  const Spread ratio = spread(tights, unequal);
  const bool told = closing != "after_30_min";
  if (told) {
    goal("members_seconds_tight_" + closing, part(tights, members_seconds), "%", true, early ? 98 : 93);
    goal("unequal_mean_" + closing, ratio.mean, "times", false, early ? 1.15 : 1.40);
    goal("unequal_p95_" + closing, ratio.p95, "times", false, early ? 1.5 : 2.6);
  } else {
    std::printf("Members' seconds where tight %.1f %%, limits among equals %.2f (mean), %.2f (p95)\n",
                part(tights, members_seconds), ratio.mean, ratio.p95);
  }
}

void tell_forecasts(const std::vector<Check>& checks) {
  std::printf("\nforecasts of the finish: %zu\n", checks.size());
  const double inside = share_inside(checks, [](const Check&) { return true; });
  goal("inside_least", inside, "%", true, 88);
  goal("inside_most", inside, "%", false, 94);
  goal("inside_at_first_call", share_inside(checks, [](const Check& one) { return one.calls == 0; }), "%", true, 88);
  goal("inside_sixth_in_line", share_of_sixth(checks), "%", true, 88);
  const double ours = interval_score(checks, &Check::earliest_s, &Check::latest_s);
  const double simple = interval_score(checks, &Check::simple_earliest_s, &Check::simple_latest_s);
  std::printf("interval score %.1f min, of the rule by limits alone %.1f min\n", ours, simple);
  goal("interval_score", ours / simple, "times", false, 0.40);
}

}  // namespace

int main() {
  std::vector<Check> checks;
  const std::vector<std::pair<std::string, double>> closings{
      {"at_opening", 0}, {"after_15_min", 900}, {"after_30_min", 1800}};
  for (const auto& [name, close_s] : closings) {
    const Sittings world = play({.close_s = close_s}, sittings_of_a_closing);
    tell(name, world, close_s == 0);
    checks.insert(checks.end(), world.checks.begin(), world.checks.end());
  }
  tell_forecasts(checks);
  std::printf("\nother worlds, with the same forecast\n");
  const auto all = [](const Check&) { return true; };
  goal("inside_spread_half_more", share_inside(play({.spread = 1.5}, sittings_of_another_world).checks, all), "%", true,
       80);
  goal("inside_days_twice", share_inside(play({.day = 2}, sittings_of_another_world).checks, all), "%", true, 80);
  std::printf("inside where speeches grow by 20 %% through the sitting: %.1f %%\n",
              share_inside(play({.growth = 1.2}, sittings_of_another_world).checks, all));
  std::printf("Members heard where the order is kept: %.1f %% of the chair who knows\n",
              part(play({}, sittings_of_another_world, false).sittings, members));
  return 0;
}
