#include "programme/changes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/characters.hpp"
#include "programme/words.hpp"
#include "programme/zone.hpp"

namespace rostrum::programme {

namespace {

using namespace council;

std::string words(const Text& text) {
  if (text.empty()) return "none";
  const auto english = text.find("en");
  return "\"" + isolated(on_one_line((english == text.end() ? text.begin() : english)->second)) + "\"";
}
std::string words(const std::string& text) { return text.empty() ? "none" : text; }
std::string words(const std::vector<std::string>& list) {
  return list.empty() ? "none" : fmt::format("{}", fmt::join(list, ", "));
}
std::string words(Millis span) { return fmt::format("{} s", span.value / 1000); }
std::string words(std::uint32_t hundredths) { return fmt::format("{} %", hundredths); }
std::string words(bool truth) { return truth ? "yes" : "no"; }
std::string words(const std::optional<DelegationId>& id) { return id ? id->value : "none"; }
std::string words(const std::optional<Speaker>& person) {
  if (!person) return "nobody";
  const auto shown = [](const std::string& text) { return isolated(on_one_line(text)); };
  return person->title.empty() ? shown(person->name) : shown(person->name) + ", " + shown(person->title);
}
std::string spanish_point_of_order(const SessionPlan& plan) { return spanish_points_of_order()[plan.mocion_de_orden]; }
std::string days_of(Millis span) { return std::to_string(span.value / minutes(24 * 60).value); }
template <class Tag>
std::string words(const TextId<Tag>& id) {
  return words(id.value);
}
template <class Enum>
  requires std::is_enum_v<Enum>
std::string words(Enum value) {
  return std::string(name(value));
}

class Comparison {
 public:
  explicit Comparison(const std::string& timezone) : zone_(Zone::named(timezone)) {}

  std::vector<std::string> sentences;

  /// One field of the thing that `subject` names.
  template <class Field>
  void field(const std::string& subject, std::string_view what, const Field& taken, const Field& now) {
    if (taken == now) return;
    const auto before = said(taken);
    const auto after = said(now);
    // The words are English; a text may differ in another language only.
    if (before == after)
      say(fmt::format("{}: {} reads differently in another language.", subject, what));
    else
      say(fmt::format("{}: {} was {}, is {}.", subject, what, before, after));
  }

  /// A list that is shown whole or not at all.
  template <class Item>
  void list(const std::string& subject, std::string_view what, const std::vector<Item>& taken,
            const std::vector<Item>& now) {
    if (taken == now) return;
    if (taken.size() != now.size())
      say(fmt::format("{}: there were {} {}, there are {}.", subject, taken.size(), what, now.size()));
    else
      say(fmt::format("{}: the {} have changed.", subject, what));
  }

  /// Things with an id: those that came, went, changed their order, and what differs in those that stayed.
  template <class Plan, class Compare>
  void things(std::string_view what, const std::vector<Plan>& taken, const std::vector<Plan>& now, Compare compare) {
    const auto in = [](const std::vector<Plan>& plans, const Plan& plan) {
      return std::ranges::find(plans, plan.id, &Plan::id);
    };
    std::vector<std::string> stayed_before, stayed_now;
    for (const auto& plan : taken) {
      if (in(now, plan) == now.end())
        say(fmt::format("{} \"{}\" is no longer there.", what, plan.id.value));
      else
        stayed_before.push_back(plan.id.value);
    }
    for (const auto& plan : now) {
      const auto before = in(taken, plan);
      if (before == taken.end()) {
        say(fmt::format("{} \"{}\" is new.", what, plan.id.value));
        continue;
      }
      stayed_now.push_back(plan.id.value);
      if (!(*before == plan)) compare(fmt::format("{} \"{}\"", what, plan.id.value), *before, plan);
    }
    if (stayed_before != stayed_now) say(fmt::format("{}s stand in another order.", what));
  }

 private:
  void say(std::string sentence) {
    if (++count_ <= changes_max)
      sentences.push_back(std::move(sentence));
    else if (count_ == changes_max + 1)
      sentences.push_back("There is 1 more change.");
    else
      sentences.back() = fmt::format("There are {} more changes.", count_ - changes_max);
  }

  template <class Field>
  std::string said(const Field& field) const {
    return words(field);
  }
  std::string said(const Instant& at) const { return zone_ ? iso(zone_->local(at)) : fmt::format("{} ms", at.value); }
  std::string said(const std::optional<Instant>& at) const { return at ? said(*at) : "not planned"; }

  std::optional<Zone> zone_;
  std::size_t count_ = 0;
};

void compare_session(Comparison& to, const SessionPlan& taken, const SessionPlan& now) {
  const std::string subject = "The session";
  to.field(subject, "the id", taken.id, now.id);
  to.field(subject, "the title", taken.title, now.title);
  to.field(subject, "the theme", taken.theme, now.theme);
  to.field(subject, "the time zone", taken.timezone, now.timezone);
  to.field(subject, "the languages", taken.languages, now.languages);
  to.field(subject, "the days that codes are valid", days_of(taken.codes_valid), days_of(now.codes_valid));
  to.field(subject, "what Spanish calls a point of order", spanish_point_of_order(taken), spanish_point_of_order(now));
}

void compare_panel(Comparison& to, const std::string& subject, const PanelPlan& taken, const PanelPlan& now) {
  to.field(subject, "the meeting", taken.meeting, now.meeting);
  to.field(subject, "the title", taken.title, now.title);
  to.field(subject, "a draft", taken.draft, now.draft);
  to.field(subject, "the subtitle", taken.subtitle, now.subtitle);
  to.list(subject, "documents", taken.documents, now.documents);
  to.list(subject, "themes", taken.themes, now.themes);
  to.list(subject, "panellists", taken.panellists, now.panellists);
  for (const auto& [of, limit] : now.limits) {
    const auto before = taken.limits.find(of);
    to.field(subject, fmt::format("the limit of {}", name(of)),
             before == taken.limits.end() ? Millis{} : before->second, limit);
  }
  to.field(subject, "the order", taken.order_policy, now.order_policy);
  to.field(subject, "what happens at the limit", taken.at_limit, now.at_limit);
  to.field(subject, "the grace", taken.grace, now.grace);
  to.field(subject, "several entries", taken.several_entries, now.several_entries);
  to.field(subject, "present only", taken.present_only, now.present_only);
  to.field(subject, "the opening of the list", taken.list_opens_at, now.list_opens_at);
  to.field(subject, "the reserve", taken.reserve, now.reserve);
  to.field(subject, "the share of Member States", taken.members_share, now.members_share);
}

void compare_meeting(Comparison& to, const std::string& subject, const MeetingPlan& taken, const MeetingPlan& now) {
  to.field(subject, "the title", taken.title, now.title);
  to.field(subject, "the planned start", taken.planned_start, now.planned_start);
  to.field(subject, "the planned end", taken.planned_end, now.planned_end);
}

void compare_delegation(Comparison& to, const std::string& subject, const DelegationPlan& taken,
                        const DelegationPlan& now) {
  to.field(subject, "the category", taken.category, now.category);
  to.field(subject, "the groups", taken.groups, now.groups);
  to.field(subject, "the name", taken.name, now.name);
  to.field(subject, "the flag", taken.flag, now.flag);
}

void compare_seat(Comparison& to, const std::string& subject, const SeatPlan& taken, const SeatPlan& now) {
  to.field(subject, "the role", taken.role, now.role);
  to.field(subject, "the delegation", taken.delegation, now.delegation);
  to.field(subject, "the language", taken.language, now.language);
  to.field(subject, "the person", taken.person, now.person);
}

}  // namespace

std::vector<std::string> changes(const Programme& taken, const Programme& now) {
  Comparison to(now.session.timezone);
  const auto each = [&](auto compare) {
    return [&to, compare](const std::string& subject, const auto& before, const auto& after) {
      compare(to, subject, before, after);
    };
  };
  compare_session(to, taken.session, now.session);
  to.things("Meeting", taken.meetings, now.meetings, each(compare_meeting));
  to.things("Panel", taken.panels, now.panels, each(compare_panel));
  to.things("Delegation", taken.delegations, now.delegations, each(compare_delegation));
  to.things("Seat", taken.seats, now.seats, each(compare_seat));
  return std::move(to.sentences);
}

}  // namespace rostrum::programme
