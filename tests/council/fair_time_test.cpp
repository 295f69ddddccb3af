// The mathematics of time and order, by worked examples whose numbers were reckoned apart from this code.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "council/fair_time/adequate.hpp"
#include "council/fair_time/fit.hpp"
#include "council/fair_time/forecast.hpp"

using namespace rostrum::council;
using namespace rostrum::council::fair_time;

namespace {

const std::map<LimitOf, Seconds> bases{{LimitOf::group_statement, 300},
                                       {LimitOf::member, 180},
                                       {LimitOf::observer_state, 120},
                                       {LimitOf::igo, 120},
                                       {LimitOf::ngo, 120},
                                       {LimitOf::question, 90}};

void add(std::vector<Planned>& entries, LimitOf kind, std::size_t count) {
  const bool member = kind == LimitOf::member || kind == LimitOf::group_statement;
  entries.insert(entries.end(), count, {.kind = kind, .base = bases.at(kind), .member = member});
}

std::vector<Planned> waiting(std::initializer_list<std::pair<LimitOf, std::size_t>> counts) {
  std::vector<Planned> entries;
  for (const auto& [kind, count] : counts) add(entries, kind, count);
  return entries;
}

using ByKind = std::map<LimitOf, Seconds>;

}  // namespace

TEST_CASE("T6 on a difficult afternoon of 62 waiting in 85 minutes all are heard, the small limits at the minimum") {
  const auto found = fit(5700 - 600,
                         waiting({{LimitOf::group_statement, 3},
                                  {LimitOf::member, 44},
                                  {LimitOf::observer_state, 6},
                                  {LimitOf::igo, 5},
                                  {LimitOf::ngo, 4}}),
                         {}, true, {});
  CHECK(found.least == 4650);
  REQUIRE(found.fitted);
  CHECK(found.fitted->factor == Fraction(23, 60));
  CHECK(found.fitted->by_kind == ByKind{{LimitOf::group_statement, 115},
                                        {LimitOf::member, 65},
                                        {LimitOf::observer_state, 60},
                                        {LimitOf::igo, 60},
                                        {LimitOf::ngo, 60}});
  CHECK(found.fitted->planned == 5035);
  CHECK(found.fitted->left == 65);
}

TEST_CASE(
    "T6 the factor is the greatest whose rounded limits fit, not the rounding of the greatest that fits unrounded") {
  const auto found =
      fit(1295, waiting({{LimitOf::member, 7}, {LimitOf::observer_state, 4}, {LimitOf::question, 3}}), {}, true, {});
  REQUIRE(found.fitted);
  CHECK(found.fitted->factor == Fraction(19, 36));
  CHECK(found.fitted->by_kind == ByKind{{LimitOf::member, 95}, {LimitOf::observer_state, 60}, {LimitOf::question, 60}});
  CHECK(found.fitted->left == 0);
}

TEST_CASE("T6 where the time is enough everyone has the base limit, also one that is no multiple of the step") {
  std::vector<Planned> entries{{.kind = LimitOf::member, .base = 97, .member = true}};
  const auto found = fit(1000, entries, {}, true, {});
  REQUIRE(found.fitted);
  CHECK(found.fitted->factor == all_of_it);
  CHECK(found.fitted->limits == std::vector<Seconds>{97});
  CHECK(fit(0, {}, {}, true, {}).fitted->factor == all_of_it);
}

TEST_CASE("T6 a limit that was told or set by hand is counted and not scaled") {
  std::vector<Planned> entries = waiting({{LimitOf::member, 3}});
  entries[1].fixed = 180;
  const auto found = fit(60 + 180 + 60 + 3 * 15 + 9, entries, {}, true, {});
  REQUIRE(found.fitted);
  CHECK(found.fitted->limits == std::vector<Seconds>{60, 180, 60});
  CHECK(found.fitted->left == 9);
}

TEST_CASE("T6 where not even the least limits fit there are five choices, each with its numbers") {
  std::vector<Planned> entries;
  for (int round = 0; round < 10; ++round) {
    add(entries, LimitOf::member, 9);
    add(entries, LimitOf::ngo, 1);
  }
  add(entries, LimitOf::observer_state, 8);
  const auto found = fit(6600, entries, waiting({{LimitOf::member, 5}}), false, {});
  CHECK(found.least == 8475);
  CHECK_FALSE(found.fitted);
  REQUIRE(found.choices);
  CHECK(found.choices->extend_minutes == 32);
  CHECK(found.choices->short_once_closed == 1500);
  CHECK(found.choices->places_given_up == 5);
  CHECK(found.choices->lot.among_members);
  CHECK(found.choices->lot.drawn == 88);
  CHECK(found.choices->lot.of == 90);
  CHECK(found.choices->in_writing.last == 20);
  CHECK(found.choices->in_writing.of_them_members == 10);
  CHECK(found.choices->in_writing_others_first.last == 20);
  CHECK(found.choices->in_writing_others_first.of_them_members == 2);
}

TEST_CASE("T6 where all Members fit the lot is drawn among the others, and a closed list offers no closing") {
  const auto found = fit(3 * 75 + 2 * 75, waiting({{LimitOf::member, 3}, {LimitOf::ngo, 4}}), {}, true, {});
  REQUIRE(found.choices);
  CHECK_FALSE(found.choices->lot.among_members);
  CHECK(found.choices->lot.drawn == 2);
  CHECK(found.choices->lot.of == 4);
  CHECK_FALSE(found.choices->short_once_closed);
}

namespace {

constexpr int lists = 1000;

class Lists {
 public:
  explicit Lists(unsigned seed) : dice_(seed) {}

  Seconds number(Seconds least, Seconds most) { return std::uniform_int_distribution<Seconds>(least, most)(dice_); }

  std::vector<Planned> list() {
    constexpr std::array<Seconds, 5> usual{60, 90, 120, 180, 300};
    std::vector<Planned> entries(static_cast<std::size_t>(number(0, 12)));
    for (Planned& entry : entries) {
      entry = {.base = number(0, 3) > 0 ? usual[static_cast<std::size_t>(number(0, 4))] : number(10, 400),
               .use = number(0, 4) > 0 ? 1000 : number(500, 1300),
               .member = number(0, 1) > 0};
      if (number(0, 9) == 0) entry.fixed = number(20, 300);
    }
    return entries;
  }

  Steps steps() { return {.minimum = number(0, 90), .step = number(1, 15), .hand_over = number(0, 30)}; }

 private:
  std::mt19937 dice_;
};

Seconds total(const std::vector<Planned>& entries, const Fraction& factor, const Steps& steps) {
  Seconds sum = 0;
  for (const Planned& entry : entries)
    sum += cost(entry.fixed.value_or(limit_at(entry.base, factor, steps)), entry.use, steps);
  return sum;
}

/// What all take at the greatest factor that fits, by going over every second of every limit.
Seconds most_that_fits(const std::vector<Planned>& entries, Seconds available, const Steps& steps) {
  Seconds most = total(entries, none_of_it, steps);
  for (const Planned& of : entries)
    for (Seconds part = 0; part <= of.base; ++part) {
      const Seconds sum = total(entries, Fraction(part, of.base), steps);
      if (sum <= available) most = std::max(most, sum);
    }
  return most;
}

}  // namespace

TEST_CASE("T6 no other factor gives more than the one that is found, on a thousand lists") {
  Lists dice(20'061);
  int fitted = 0;
  for (int list = 0; list < lists; ++list) {
    INFO("list " << list);
    const auto entries = dice.list();
    const Steps steps = dice.steps();
    const Seconds available = dice.number(-100, total(entries, all_of_it, steps) + 50);
    const Fit found = fit(available, entries, {}, true, steps);
    REQUIRE(found.fitted.has_value() == (total(entries, none_of_it, steps) <= available));
    if (!found.fitted) continue;
    ++fitted;
    REQUIRE(found.fitted->planned == most_that_fits(entries, available, steps));
    REQUIRE(found.fitted->planned == total(entries, found.fitted->factor, steps));
    for (std::size_t place = 0; place < entries.size(); ++place) {
      if (entries[place].fixed) continue;
      REQUIRE(found.fitted->limits[place] <= entries[place].base);
      REQUIRE(found.fitted->limits[place] >= std::min(entries[place].base, steps.minimum));
    }
  }
  CHECK(fitted > lists / 4);
}

TEST_CASE("T6 more time never gives anybody less") {
  Lists dice(20'062);
  for (int list = 0; list < lists; ++list) {
    INFO("list " << list);
    const auto entries = dice.list();
    const Steps steps = dice.steps();
    const Seconds available = dice.number(total(entries, none_of_it, steps), total(entries, all_of_it, steps) + 50);
    const Fit less = fit(available, entries, {}, true, steps);
    const Fit more = fit(available + dice.number(1, 300), entries, {}, true, steps);
    REQUIRE(less.fitted);
    REQUIRE(more.fitted);
    REQUIRE(less.fitted->factor <= more.fitted->factor);
    for (std::size_t place = 0; place < entries.size(); ++place)
      REQUIRE(less.fitted->limits[place] <= more.fitted->limits[place]);
  }
}

TEST_CASE("T5 the forecast learns use, spread and hand-over from the session's own speeches") {
  const auto member = [](Seconds limit, double elapsed) {
    return Ended{{.kind = LimitOf::member, .base = 180, .limit = limit}, elapsed};
  };
  const auto observer = [](double elapsed) {
    return Ended{{.kind = LimitOf::observer_state, .base = 120, .limit = 120}, elapsed};
  };
  const Learned learned =
      learn({.speeches = {member(180, 171), member(180, 150), member(180, 196), member(180, 120), member(180, 183),
                          member(180, 205), member(180, 160), member(180, 175), observer(131), observer(118),
                          member(120, 121), member(120, 133), member(120, 118)},
             .hand_overs = {14, 12, 19, 15, 11, 17, 30, 13, 12, 16, 14, 15, 13},
             .calls = 14,
             .absences = 1});
  CHECK(learned.use_of(LimitOf::member) == Approx(1.0442).margin(5e-5));
  CHECK(std::sqrt(learned.variance) == Approx(0.1781).margin(5e-5));
  CHECK(learned.hand_over == Approx(15.26).margin(5e-3));
  std::vector<Timed> to_come(20, {.kind = LimitOf::member, .base = 180, .limit = 120});
  to_come.insert(to_come.end(), 3, {.kind = LimitOf::ngo, .base = 120, .limit = 80});
  const Forecast range = forecast(moments(learned, to_come, {}));
  CHECK(std::abs(range.earliest - 2622) <= 1);
  CHECK(std::abs(range.median - 2921) <= 1);
  CHECK(std::abs(range.latest - 3255) <= 1);
}

TEST_CASE("T5 nothing to come takes no time, and a speech far beyond its limit is still expected to end") {
  CHECK(forecast(moments(learn({}), {}, {})).latest == 0);
  const Ended long_ago{{.kind = LimitOf::member, .base = 180, .limit = 180}, 7200};
  const Forecast range = forecast(moments(learn({}), {}, long_ago));
  CHECK(range.earliest >= 0);
  CHECK(range.latest > 0);
  CHECK(range.latest < 60);
}

TEST_CASE("T5 more absences than calls are no more than everybody absent") {
  const Learned learned = learn({.calls = 10, .absences = 60});
  CHECK(learned.absent == 1);
  const Forecast range = forecast(moments(learned, {{.kind = LimitOf::member, .base = 180, .limit = 180}}, {}));
  CHECK(range.earliest >= 0);
  CHECK(range.earliest <= range.latest);
  CHECK(range.latest < 180);
}

namespace {

/// 30 Members who have 180 s each, then six observer States with 120 s; 15 minutes are held back of three hours.
Plan afternoon(Seconds now, Seconds before) {
  Plan plan{.now = now, .end = 10'800, .reserve = 900, .before = before, .list_open = true, .statements = {}};
  plan.statements.insert(plan.statements.end(), 30, {.limit = 180, .base = 180, .member = true});
  plan.statements.insert(plan.statements.end(), 6, {.limit = 120, .base = 120});
  return plan;
}

constexpr Seconds hand_over = 15;
constexpr Seconds presenter = 480 + hand_over;
const Plan at_the_start = afternoon(0, 300 + 3 * presenter);
const Plan late = afternoon(3000, 2 * presenter);
const Seconds due = reserved(10'800, 600, {});

template <class Change>
Guarantee acted(const Plan& before, const Change& change) {
  Plan after = before;
  change(after);
  return guarantee(before, after, due, hand_over);
}

}  // namespace

TEST_CASE("T9 the share is rounded down to the whole minute, and minutes that are set go before it") {
  CHECK(due == 6480);
  CHECK(reserved(10'799, 600, {}) == 6420);
  CHECK(reserved(10'800, 600, 90) == 5400);
}

TEST_CASE("T9 a presenter for whom there is room is taken, one too many is refused with what restores it") {
  const auto one_more = acted(at_the_start, [](Plan& plan) { plan.before += presenter; });
  CHECK(one_more.before == 7305);
  CHECK(one_more.after == 6810);
  CHECK(one_more.accepted);
  CHECK_FALSE(one_more.restores);
  const auto long_one = acted(at_the_start, [](Plan& plan) { plan.before += 1200 + hand_over; });
  CHECK(long_one.after == 6090);
  CHECK_FALSE(long_one.accepted);
  CHECK(long_one.missing == 390);
  REQUIRE(long_one.restores);
  CHECK(long_one.restores->extend_minutes == 7);
  CHECK(long_one.restores->reserve_minutes == 7);
  CHECK(long_one.restores->others_in_writing == 3);
}

TEST_CASE(
    "T9 after a late start an act that makes it better is never refused, nor one that takes nothing from Members") {
  const auto later = acted(late, [](Plan& plan) { plan.end += 20 * 60; });
  CHECK(later.before == 5850);
  CHECK(later.after == 6300);
  CHECK(later.accepted);
  CHECK(later.missing == 180);
  const auto raised = acted(late, [](Plan& plan) {
    for (auto& one : plan.statements)
      if (!one.member) one.limit = 300;
  });
  CHECK(raised.after == 5850);
  CHECK(raised.accepted);
  REQUIRE(raised.restores);
  CHECK(raised.restores->extend_minutes == 41);
  CHECK_FALSE(raised.restores->reserve_minutes);
  CHECK_FALSE(raised.restores->others_in_writing);
}

TEST_CASE("T9 others before Members are refused where that takes time which is due") {
  const auto moved =
      acted(late, [](Plan& plan) { std::ranges::rotate(plan.statements, std::prev(plan.statements.end(), 6)); });
  CHECK(moved.after == 5100);
  CHECK_FALSE(moved.accepted);
  CHECK(moved.missing == 1380);
}

TEST_CASE("T9 once the list is closed no more is due than Members have used and still want") {
  const auto closed = acted(late, [](Plan& plan) { plan.list_open = false; });
  CHECK(closed.due == 5850);
  CHECK(closed.accepted);
  CHECK(closed.missing == 0);
}
