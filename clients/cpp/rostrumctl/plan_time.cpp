// Of a situation that is planned: limits, forecast and adequate time.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "council/fair_time/adequate.hpp"
#include "council/fair_time/fit.hpp"
#include "council/fair_time/forecast.hpp"
#include "plan.hpp"

namespace rostrum::ctl {

namespace {

namespace fair_time = council::fair_time;
using council::LimitOf;
using fair_time::Seconds;

constexpr std::int64_t speeches_most = 10'000;
constexpr std::int64_t places_most = 1000;

Seconds instant(const Given& given) { return given.whole(-fair_time::seconds_most, fair_time::seconds_most); }
Seconds limit(const Given& given) { return given.whole(1, limit_most_s); }

Seconds seconds_at(const Given& given, const char* name, Seconds otherwise, Seconds least = 0) {
  const auto found = given.at(name);
  return found ? found->whole(least, fair_time::seconds_most) : otherwise;
}

fair_time::Permille use_at(const Given& given) {
  const auto use = given.at("use");
  return use ? use->whole(0, fair_time::use_most) : 1000;
}

bool flag_at(const Given& given, const char* name, bool otherwise) {
  const auto found = given.at(name);
  return found ? found->flag() : otherwise;
}

/// As programmes have it where they say nothing else; places that are kept have no limit of their own.
Seconds usual_limit(LimitOf kind) {
  switch (kind) {
  case LimitOf::member:
    return 180;
  case LimitOf::group_statement:
    return 300;
  case LimitOf::question:
    return 90;
  case LimitOf::panellist:
    return 480;
  case LimitOf::point_of_order:
    return 60;
  case LimitOf::observer_state:
  case LimitOf::igo:
  case LimitOf::ngo:
  case LimitOf::secretariat:
    return 120;
  }
  return 0;
}

fair_time::Planned entry_of(const Given& given) {
  given.has_only({"id", "delegation", "cls", "base", "use", "fixed", "member", "region", "asked_ms"});
  fair_time::Planned entry{.use = use_at(given), .member = flag_at(given, "member", false)};
  if (const auto kind = given.required("cls")) entry.kind = kind_of(*kind);
  if (const auto base = given.required("base")) entry.base = limit(*base);
  if (const auto fixed = given.at("fixed")) entry.fixed = fixed->whole(0, limit_most_s);
  return entry;
}

std::vector<fair_time::Planned> places_kept(const Given& given) {
  std::vector<fair_time::Planned> kept;
  const auto places = given.at("places_kept");
  if (!places) return kept;
  for (const auto& [name, count] : places->named(council::limit_of_count)) {
    Wrongs ignored;
    const nlohmann::json word = name;
    const LimitOf kind = kind_of(Given(word, "", ignored));
    if (!ignored.empty()) places->expect(ignored.front());
    const bool member = kind == LimitOf::member || kind == LimitOf::group_statement;
    kept.insert(kept.end(), static_cast<std::size_t>(count.whole(0, places_most)),
                {.kind = kind, .base = usual_limit(kind), .member = member});
  }
  return kept;
}

std::string in_words(const fair_time::Fraction& factor) {
  return factor.of() == 1 ? std::to_string(factor.part()) : fmt::format("{}/{}", factor.part(), factor.of());
}

Answer answer_of(const fair_time::Choices::Writing& writing) {
  return {{"last", writing.last}, {"of_them_members", writing.of_them_members}};
}

Answer answer_of(const fair_time::Choices& choices) {
  Answer closing = nullptr;
  if (choices.short_once_closed)
    closing = {{"short_s_after", *choices.short_once_closed}, {"places_given_up", choices.places_given_up}};
  return {{"extend_min", choices.extend_minutes},
          {"close_list", closing},
          {"lot",
           {{"among", choices.lot.among_members ? "members" : "others"},
            {"drawn", choices.lot.drawn},
            {"of", choices.lot.of}}},
          {"in_writing", answer_of(choices.in_writing)},
          {"in_writing_others_first", answer_of(choices.in_writing_others_first)}};
}

/// `ids`: of the entries, in their order.
Answer answer_of(const fair_time::Fit& fit, const std::vector<std::string>& ids) {
  Answer answer{{"available_s", fit.available}, {"least_s", fit.least}, {"fits", fit.fitted.has_value()}};
  if (fit.choices) answer["choices"] = answer_of(*fit.choices);
  if (!fit.fitted) return answer;
  answer["factor"] = in_words(fit.fitted->factor);
  answer["class_limits_s"] = Answer::object();
  for (const auto& [kind, seconds] : fit.fitted->by_kind)
    answer["class_limits_s"][std::string(council::name(kind))] = seconds;
  answer["limits_s"] = Answer::object();
  for (std::size_t place = 0; place < ids.size(); ++place) answer["limits_s"][ids[place]] = fit.fitted->limits[place];
  answer["planned_s"] = fit.fitted->planned;
  answer["left_s"] = fit.fitted->left;
  return answer;
}

/// [cls, base, limit] and, where it has begun, the seconds that have passed of it.
fair_time::Ended timed_of(const Given& given, bool begun) {
  fair_time::Ended timed{.speech = {.kind = LimitOf::member, .base = 1, .limit = 1}};
  const auto parts = given.parts(4);
  if (parts.size() != (begun ? 4 : 3)) {
    given.expect(begun ? "[cls, base_s, limit_s, elapsed_s]" : "[cls, base_s, limit_s]");
    return timed;
  }
  timed.speech = {.kind = kind_of(parts[0]), .base = limit(parts[1]), .limit = limit(parts[2])};
  if (begun) timed.elapsed = parts[3].number(0, static_cast<double>(fair_time::seconds_most));
  return timed;
}

std::vector<Given> parts_at(const Given& given, const char* name) {
  const auto found = given.at(name);
  return found ? found->parts(speeches_most) : std::vector<Given>();
}

fair_time::Seen seen_of(const Given& given) {
  const auto count = [&](const char* name) { return seconds_at(given, name, 0); };
  fair_time::Seen seen{.speeches = {},
                       .hand_overs = {},
                       .calls = count("calls"),
                       .absences = count("absences"),
                       .stops = count("stops")};
  for (const Given& one : parts_at(given, "speeches")) seen.speeches.push_back(timed_of(one, true));
  for (const Given& one : parts_at(given, "hand_overs"))
    seen.hand_overs.push_back(one.number(0, static_cast<double>(fair_time::seconds_most)));
  return seen;
}

double rounded(double value, double to) { return std::round(value * to) / to; }

fair_time::Plan plan_of(const Given& given) {
  given.has_only({"now_s", "end_s", "reserve_s", "before_s", "used_member_s", "list_open", "entries"});
  fair_time::Plan plan{.before = seconds_at(given, "before_s", 0), .statements = {}};
  if (const auto now = given.required("now_s")) plan.now = instant(*now);
  if (const auto end = given.required("end_s")) plan.end = instant(*end);
  if (const auto reserve = given.required("reserve_s")) plan.reserve = reserve->whole(0, fair_time::seconds_most);
  if (const auto used = given.required("used_member_s")) plan.used_by_members = used->whole(0, fair_time::seconds_most);
  if (const auto open = given.required("list_open")) plan.list_open = open->flag();
  const auto entries = given.required("entries");
  if (!entries) return plan;
  for (const Given& one : entries->parts(entries_most)) {
    one.has_only({"id", "delegation", "cls", "base", "limit", "use", "member", "region", "asked_ms"});
    fair_time::Plan::Statement statement{.use = use_at(one), .member = flag_at(one, "member", false)};
    if (const auto limit = one.required("limit")) statement.limit = limit->whole(0, limit_most_s);
    statement.base = seconds_at(one, "base", statement.limit);
    plan.statements.push_back(statement);
  }
  return plan;
}

template <class Number>
Answer or_null(const std::optional<Number>& number) {
  return number ? Answer(*number) : Answer(nullptr);
}

Answer answer_of(const fair_time::Guarantee& guarantee) {
  Answer restores = nullptr;
  if (guarantee.restores)
    restores = {{"extend_min", or_null(guarantee.restores->extend_minutes)},
                {"reserve_min", or_null(guarantee.restores->reserve_minutes)},
                {"others_in_writing", or_null(guarantee.restores->others_in_writing)}};
  return {{"before_s", guarantee.before},   {"after_s", guarantee.after},   {"due_s", guarantee.due},
          {"accepted", guarantee.accepted}, {"short_s", guarantee.missing}, {"restores", restores}};
}

}  // namespace

Answer fit_of(const Given& given) {
  given.has_only({"avail", "entries", "minimum", "step", "hand_over", "places_kept", "list_closed"});
  const fair_time::Steps usual;
  const fair_time::Steps steps{.minimum = seconds_at(given, "minimum", usual.minimum),
                               .step = seconds_at(given, "step", usual.step, 1),
                               .hand_over = seconds_at(given, "hand_over", usual.hand_over)};
  const auto available = given.required("avail");
  const auto waiting = given.required("entries");
  std::vector<fair_time::Planned> entries;
  std::vector<std::string> ids;
  if (waiting)
    for (const Given& one : waiting->parts(entries_most)) {
      entries.push_back(entry_of(one));
      const auto id = one.at("id");
      std::string name = !id ? std::to_string(ids.size()) : id->value().is_string() ? id->text() : id->value().dump();
      if (id && std::ranges::find(ids, name) != ids.end()) id->expect("an id that no other entry has");
      ids.push_back(std::move(name));
    }
  const auto kept = places_kept(given);
  const bool list_closed = flag_at(given, "list_closed", true);
  const Seconds left = available ? instant(*available) : 0;
  if (given.wrong()) return nullptr;
  return answer_of(fair_time::fit(left, entries, kept, list_closed, steps), ids);
}

Answer forecast_of(const Given& given) {
  given.has_only({"speeches", "hand_overs", "calls", "absences", "stops", "waiting", "under_way", "scale"});
  const auto seen = seen_of(given);
  std::vector<fair_time::Timed> waiting;
  for (const Given& one : parts_at(given, "waiting")) waiting.push_back(timed_of(one, false).speech);
  const auto now = given.at("under_way");
  const auto under_way = now ? std::optional(timed_of(*now, true)) : std::nullopt;
  const auto scale = given.at("scale");
  const double spread = scale ? scale->number(0, 100) : 1;
  if (given.wrong()) return nullptr;
  const auto learned = fair_time::learn(seen);
  const auto range = fair_time::forecast(fair_time::moments(learned, waiting, under_way), spread);
  return {{"use_of_members", rounded(learned.use_of(LimitOf::member), 1e4)},
          {"spread", rounded(std::sqrt(learned.variance), 1e4)},
          {"hand_over_s", rounded(learned.hand_over, 1e2)},
          {"earliest_s", range.earliest},
          {"median_s", range.median},
          {"latest_s", range.latest}};
}

Answer guarantee_of(const Given& given) {
  given.has_only({"before", "after", "reserved_s", "hand_over"});
  const auto before = given.required("before");
  const auto after = given.required("after");
  const auto reserved = given.required("reserved_s");
  const Seconds hand_over = seconds_at(given, "hand_over", fair_time::Steps{}.hand_over);
  if (!before || !after || !reserved) return nullptr;
  const auto plan_before = plan_of(*before);
  const auto plan_after = plan_of(*after);
  const Seconds kept_for_members = reserved->whole(0, fair_time::seconds_most);
  if (given.wrong()) return nullptr;
  return answer_of(fair_time::guarantee(plan_before, plan_after, kept_for_members, hand_over));
}

}  // namespace rostrum::ctl
