#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "programme/bounds.hpp"
#include "programme/reading.hpp"
#include "programme/words.hpp"

namespace rostrum::programme {

namespace {

const std::vector<std::string> rule_keys{"limits_s",      "order",           "at_limit",
                                         "grace_s",       "several_entries", "present_only",
                                         "list_opens_at", "reserve_s",       "members_share"};

constexpr int order_policy_count = static_cast<int>(council::OrderPolicy::manual) + 1;  // a lot is drawn in the hall
constexpr int at_limit_count = static_cast<int>(council::AtLimit::cut) + 1;

constexpr std::int64_t in_seconds(Millis span) { return span.value / 1000; }

void read_limits(council::Limits& limits, const Value& value) {
  const auto words = words_of<council::LimitOf>(council::limit_of_count);
  const Fields fields(value, "the limits", words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto* limit = fields.find(words[i]);
    if (!limit) continue;
    if (const auto count = limit->whole_number("a limit in whole seconds", in_seconds(council::limit_least),
                                               in_seconds(council::limit_most)))
      limits[static_cast<council::LimitOf>(i)] = seconds(*count);
  }
}

Rules read_rules(const Fields& fields, const Rules& defaults) {
  Rules rules = defaults;
  if (const auto* limits = fields.find("limits_s")) read_limits(rules.limits, *limits);
  if (const auto* order = fields.find("order"))
    if (const auto chosen = order->one_of(words_of<council::OrderPolicy>(order_policy_count)))
      rules.order_policy = static_cast<council::OrderPolicy>(*chosen);
  if (const auto* at_limit = fields.find("at_limit"))
    if (const auto chosen = at_limit->one_of(words_of<council::AtLimit>(at_limit_count)))
      rules.at_limit = static_cast<council::AtLimit>(*chosen);
  if (const auto* grace = fields.find("grace_s"))
    if (const auto count = grace->whole_number("a grace in whole seconds", 0, in_seconds(council::grace_most)))
      rules.grace = seconds(*count);
  if (const auto* several = fields.find("several_entries"))
    if (const auto chosen = several->truth()) rules.several_entries = *chosen;
  if (const auto* present = fields.find("present_only"))
    if (const auto chosen = present->truth()) rules.present_only = *chosen;
  if (const auto* reserve = fields.find("reserve_s"))
    if (const auto count = reserve->whole_number("a reserve in whole seconds", 0, in_seconds(council::reserve_most)))
      rules.reserve = seconds(*count);
  if (const auto* share = fields.find("members_share"))
    if (const auto count = share->whole_number("a share in hundredths", 0, 100))
      rules.members_share = static_cast<std::uint32_t>(*count);
  if (const auto* opens_at = fields.find("list_opens_at")) rules.list_opens_at = *opens_at;
  return rules;
}

/// The instant that `value` means on the session's clocks; none, and a problem, where it means none.
std::optional<Instant> read_instant(const Reading& reading, const Value& value, const std::optional<LocalTime>& day) {
  const auto time = value.is_scalar() ? time_of(value.node().Scalar(), day) : std::nullopt;
  if (!time) {
    value.expect(
        day ? "a local time such as 15:00, or with its date such as 2005-11-29T15:00"
            : "a local time with its date such as 2005-11-29T15:00, or such as 15:00 with the key \"date\" beside it");
    return std::nullopt;
  }
  if (!reading.zone) return std::nullopt;  // a problem already
  const auto at = reading.zone->instant(*time);
  if (!at)
    value.expect(fmt::format("a time that clocks show in {}, where they are set forward past this one",
                             reading.programme.session.timezone));
  return at;
}

std::optional<council::MeetingPlan> read_meeting(Reading& reading, const Value& value) {
  const Fields fields(value, "a meeting", {"id", "title", "date", "starts", "ends"});
  council::MeetingPlan plan;
  const auto* id = fields.need("id");
  const auto entered = id ? reading.meetings.enter(*id) : std::nullopt;
  if (const auto* title = fields.need("title"))
    plan.title = read_text(*title, "a title", council::panel_title_bytes_max, reading.languages);
  std::optional<LocalTime> day;
  if (const auto* date = fields.find("date")) {
    day = date->is_scalar() ? date_of(date->node().Scalar()) : std::nullopt;
    if (!day) date->expect("a date such as 2005-11-29");
  }
  const auto* starts = fields.need("starts");
  const auto* ends = fields.need("ends");
  const bool day_unsound = fields.find("date") && !day;
  const auto start = starts && !day_unsound ? read_instant(reading, *starts, day) : std::nullopt;
  const auto end = ends && !day_unsound ? read_instant(reading, *ends, day) : std::nullopt;
  if (!start || !end) return std::nullopt;
  if (*end <= *start || *end - *start > council::meeting_most) {
    ends->expect(
        fmt::format("a time after the start, by {} hours at most", council::meeting_most.value / minutes(60).value));
    return std::nullopt;
  }
  if (!entered) return std::nullopt;
  plan.id = {*entered}, plan.planned_start = *start, plan.planned_end = *end;
  return plan;
}

council::Document read_document(const Reading& reading, const Value& value) {
  const Fields fields(value, "a document", {"symbol", "title"});
  council::Document document;
  if (const auto* symbol = fields.find("symbol"))
    document.symbol = symbol->line("a symbol such as IC/2005/3", document_symbol_bytes_max).value_or("");
  if (const auto* title = fields.need("title"))
    document.title = read_text(*title, "a title", council::panel_title_bytes_max, reading.languages);
  return document;
}

council::PanellistPlan read_panellist(const Reading& reading, Register& panellists, const Value& value) {
  const Fields fields(value, "a panellist", {"id", "name", "title", "flag"});
  council::PanellistPlan plan;
  if (const auto* id = fields.need("id")) plan.id = {panellists.enter(*id).value_or("")};
  if (const auto* name = fields.need("name"))
    plan.name = read_text(*name, "a name", council::speaker_name_bytes_max, reading.languages);
  if (const auto* title = fields.find("title"))
    plan.title = read_text(*title, "a title", council::speaker_title_bytes_max, reading.languages);
  if (const auto* flag = fields.find("flag")) plan.flag = read_flag(*flag);
  if (plan.flag == "none") plan.flag.clear();
  return plan;
}

void read_content(const Reading& reading, const Fields& fields, council::PanelPlan& plan) {
  if (const auto* subtitle = fields.find("subtitle"))
    plan.subtitle = read_text(*subtitle, "a subtitle", council::panel_title_bytes_max, reading.languages);
  if (const auto* documents = fields.find("documents"))
    for (const auto& item : documents->items("a list of documents", documents_max))
      plan.documents.push_back(read_document(reading, item));
  if (const auto* themes = fields.find("themes"))
    for (const auto& item : themes->items("a list of themes", themes_max))
      plan.themes.push_back(read_text(item, "a theme", council::panel_title_bytes_max, reading.languages));
  Register panellists("a panellist of the panel");
  if (const auto* items = fields.find("panellists"))
    for (const auto& item : items->items("a list of panellists", panellists_max))
      plan.panellists.push_back(read_panellist(reading, panellists, item));
}

const council::MeetingPlan* meeting_of(const Reading& reading, const MeetingId& id) {
  const auto& meetings = reading.programme.meetings;
  const auto found = std::ranges::find(meetings, id, &council::MeetingPlan::id);
  return found == meetings.end() ? nullptr : &*found;
}

std::optional<Instant> read_list_opening(const Reading& reading, const Value& value,
                                         const council::MeetingPlan& meeting) {
  const auto at = read_instant(reading, value, reading.zone->local(meeting.planned_start));
  if (at && *at >= meeting.planned_end) {
    value.expect(fmt::format("a time before the meeting \"{}\" ends", meeting.id.value));
    return std::nullopt;
  }
  return at;
}

council::PanelPlan read_panel(Reading& reading, const Value& value) {
  static const auto keys = [] {
    std::vector<std::string> all{"id", "meeting", "title", "draft", "subtitle", "documents", "themes", "panellists"};
    all.insert(all.end(), rule_keys.begin(), rule_keys.end());
    return all;
  }();
  const Fields fields(value, "a panel", keys);
  council::PanelPlan plan;
  if (const auto* id = fields.need("id")) plan.id = {reading.panels.enter(*id).value_or("")};
  if (const auto* meeting = fields.need("meeting")) plan.meeting = {reading.meetings.resolve(*meeting).value_or("")};
  if (const auto* draft = fields.find("draft")) plan.draft = draft->truth().value_or(false);
  if (const auto* title = plan.draft ? fields.find("title") : fields.need("title"))
    plan.title = read_text(*title, "a title", council::panel_title_bytes_max, reading.languages);
  read_content(reading, fields, plan);
  const auto rules = read_rules(fields, reading.defaults);
  plan.limits = rules.limits, plan.order_policy = rules.order_policy;
  plan.at_limit = rules.at_limit, plan.grace = rules.grace, plan.several_entries = rules.several_entries;
  plan.present_only = rules.present_only, plan.reserve = rules.reserve, plan.members_share = rules.members_share;
  if (const auto* meeting = meeting_of(reading, plan.meeting); meeting && rules.list_opens_at)
    plan.list_opens_at = read_list_opening(reading, *rules.list_opens_at, *meeting);
  return plan;
}

}  // namespace

void read_defaults(Reading& reading, const Value& value) {
  const Fields fields(value, "the defaults", rule_keys);
  reading.defaults = read_rules(fields, {});
}

void read_meetings(Reading& reading, const Value& value) {
  const auto items = value.items("a list of meetings", meetings_max);
  for (const auto& item : items)
    if (auto plan = read_meeting(reading, item)) reading.programme.meetings.push_back(std::move(*plan));
  if (value.node().IsSequence() && value.node().size() == 0) value.expect("at least one meeting");
}

void read_panels(Reading& reading, const Value& value) {
  const auto items = value.items("a list of panels", panels_max);
  for (const auto& item : items) reading.programme.panels.push_back(read_panel(reading, item));
  if (value.node().IsSequence() && value.node().size() == 0) value.expect("at least one panel");
}

}  // namespace rostrum::programme
