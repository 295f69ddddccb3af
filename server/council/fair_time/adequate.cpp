#include "council/fair_time/adequate.hpp"

#include <algorithm>
#include <functional>
#include <ranges>

namespace rostrum::council::fair_time {

namespace {

/// The least number up to `most` with which there is enough, where more of it is never less; none where no number is.
template <class Enough>
std::optional<std::int64_t> least_with(std::int64_t most, const Enough& enough) {
  const auto numbers = std::views::iota(std::int64_t{0}, most + 1);
  const auto found = std::ranges::partition_point(numbers, std::not_fn(enough));
  if (found == numbers.end()) return std::nullopt;
  return *found;
}

/// How many others, from the end of the list, are in writing until there is enough.
template <class Enough>
std::optional<std::size_t> others_off(Plan plan, const Enough& enough) {
  for (std::size_t off = 0;; ++off) {
    if (enough(plan)) return off;
    const auto last =
        std::ranges::find(plan.statements.rbegin(), plan.statements.rend(), false, &Plan::Statement::member);
    if (last == plan.statements.rend()) return std::nullopt;
    plan.statements.erase(std::prev(last.base()));
  }
}

}  // namespace

Seconds reserved(Seconds planned_length, Permille share, std::optional<std::int64_t> minutes) {
  return minutes ? *minutes * 60 : planned_length * share / 1000 / 60 * 60;
}

Seconds time_of_members(const Plan& plan, Seconds hand_over) {
  const Seconds floor_end = plan.end - plan.reserve;
  const Seconds first = plan.now + plan.before;
  Seconds theirs = plan.used_by_members;
  Seconds from = first;
  for (const Plan::Statement& statement : plan.statements) {
    const Seconds to = from + cost(statement.limit, statement.use, {.hand_over = hand_over});
    if (statement.member) theirs += std::min(to, floor_end) - std::min(from, floor_end);
    from = to;
  }
  return plan.list_open ? theirs + std::max<Seconds>(0, floor_end - from) : theirs;
}

Seconds due_to_members(const Plan& plan, Seconds reserved, Seconds hand_over) {
  if (plan.list_open) return reserved;
  Seconds wanted = plan.used_by_members;
  for (const Plan::Statement& statement : plan.statements)
    if (statement.member) wanted += statement.base + hand_over;
  return std::min(reserved, wanted);
}

Restored what_restores(const Plan& plan, Seconds due, Seconds hand_over) {
  const auto enough = [&](const Plan& one) { return time_of_members(one, hand_over) >= due; };
  const auto later = [&](std::int64_t minutes) {
    Plan one = plan;
    one.end += 60 * minutes;
    return enough(one);
  };
  const auto less_reserve = [&](std::int64_t minutes) {
    Plan one = plan;
    one.reserve -= 60 * minutes;
    return enough(one);
  };
  return {.extend_minutes = least_with(extend_minutes_most, later),
          .reserve_minutes = least_with(plan.reserve / 60, less_reserve),
          .others_in_writing = others_off(plan, enough)};
}

Guarantee guarantee(const Plan& before, const Plan& after, Seconds reserved, Seconds hand_over) {
  Guarantee found{.before = time_of_members(before, hand_over),
                  .after = time_of_members(after, hand_over),
                  .due = due_to_members(after, reserved, hand_over),
                  .restores = {}};
  found.missing = std::max<Seconds>(0, found.due - found.after);
  found.accepted = found.missing == 0 || found.after >= found.before;
  if (found.missing > 0) found.restores = what_restores(after, found.due, hand_over);
  return found;
}

}  // namespace rostrum::council::fair_time
