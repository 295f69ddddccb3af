#include "council/fair_time/policies.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "base/assert.hpp"
#include "council/fair_time/fraction.hpp"

namespace rostrum::council::fair_time {

namespace {

constexpr std::array classes{
    LimitOf::group_statement, LimitOf::member, LimitOf::observer_state, LimitOf::igo, LimitOf::ngo,
    LimitOf::secretariat};

/// By what `key` makes of each place, which no two have alike.
template <class Key>
Order ordered_by(std::size_t count, const Key& key) {
  Order order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, key);
  return order;
}

int certain_class_of(const Asked& entry) {
  const auto found = class_of(entry.kind);
  ROSTRUM_ASSERT(found.has_value());
  return *found;
}

/// What waits of a class, by region, each by the request: the next of a region is the last of its places.
using Queues = std::map<std::string, Order>;

class Turns {
 public:
  Turns(const std::vector<Asked>& entries, std::map<Region, std::int64_t>& heard, LimitOf kind)
      : entries_(entries),
        heard_(heard),
        kind_(kind) {
    const Order asked = by_inscription(entries);
    for (auto place = asked.rbegin(); place != asked.rend(); ++place)
      if (entries[*place].kind == kind) queues_[entries[*place].region].push_back(*place);
  }

  void take_all(std::optional<std::string> previous, Order& order) {
    while (!queues_.empty()) {
      const auto region = next(previous);
      order.push_back(region->second.back());
      region->second.pop_back();
      ++heard_[{kind_, region->first}];
      previous = region->first;
      if (region->second.empty()) queues_.erase(region);
    }
  }

 private:
  Queues::iterator next(const std::optional<std::string>& previous) {
    std::size_t waiting = 0;
    for (const auto& [_, queue] : queues_) waiting += queue.size();
    auto best = queues_.end();
    for (auto one = queues_.begin(); one != queues_.end(); ++one) {
      if (one->first == previous && queues_.size() > 1) continue;
      if (best == queues_.end() || urgency(*one, waiting) < urgency(*best, waiting)) best = one;
    }
    return best;
  }

  [[nodiscard]] std::tuple<bool, Fraction, std::int64_t, std::uint64_t> urgency(const Queues::value_type& of,
                                                                                std::size_t waiting) const {
    const auto& [region, queue] = of;
    const auto known = heard_.find({kind_, region});
    const std::int64_t heard = known == heard_.end() ? 0 : known->second;
    const auto all = heard + static_cast<std::int64_t>(queue.size());
    const Asked& first = entries_[queue.back()];
    return {2 * queue.size() <= waiting, Fraction(2 * heard + 1, 2 * all), first.asked_ms, first.id};
  }

  const std::vector<Asked>& entries_;
  std::map<Region, std::int64_t>& heard_;
  LimitOf kind_;
  Queues queues_;
};

}  // namespace

std::optional<int> class_of(LimitOf kind) {
  const auto* found = std::ranges::find(classes, kind);
  if (found == classes.end()) return std::nullopt;
  return static_cast<int>(found - classes.begin());
}

Order by_inscription(const std::vector<Asked>& entries) {
  return ordered_by(entries.size(),
                    [&](std::size_t place) { return std::tuple(entries[place].asked_ms, entries[place].id, place); });
}

Order by_category(const std::vector<Asked>& entries) {
  return ordered_by(entries.size(), [&](std::size_t place) {
    const Asked& entry = entries[place];
    return std::tuple(certain_class_of(entry), entry.asked_ms, entry.id, place);
  });
}

Order least_heard(const std::vector<Asked>& entries, const std::vector<Heard>& heard) {
  ROSTRUM_ASSERT(heard.size() == entries.size());
  return ordered_by(entries.size(), [&](std::size_t place) {
    const auto& [spoken_ms, statements] = heard[place];
    return std::tuple(spoken_ms / 1000, statements, entries[place].asked_ms, entries[place].id, place);
  });
}

Order alternate(const std::vector<Asked>& entries, std::map<Region, std::int64_t> heard,
                const std::optional<Region>& last) {
  for (const Asked& entry : entries) ROSTRUM_ASSERT(class_of(entry.kind).has_value());
  Order order;
  for (const LimitOf kind : classes) {
    const bool spoke = last && last->first == kind;
    Turns(entries, heard, kind).take_all(spoke ? std::optional(last->second) : std::nullopt, order);
  }
  return order;
}

}  // namespace rostrum::council::fair_time
