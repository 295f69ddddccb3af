// decide and evolve on a list of 160: what one act costs the chamber before it is written. Each act is timed by itself,
// on a list that stays at 160 entries: asked, moved, withdrawn, given and returned in turn, under each of the policies
// that look at the entries and those that follow who has spoken. What another policy and a draw by lot cost, which are
// rare. And what it costs to find the limits for such a list, and its forecast.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "council/decide.hpp"
#include "council/fair_time/fit.hpp"
#include "council/fair_time/forecast.hpp"
#include "council/happen.hpp"
#include "council/invariants.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

constexpr int list_length = 160;
constexpr int rounds = 4'000;
constexpr double goal_us = 50.0;
constexpr double rare_goal_us = 2'000.0;
constexpr const char* regions[] = {"AG", "APG", "EEG", "GRULAC", "WEOG"};
const PanelId panel{"panel"};
const GrantId chair{"chair.1"};

Programme programme(OrderPolicy policy) {
  Programme made;
  made.session = {.id = {"bench"}, .title = {}, .theme = {}, .timezone = "UTC", .languages = {"en"}};
  made.meetings = {{.id = {"meeting"}, .title = {}, .planned_start = {}, .planned_end = {}}};
  made.panels = {{.id = panel, .meeting = {"meeting"}, .limits = default_limits(), .order_policy = policy}};
  made.seats = {{.id = {"chair"}, .role = Role::chair}};
  for (int number = 0; number <= list_length; ++number)
    made.delegations.push_back({.id = {"D" + std::to_string(number)},
                                .category = static_cast<Category>(number % 4),
                                .groups = {regions[number % 5]},
                                .name = {{"en", "Delegation " + std::to_string(number)}},
                                .flag = {}});
  return made;
}

std::string secret_of(const PanelId&, std::uint32_t draw) { return std::string(64, static_cast<char>('a' + draw % 6)); }

class Floor {
 public:
  explicit Floor(OrderPolicy policy) {
    evolve(state, SessionCreated{programme(policy)}, stamp());
    act(OpenMeeting{{"meeting"}});
    act(OpenPanel{panel});
    act(OpenList{panel});
    for (int number = 0; number < list_length; ++number) ask(number);
    times.clear();
  }

  void ask(int number) { act(RequestFloor{.panel = panel, .delegation = DelegationId{"D" + std::to_string(number)}}); }

  /// Decides, evolves and checks one act; its time in microseconds is kept.
  void act(Act what) {
    const Command command{std::move(what), {}};
    const auto begin = std::chrono::steady_clock::now();
    auto events = decide(state, command, {.now = now, .actor = chair, .lot_secret = lot_secret_});
    if (!events) std::abort();
    (void)happen(state, *std::move(events), stamp());
    if (!broken_invariant(state).empty()) std::abort();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    times.push_back(took.count());
    now = now + seconds(1);
  }

  [[nodiscard]] const std::vector<EntryId>& order() const { return state.panels.at(panel).order(); }

  State state;
  std::vector<double> times;
  Instant now{1'000'000};

 private:
  Stamp stamp() { return {.act = {.seq = {++seq_}, .index = 0}, .at = now, .actor = {"chair"}}; }
  std::uint64_t seq_ = 0;
  LotSecret lot_secret_ = secret_of;
};

/// Microseconds of the slowest of a hundred, but for the first.
template <class Reckon>
double slowest_us(const Reckon& reckon) {
  double slowest = 0;
  for (int time = 0; time <= 100; ++time) {
    const auto begin = std::chrono::steady_clock::now();
    if (!reckon(time)) std::abort();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    if (time > 0) slowest = std::max(slowest, took.count());
  }
  return slowest;
}

void goal_of(const char* what, double us, double at_most_us) {
  std::printf("goal %s: %.1f us (goal <= %.0f): %s\n", what, us, at_most_us, us <= at_most_us ? "met" : "not met");
}

void reckon_time() {
  std::vector<fair_time::Planned> list;
  std::vector<fair_time::Timed> to_come;
  fair_time::Seen seen;
  for (int number = 0; number < list_length; ++number) {
    const auto kind = static_cast<LimitOf>(number % 4);
    const fair_time::Seconds base = number % 4 == 0 ? 180 : 120 + number % 3;
    list.push_back({.kind = kind, .base = base, .member = number % 4 == 0});
    to_come.push_back({.kind = kind, .base = base, .limit = base});
    seen.speeches.push_back({to_come.back(), 100.0 + number});
    seen.hand_overs.push_back(15);
  }
  goal_of("fit", slowest_us([&](int time) {
            return fair_time::fit(14'000 + 10 * time, list, {}, true, {}).fitted.has_value();
          }),
          1000);
  goal_of("forecast", slowest_us([&](int) {
            return fair_time::forecast(fair_time::moments(fair_time::learn(seen), to_come, {})).latest > 0;
          }),
          1000);
}

double at(std::vector<double> times, double share) {
  std::ranges::sort(times);
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void acts_under(OrderPolicy policy) {
  Floor floor(policy);
  for (int round = 0; round < rounds; ++round) {
    const EntryId last = floor.order().back();
    const std::string delegation = floor.state.entries.at(last).delegation->value;
    floor.act(MoveEntry{.entry = last, .anchor = floor.order()[1], .before = true});
    floor.act(WithdrawEntry{last});
    floor.ask(std::atoi(delegation.c_str() + 1));
    floor.act(GiveFloor{panel, floor.order().front()});
    floor.act(ReturnSpeaker{panel});
    if (round % 500 == 499) floor.act(SetOrderPolicy{panel, policy, true});  // who was returned stands by hand
  }
  const std::string named = "domain, " + std::string(name(policy));
  std::printf(
      "%zu acts on a list of %d by %s, decide and happen with the invariants checked: p50 %.1f us, p99 %.1f us, "
      "max %.1f us\n",
      floor.times.size(), list_length, std::string(name(policy)).c_str(), at(floor.times, 0.5), at(floor.times, 0.99),
      at(floor.times, 1.0));
  goal_of(named.c_str(), at(floor.times, 0.99), goal_us);
}

/// Another policy, and a draw with what leads to it.
void rare_acts() {
  Floor policies(OrderPolicy::category);
  Floor draws(OrderPolicy::category);
  for (int round = 0; round < 200; ++round) {
    // From one to the next, which is never that of now.
    policies.act(SetOrderPolicy{panel, static_cast<OrderPolicy>((round + 2) % static_cast<int>(OrderPolicy::lot))});
    draws.act(PrepareDraw{panel, draws.state.panels.at(panel).draw ? "again" : ""});
    const std::uint32_t number = draws.state.panels.at(panel).draw->number;
    draws.act(FreezePool{panel, number});
    draws.act(DrawLot{panel, number, "6-2-5"});
  }
  goal_of("policy", at(policies.times, 0.99), rare_goal_us);
  goal_of("draw", at(draws.times, 0.99), rare_goal_us);
}

}  // namespace

int main() {
  reckon_time();
  for (int policy = 0; policy <= static_cast<int>(OrderPolicy::manual); ++policy)
    acts_under(static_cast<OrderPolicy>(policy));
  rare_acts();
  return 0;
}
