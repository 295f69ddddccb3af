#include "council/panel_time.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/fair_time/fit.hpp"
#include "council/order.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

using fair_time::Coming;
using fair_time::Fraction;
using fair_time::Learned;
using fair_time::Planned;
using fair_time::Steps;
using fair_time::Timed;

constexpr Steps steps{};

/// The one that a panel is in: a panel that is continued stays open into the next.
const Meeting& meeting_of(const State& state, const Panel& panel) {
  const Meeting* open = panel.status == PanelStatus::open ? state.open_or_suspended_meeting() : nullptr;
  return open ? *open : state.meetings.at(panel.plan.meeting);
}

/// From when on time counts: a meeting that has not begun, or is suspended until then, takes none of it.
Instant counted_from(const Meeting& meeting, Instant now) {
  if (meeting.status == MeetingStatus::planned) return std::max(now, meeting.plan.planned_start);
  return std::max(now, meeting.suspended_until.value_or(now));
}

/// Of a session as far as it tells of this panel: one that is not open is reckoned with what is usual.
Learned learned_for(const State& state, const Panel& panel) {
  return fair_time::learned_from(panel.status == PanelStatus::open ? state.seen : fair_time::Gathered{});
}

LimitOf sort_of(const State& state, const Entry& entry) { return limit_of(entry.kind, state.category_of(entry)); }

Seconds seconds_of(Millis limit) { return std::max<Seconds>(1, whole_seconds(limit)); }

Timed timed(const Panel& panel, LimitOf of, Millis limit) {
  return {.kind = of, .base = seconds_of(std::max(limit, base_limit(panel, of))), .limit = seconds_of(limit)};
}

/// Panellists speak before the list is taken up: those who have not by then are no longer reckoned with.
std::size_t panellists_to_come(const Panel& panel) {
  if (panel.list_begun) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(panel.plan.panellists, [&](const PanellistPlan& panellist) {
    const bool speaks =
        std::ranges::find(panel.floor, decltype(Holding::of){panellist.id}, &Holding::of) != panel.floor.end();
    return !speaks && !panel.panellists.contains(panellist.id);
  }));
}

/// What speaks on the list's time: the speech under way, or the one that is interrupted.
const Speech* on_the_lists_time(const State& state, const Panel& panel) {
  const auto found = std::ranges::find_if(panel.floor, [](const Holding& held) { return !held.interrupts; });
  return found != panel.floor.end() && found->speech ? state.find(*found->speech) : nullptr;
}

Timed timed(const Speech& speech) {
  return {.kind = speech.limit_of,
          .base = seconds_of(std::max(speech.base, speech.limit)),
          .limit = seconds_of(speech.limit)};
}

/// A plan of the panel's time: limits, end and reserve as they are, or as they would be.
class Planning {
 public:
  Planning(const State& state, const Panel& panel, Instant now, const WhatIf& what_if)
      : state_(state),
        panel_(panel),
        meeting_(meeting_of(state, panel)),
        now_(now),
        from_(counted_from(meeting_, now)),
        ends_at_(what_if.ends_at.value_or(meeting_.plan.planned_end)),
        reserve_(what_if.reserve.value_or(panel.plan.reserve)),
        list_open_(!what_if.list_closed && panel.list != ListStatus::closed),
        calls_(council::calls(state, panel)),
        next_(council::next_two(state, panel)),
        limits_(what_if.limit ? scaled(*what_if.limit) : panel.plan.limits) {}

  /// The limits of all sorts on the list, by the factor that gives Members this one.
  [[nodiscard]] Limits scaled(Millis of_members) const {
    Limits limits = panel_.plan.limits;
    const Fraction factor(seconds_of(of_members), seconds_of(base_limit(panel_, LimitOf::member)));
    for (auto& [of, limit] : limits)
      if (of != LimitOf::panellist && of != LimitOf::point_of_order)
        limit = std::max(limit_least, seconds(fair_time::limit_at(seconds_of(base_limit(panel_, of)), factor, steps)));
    return limits;
  }

  [[nodiscard]] Budget budget() const {
    Budget budget{.ends_at = ends_at_,
                  .floor_ends_at = Instant{ends_at_.value - reserve_.value},
                  .used = whole_seconds(panel_.spoken),
                  .before = before()};
    for (const Holding& held : panel_.floor)
      if (held.speech) budget.used += whole_seconds(elapsed(state_.speeches.at(*held.speech), now_));
    budget.available = whole_seconds(budget.floor_ends_at - from_) - budget.before;
    for (const EntryId id : calls_) budget.planned += fair_time::cost(limit(entry(id), limits_), 1000, steps);
    budget.left = budget.available - budget.planned;
    return budget;
  }

  /// Those behind the longest head of the list that fits.
  [[nodiscard]] std::vector<EntryId> not_heard(Seconds available, const Limits& limits) const {
    auto id = calls_.begin();
    for (; id != calls_.end(); ++id) {
      available -= fair_time::cost(limit(entry(*id), limits), 1000, steps);
      if (available < 0) break;
    }
    return {id, calls_.end()};
  }

  [[nodiscard]] Prospect prospect() const {
    const auto range = fair_time::forecast(until_finish());
    const auto at = [&](Seconds after) { return from_ + seconds(after); };
    return {.limits = limits_,
            .earliest = at(range.earliest),
            .median = at(range.median),
            .latest = at(range.latest),
            .not_heard = not_heard(budget().available, limits_),
            .left_to_members = fair_time::time_of_members(plan(), steps.hand_over)};
  }

  [[nodiscard]] fair_time::Plan plan() const {
    fair_time::Plan plan{.end = whole_seconds(ends_at_ - from_),
                         .reserve = whole_seconds(reserve_),
                         .before = before(),
                         .used_by_members = whole_seconds(panel_.used_by_members) + of_a_member_under_way(),
                         .list_open = list_open_,
                         .statements = {}};
    for (const EntryId id : calls_)
      plan.statements.push_back({.limit = limit(entry(id), limits_),
                                 .base = seconds_of(base_limit(panel_, sort_of(state_, entry(id)))),
                                 .member = is_of_a_member(state_, entry(id))});
    return plan;
  }

  [[nodiscard]] std::vector<Planned> entries() const {
    std::vector<Planned> planned;
    for (const EntryId id : calls_) {
      const LimitOf of = sort_of(state_, entry(id));
      const bool told = entry(id).told || std::ranges::find(next_, id) != next_.end();
      planned.push_back({.kind = of,
                         .base = seconds_of(base_limit(panel_, of)),
                         .fixed = told ? std::optional(seconds_of(limit_for(state_, entry(id)))) : std::nullopt,
                         .member = is_of_a_member(state_, entry(id))});
    }
    return planned;
  }

  [[nodiscard]] Heads heads(const std::vector<EntryId>& ids) const {
    Heads heads;
    for (const EntryId id : ids) ++(is_of_a_member(state_, entry(id)) ? heads.members : heads.others);
    return heads;
  }

  [[nodiscard]] const std::vector<EntryId>& calls() const { return calls_; }
  [[nodiscard]] bool list_open() const { return list_open_; }

 private:
  [[nodiscard]] const Entry& entry(EntryId id) const { return state_.entries.at(id); }

  /// Of an entry where these limits hold: the next two, and who was told before, keep a greater one.
  [[nodiscard]] Seconds limit(const Entry& entry, const Limits& limits) const {
    const Millis theirs = limits.at(sort_of(state_, entry));
    const bool told = entry.told || std::ranges::find(next_, entry.id) != next_.end();
    return seconds_of(told ? std::max(theirs, limit_for(state_, entry)) : theirs);
  }

  /// The rest of the limits of the speech under way and of what it interrupts, and presenters to come.
  [[nodiscard]] Seconds before() const {
    Seconds sum = 0;
    for (const Holding& held : panel_.floor)
      if (held.speech) sum += rest_of_limit(state_.speeches.at(*held.speech));
    const auto presenters = static_cast<Seconds>(panellists_to_come(panel_));
    return sum + presenters * fair_time::cost(seconds_of(panel_.plan.limits.at(LimitOf::panellist)), 1000, steps);
  }

  [[nodiscard]] Seconds rest_of_limit(const Speech& speech) const {
    const Millis left = speech.limit - elapsed(speech, now_);
    return std::max<Seconds>(0, -whole_seconds(Millis{-left.value}));
  }

  /// The limit of a Member's speech under way, or what it has used where that is more: it is theirs like what is used.
  [[nodiscard]] Seconds of_a_member_under_way() const {
    const Speech* speech = on_the_lists_time(state_, panel_);
    const auto* id = speech ? std::get_if<EntryId>(&speech->of) : nullptr;
    if (!id || !is_of_a_member(state_, entry(*id))) return 0;
    return whole_seconds(elapsed(*speech, now_) + speech->hand_over) + rest_of_limit(*speech);
  }

  /// From `from_` on, as the session goes.
  [[nodiscard]] Moments until_finish() const {
    const Learned learned = learned_for(state_, panel_);
    Coming coming(learned);
    const Millis of_panellists = panel_.plan.limits.at(LimitOf::panellist);
    for (std::size_t count = panellists_to_come(panel_); count > 0; --count)
      coming.add(timed(panel_, LimitOf::panellist, of_panellists));
    for (const EntryId id : calls_)
      coming.add(timed(panel_, sort_of(state_, entry(id)), seconds(limit(entry(id), limits_))));
    Moments sum = coming.until_over();
    for (const Holding& held : panel_.floor) {
      const Speech* speech = held.speech ? state_.find(*held.speech) : nullptr;
      if (!speech) continue;
      const Moments left =
          fair_time::rest(learned, {.speech = timed(*speech), .elapsed = in_seconds(elapsed(*speech, now_))});
      sum.mean += left.mean;
      sum.variance += left.variance;
    }
    return sum;
  }

  const State& state_;
  const Panel& panel_;
  const Meeting& meeting_;
  Instant now_;
  Instant from_;
  Instant ends_at_;
  Millis reserve_;
  bool list_open_;
  std::vector<EntryId> calls_;
  std::vector<EntryId> next_;
  Limits limits_;
};

std::uint32_t count(std::size_t number) { return static_cast<std::uint32_t>(number); }

std::vector<Choice> in_words(const fair_time::Choices& choices, const Heads& waiting, Instant ends_at) {
  const auto without = [&](const fair_time::Choices::Writing& writing) {
    const std::uint32_t members = count(writing.of_them_members);
    return Heads{waiting.members - members, waiting.others - (count(writing.last) - members)};
  };
  const auto written = [&](Remedy remedy, const fair_time::Choices::Writing& writing) {
    return Choice{.remedy = remedy,
                  .in_writing = count(writing.last),
                  .of_them_members = count(writing.of_them_members),
                  .heard = without(writing),
                  .ends_at = ends_at};
  };
  std::vector<Choice> found{{.remedy = Remedy::extend,
                             .minutes = choices.extend_minutes,
                             .heard = waiting,
                             .ends_at = ends_at + minutes(choices.extend_minutes)}};
  if (choices.short_once_closed)
    found.push_back({.remedy = Remedy::close_list,
                     .missing = *choices.short_once_closed,
                     .places = count(choices.places_given_up),
                     .heard = without(choices.in_writing),
                     .ends_at = ends_at});
  const std::uint32_t drawn = count(choices.lot.drawn);
  found.push_back({.remedy = Remedy::lot,
                   .places = drawn,
                   .heard = choices.lot.among_members ? Heads{drawn, 0} : Heads{waiting.members, drawn},
                   .ends_at = ends_at});
  found.push_back(written(Remedy::in_writing, choices.in_writing));
  found.push_back(written(Remedy::members_first, choices.in_writing_others_first));
  return found;
}

/// From the least limit to the base one, at no more than so many steps.
constexpr Seconds bars_most = 60;

std::vector<Bar> bars(const Planning& plan, const Panel& panel, Seconds available) {
  const Seconds base = seconds_of(base_limit(panel, LimitOf::member));
  const Seconds least = std::min(base, steps.minimum);
  const Seconds step = steps.step * (1 + (base - least) / (steps.step * bars_most));
  std::vector<Bar> found;
  for (Seconds limit = least;; limit = std::min(base, limit + step)) {
    const Millis of_members = seconds(limit);
    found.push_back({of_members, plan.heads(plan.not_heard(available, plan.scaled(of_members)))});
    if (limit == base) return found;
  }
}

/// What is reserved for Member States: a share of the planned length, which the panels of a meeting share alike. An
/// extension does not raise it.
Seconds reserved_for_members(const State& state, const Panel& panel) {
  const auto panels =
      std::ranges::count(state.panels, panel.plan.meeting, [](const auto& one) { return one.second.plan.meeting; });
  const Seconds length = whole_seconds(state.meetings.at(panel.plan.meeting).planned_length) / panels;
  return fair_time::reserved(length, fair_time::Permille{panel.plan.members_share} * 10, std::nullopt);
}

}  // namespace

Expected expected(const State& state, const Panel& panel) {
  const Learned learned = learned_for(state, panel);
  Coming coming(learned);
  const Millis of_panellists = panel.plan.limits.at(LimitOf::panellist);
  for (std::size_t left = panellists_to_come(panel); left > 0; --left)
    coming.add(timed(panel, LimitOf::panellist, of_panellists));
  Expected found{.places = std::vector<Moments>(panel.order().size()), .finish = {}, .speech = {}};
  const auto add = [&](std::size_t place) {
    const Entry& entry = state.entries.at(panel.order()[place]);
    found.places[place] = coming.until_next();
    coming.add(timed(panel, sort_of(state, entry), limit_for(state, entry)));
  };
  const auto next = next_of(state, panel);
  const std::size_t first = next ? place_of(panel, *next) : 0;
  if (next) add(first);
  for (std::size_t place = 0; place < panel.order().size(); ++place)
    if (place != first) add(place);
  found.finish = coming.until_over();
  if (const Speech* speech = on_the_lists_time(state, panel)) found.speech = fair_time::whole(learned, timed(*speech));
  return found;
}

PanelTime time_of(const State& state, Instant now, const TimeQuestion& question) {
  const Panel& panel = state.panels.at(question.panel);
  const Planning as_it_is(state, panel, now, {});
  const Planning then(state, panel, now, question.what_if);
  const Budget budget = then.budget();
  const Heads waiting = then.heads(then.calls());
  const std::vector<Planned> kept(then.list_open() ? question.what_if.still_expected : 0,
                                  {.base = seconds_of(base_limit(panel, LimitOf::member)), .member = true});
  const auto fit = fair_time::fit(budget.available, then.entries(), kept, !then.list_open(), steps);
  const auto guarantee =
      fair_time::guarantee(as_it_is.plan(), then.plan(), reserved_for_members(state, panel), steps.hand_over);
  PanelTime reply{.panel = question.panel,
                  .at = now,
                  .budget = budget,
                  .waiting = waiting,
                  .least = fit.least,
                  .factor = {},
                  .fitting = {},
                  .choices = {},
                  .now = as_it_is.prospect(),
                  .then = then.prospect(),
                  .bars = bars(then, panel, budget.available),
                  .due_to_members = guarantee.due,
                  .missing_to_members = guarantee.missing};
  if (fit.choices) reply.choices = in_words(*fit.choices, waiting, budget.ends_at);
  if (fit.fitted) {
    reply.factor = fit.fitted->factor;
    reply.left_when_fitting = fit.fitted->left;
    for (const auto& [of, limit] : fit.fitted->by_kind) reply.fitting[of] = seconds(limit);
  }
  return reply;
}

}  // namespace rostrum::council
