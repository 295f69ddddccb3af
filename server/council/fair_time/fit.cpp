#include "council/fair_time/fit.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace rostrum::council::fair_time {

namespace {

constexpr Seconds divided_up(Seconds whole, Seconds by) { return whole / by + (whole % by > 0 ? 1 : 0); }

Seconds limit_of(const Planned& entry, const Fraction& factor, const Steps& steps) {
  return entry.fixed.value_or(limit_at(entry.base, factor, steps));
}

Seconds cost_at(const Planned& entry, const Fraction& factor, const Steps& steps) {
  return cost(limit_of(entry, factor, steps), entry.use, steps);
}

Seconds sum_at(const std::vector<Planned>& entries, const Fraction& factor, const Steps& steps) {
  Seconds sum = 0;
  for (const Planned& entry : entries) sum += cost_at(entry, factor, steps);
  return sum;
}

std::vector<Seconds> scaled_bases(const std::vector<Planned>& entries, const std::vector<Planned>& kept) {
  std::vector<Seconds> bases;
  for (const auto* some : {&entries, &kept})
    for (const Planned& entry : *some)
      if (!entry.fixed) bases.push_back(entry.base);
  return bases;
}

/// What is chosen from, at the least limits.
struct Least {
  Seconds cost = 0;
  bool member = false;
};

Seconds sum_of(const std::vector<Least>& entries) {
  return std::accumulate(entries.begin(), entries.end(), Seconds{0},
                         [](Seconds sum, const Least& entry) { return sum + entry.cost; });
}

std::vector<Least> those(const std::vector<Least>& entries, bool members) {
  std::vector<Least> found;
  std::ranges::copy_if(entries, std::back_inserter(found), [&](const Least& entry) { return entry.member == members; });
  return found;
}

/// Places for whoever is drawn: the dearest are counted first.
std::size_t places(std::vector<Least> among, Seconds room) {
  std::ranges::sort(among, std::greater{}, &Least::cost);
  std::size_t found = 0;
  for (const Least& entry : among) {
    if (entry.cost > room) break;
    room -= entry.cost;
    ++found;
  }
  return found;
}

Choices::Lot lot(const std::vector<Least>& entries, Seconds available) {
  const auto members = those(entries, true);
  const auto others = those(entries, false);
  const Seconds need = sum_of(members);
  if (need <= available) return {.drawn = places(others, available - need), .of = others.size()};
  return {.among_members = true, .drawn = places(members, available), .of = members.size()};
}

/// All behind the longest head of the list that fits.
Choices::Writing in_writing(const std::vector<Least>& entries, Seconds available) {
  auto entry = entries.begin();
  for (; entry != entries.end() && entry->cost <= available; ++entry) available -= entry->cost;
  return {.last = static_cast<std::size_t>(entries.end() - entry),
          .of_them_members =
              static_cast<std::size_t>(std::count_if(entry, entries.end(), std::mem_fn(&Least::member)))};
}

/// From the end of the list, until the rest fits: others, then Members.
Choices::Writing in_writing_others_first(const std::vector<Least>& entries, Seconds available) {
  Choices::Writing found;
  Seconds over = sum_of(entries) - available;
  for (const bool members : {false, true})
    for (auto entry = entries.rbegin(); entry != entries.rend() && over > 0; ++entry) {
      if (entry->member != members) continue;
      over -= entry->cost;
      ++found.last;
      found.of_them_members += members ? 1 : 0;
    }
  return found;
}

Choices choices(Seconds available, const std::vector<Planned>& entries, const std::vector<Planned>& kept,
                bool list_closed, const Steps& steps) {
  std::vector<Least> least;
  for (const Planned& entry : entries) least.push_back({cost_at(entry, none_of_it, steps), entry.member});
  const Seconds short_of_waiting = sum_of(least) - available;
  const Seconds short_of_all = short_of_waiting + sum_at(kept, none_of_it, steps);
  Choices found{.extend_minutes = std::max<std::int64_t>(0, divided_up(short_of_all, 60)),
                .short_once_closed = {},
                .lot = lot(least, available),
                .in_writing = in_writing(least, available),
                .in_writing_others_first = in_writing_others_first(least, available)};
  if (list_closed) return found;
  found.short_once_closed = std::max<Seconds>(0, short_of_waiting);
  found.places_given_up = kept.size();
  return found;
}

}  // namespace

std::vector<Fraction> factors(std::vector<Seconds> bases, Seconds step) {
  std::ranges::sort(bases);
  bases.erase(std::ranges::unique(bases).begin(), bases.end());
  std::vector<Fraction> found{none_of_it, all_of_it};
  for (const Seconds base : bases)
    for (Seconds limit = step; limit < base; limit += step) found.emplace_back(limit, base);
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

Seconds limit_at(Seconds base, const Fraction& factor, const Steps& steps) {
  if (factor == all_of_it) return base;
  const Seconds scaled = factor.part() * base / (factor.of() * steps.step) * steps.step;
  return std::max(std::min(base, steps.minimum), scaled);
}

Seconds cost(Seconds limit, Permille use, const Steps& steps) {
  return divided_up(limit * use, 1000) + steps.hand_over;
}

Fit fit(Seconds available, const std::vector<Planned>& entries, const std::vector<Planned>& kept, bool list_closed,
        const Steps& steps) {
  const auto total = [&](const Fraction& factor) {
    return sum_at(entries, factor, steps) + sum_at(kept, factor, steps);
  };
  Fit found{.available = available, .least = total(none_of_it), .fitted = {}, .choices = {}};
  if (found.least > available) {
    found.choices = choices(available, entries, kept, list_closed, steps);
    return found;
  }
  // What all take grows with the factor: the greatest that fits is before the first that does not.
  const auto all = factors(scaled_bases(entries, kept), steps.step);
  const auto beyond = std::ranges::partition_point(all, [&](const Fraction& one) { return total(one) <= available; });
  Fitted fitted{.factor = *std::prev(beyond), .limits = {}, .by_kind = {}, .planned = total(*std::prev(beyond))};
  fitted.left = available - fitted.planned;
  for (const Planned& entry : entries) {
    fitted.limits.push_back(limit_of(entry, fitted.factor, steps));
    if (!entry.fixed) fitted.by_kind[entry.kind] = fitted.limits.back();
  }
  found.fitted = std::move(fitted);
  return found;
}

}  // namespace rostrum::council::fair_time
