#include "bench/playing.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "council/fair_time/forecast.hpp"
#include "council/fair_time/proposals.hpp"

namespace rostrum::bench {

namespace {

using council::LimitOf;
using namespace council::fair_time;

constexpr double asking_mean_s = 700;
constexpr double late_expected = 0.25;  // of those there at the opening
constexpr double late_weight = 0.5;
constexpr double reply_use = 0.45;
constexpr double called_in_vain_s = 20;
constexpr double least_turn_s = 75;  // the least limit and a hand-over
constexpr Steps steps;

/// As the outcome counts them: who never comes has not asked.
void count(Outcome& outcome, const Person& person, bool heard) {
  if (person.absent == 2) return;
  ++(person.member ? outcome.members_asked : outcome.others_asked);
  if (heard) ++(person.member ? outcome.members_heard : outcome.others_heard);
}

class Player {
 public:
  Player(const Sitting& sitting, const World& world, bool members_first, std::vector<Check>* checks)
      : sitting_(sitting),
        world_(world),
        members_first_(members_first),
        checks_(checks),
        now_(sitting.opens_s) {
    at_opening_ = std::ranges::count_if(sitting.people, [](const Person& one) { return one.asks_s <= 0; });
  }

  Outcome play() {
    while (comes_next()) {
      const double room = room_s();
      if (room < least_turn_s) break;
      consider(room);
      if (checks_) check();
      call();
    }
    return outcome();
  }

 private:
  struct Turn {
    const Person* person;
    std::optional<Seconds> told = {};
    bool called = false;  // in vain
    bool surprised = false;
  };

  /// Takes in who has asked, and waits for the next to ask where nobody waits.
  bool comes_next() {
    for (;;) {
      for (; asked_ < sitting_.people.size() && sitting_.opens_s + sitting_.people[asked_].asks_s <= now_; ++asked_)
        take_in(sitting_.people[asked_]);
      if (!waiting_.empty()) return true;
      if (asked_ == sitting_.people.size()) return false;
      const double at = sitting_.opens_s + sitting_.people[asked_].asks_s;
      if (at >= sitting_.floor_end_s() - least_turn_s) return false;
      now_ = at;
    }
  }

  void take_in(const Person& person) {
    auto at = waiting_.end();
    if (announced_.members_first && person.member)
      at = std::ranges::find_if(waiting_, [](const Turn& one) { return !one.person->member; });
    waiting_.insert(at, {.person = &person});
  }

  /// Replies that were asked for are taken from the floor where the reserve is too small for them.
  [[nodiscard]] double room_s() const {
    double asked_s = 0;
    const double passed = (now_ - sitting_.opens_s) / std::max(1.0, sitting_.floor_end_s() - sitting_.opens_s);
    for (const Reply& reply : sitting_.replies)
      if (reply.at <= passed) asked_s += 615;
    const double reserve_s = std::max(sitting_.reserve_s, 0.6 * sitting_.reserve_s + reply_use * asked_s);
    return sitting_.end_s - reserve_s - now_;
  }

  [[nodiscard]] StillToAsk still_to_ask() const {
    const double passed = now_ - sitting_.opens_s;
    if (passed >= world_.close_s) return {};
    const double part = (1 - std::exp(-passed / asking_mean_s)) / (1 - std::exp(-world_.close_s / asking_mean_s));
    const auto opening = static_cast<double>(at_opening_);
    const double seen = late_expected * opening * late_weight + static_cast<double>(asked_) - opening;
    const double mean = seen / (late_weight + part) * (1 - part);
    return {.mean = mean, .variance = mean * (1 + (1 - part) / (late_weight + part))};
  }

  [[nodiscard]] Seconds limit(const Turn& turn) const {
    return turn.told.value_or(limit_at(turn.person->base_s, announced_.factor, steps));
  }

  void consider(double room_s) {
    learned_ = learn(seen_);
    Situation situation{.room = room_s,
                        .waiting = {},
                        .still_to_ask = still_to_ask(),
                        .list_closed = now_ >= sitting_.opens_s + world_.close_s,
                        .announced = announced_};
    for (const Turn& one : waiting_)
      situation.waiting.push_back(
          {.kind = one.person->kind, .base = one.person->base_s, .told = one.told, .member = one.person->member});
    const Proposal proposed = proposal(situation, learned_, steps);
    if (proposed.factor) announce(*proposed.factor);
    if (announced_.calls == 0) announced_.first = announced_.factor;
    if (proposed.members_first && members_first_) {
      announced_.members_first = true;
      std::vector<Turn> others;
      std::ranges::copy_if(waiting_, std::back_inserter(others), [](const Turn& one) { return !one.person->member; });
      std::erase_if(waiting_, [](const Turn& one) { return !one.person->member; });
      waiting_.insert(waiting_.end(), others.begin(), others.end());
    }
  }

  /// The next two keep what they were told where it is more.
  void announce(const Fraction& factor) {
    for (std::size_t place = 0; announced_.calls > 0 && place < std::min<std::size_t>(2, waiting_.size()); ++place) {
      Turn& one = waiting_[place];
      const Seconds before = limit(one);
      if (!one.told && limit_at(one.person->base_s, factor, steps) < before) one.told = before;
    }
    if (announced_.calls > 0) ++changes_, announced_.calls_since_change = 0;
    std::vector<Seconds> before;
    for (const Turn& one : waiting_) before.push_back(limit(one));
    announced_.factor = factor;
    for (std::size_t place = 0; announced_.calls > 0 && place < std::min<std::size_t>(2, waiting_.size()); ++place)
      lowered_when_next_ += limit(waiting_[place]) < before[place];
  }

  /// At the first call, and at a quarter, half and three quarters of those who waited then.
  void check() {
    if (marks_.empty()) {
      const auto size = static_cast<int>(waiting_.size());
      marks_ = {0, size / 4, size / 2, 3 * size / 4};
    }
    if (std::ranges::find(marks_, announced_.calls) == marks_.end()) return;
    Check made{.calls = static_cast<int>(announced_.calls)};
    std::vector<Timed> to_come;
    double limits_s = 0;
    double again_s = 0;  // of those who are called a second time
    double sixth_begins_s = 0;
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
      const Turn& one = waiting_[place];
      const Person& person = *one.person;
      if (place == 5) sixth_begins_s = made.took_s + person.hand_over_s;
      const double turn_s = person.hand_over_s + person.length_s(static_cast<double>(limit(one))) + person.stop_s;
      const bool speaks = person.absent == 0 || (one.called && person.absent == 1);
      made.took_s += speaks ? turn_s : called_in_vain_s;
      if (!speaks && !one.called) again_s += person.absent == 1 ? turn_s : called_in_vain_s;
      to_come.push_back({.kind = person.kind, .base = person.base_s, .limit = limit(one)});
      limits_s += static_cast<double>(limit(one));
    }
    made.took_s += again_s;
    const Forecast range = forecast(moments(learned_, to_come, {}));
    made.earliest_s = static_cast<double>(range.earliest);
    made.latest_s = static_cast<double>(range.latest);
    const double hand_overs = static_cast<double>(to_come.size()) - 1;
    made.simple_earliest_s = limits_s * 2 / 3 + 5 * hand_overs;
    made.simple_latest_s = limits_s + 20 * hand_overs;
    if (to_come.size() >= 6 && waiting_[5].person->absent == 0) {
      Moments before = moments(learned_, {to_come.begin(), to_come.begin() + 5}, {});
      before.mean += learned_.hand_over;
      before.variance += learned_.hand_over_variance;
      const Forecast begins = forecast(before);
      made.sixth_inside = static_cast<double>(begins.earliest) <= sixth_begins_s &&
                          sixth_begins_s <= static_cast<double>(begins.latest);
    }
    checks_->push_back(made);
  }

  void call() {
    Turn turn = waiting_.front();
    waiting_.erase(waiting_.begin());
    const Person& person = *turn.person;
    ++announced_.calls;
    ++announced_.calls_since_change;
    ++seen_.calls;
    if (person.absent == 2 || (person.absent == 1 && !turn.called)) {
      now_ += called_in_vain_s;
      ++seen_.absences;
      if (!turn.called) waiting_.push_back({.person = &person, .called = true});
      return;
    }
    const Seconds given = limit(turn);
    const double spoken_s = person.length_s(static_cast<double>(given));
    now_ += person.hand_over_s + spoken_s + person.stop_s;
    seen_.speeches.push_back({{.kind = person.kind, .base = person.base_s, .limit = given}, spoken_s});
    seen_.hand_overs.push_back(person.hand_over_s);
    seen_.stops += person.stop_s > 0;
    heard_[&person] = given;
    if (person.member) members_s_ += spoken_s;
    if (person.kind == LimitOf::member)
      announced_.least_of_members = std::min(given, announced_.least_of_members.value_or(given));
  }

  [[nodiscard]] Outcome outcome() const {
    Outcome made{.members_s = members_s_,
                 .floor_over_s = std::max(0.0, now_ - sitting_.floor_end_s()),
                 .changes = changes_,
                 .lowered_when_next = lowered_when_next_};
    std::vector<Seconds> limits;
    for (const Person& one : sitting_.people) {
      const auto heard = heard_.find(&one);
      count(made, one, heard != heard_.end());
      if (heard != heard_.end() && one.kind == LimitOf::member) limits.push_back(heard->second);
    }
    if (limits.empty()) return made;
    const auto [least, most] = std::ranges::minmax(limits);
    made.unequal = static_cast<double>(most) / static_cast<double>(least);
    return made;
  }

  const Sitting& sitting_;
  const World& world_;
  bool members_first_;
  std::vector<Check>* checks_;
  double now_;
  std::vector<Turn> waiting_;
  std::size_t asked_ = 0;
  std::ptrdiff_t at_opening_ = 0;
  Seen seen_;
  Learned learned_;
  Announced announced_;
  std::vector<std::int64_t> marks_;
  std::map<const Person*, Seconds> heard_;
  double members_s_ = 0;
  int changes_ = 0;
  int lowered_when_next_ = 0;
};

/// When all of these have spoken. The order matters only where one has not asked yet.
double finish_s(const Sitting& sitting, const std::vector<const Person*>& people, const Fraction& factor) {
  double now = sitting.opens_s;
  for (const Person* one : people)
    now = std::max(now, sitting.opens_s + one->asks_s) + one->hand_over_s +
          one->length_s(static_cast<double>(limit_at(one->base_s, factor, steps))) + one->stop_s;
  return now;
}

}  // namespace

Outcome played(const Sitting& sitting, const World& world, bool members_first, std::vector<Check>* checks) {
  return Player(sitting, world, members_first, checks).play();
}

Outcome by_who_knows(const Sitting& sitting) {
  std::vector<const Person*> people;
  double replies_s = 0;
  for (const Person& one : sitting.people)
    if (one.absent != 2) people.push_back(&one);
  for (const Reply& one : sitting.replies) replies_s += one.length_s;
  const double until =
      std::max(sitting.opens_s + 60, std::min(sitting.floor_end_s(), sitting.end_s - sitting.closing_s - replies_s));
  Outcome made{.all_heard = finish_s(sitting, people, none_of_it) <= until};
  while (finish_s(sitting, people, none_of_it) > until && !people.empty()) {
    const auto other =
        std::ranges::find_if(people.rbegin(), people.rend(), [](const Person* one) { return !one->member; });
    people.erase(other == people.rend() ? std::prev(people.end()) : std::prev(other.base()));
  }
  static const auto all = factors({120, 180, 300}, steps.step);
  const auto fits = [&](const Fraction& one) { return finish_s(sitting, people, one) <= until; };
  const auto beyond = made.all_heard ? std::ranges::partition_point(all, fits) : std::next(all.begin());
  const Fraction factor = beyond == all.begin() ? none_of_it : *std::prev(beyond);
  for (const Person& one : sitting.people) {
    const bool heard = std::ranges::find(people, &one) != people.end();
    count(made, one, heard);
    if (heard && one.member) made.members_s += one.length_s(static_cast<double>(limit_at(one.base_s, factor, steps)));
  }
  made.member_limit_s = static_cast<double>(limit_at(180, factor, steps));
  return made;
}

}  // namespace rostrum::bench
