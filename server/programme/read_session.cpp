#include <algorithm>

#include <fmt/format.h>

#include "programme/bounds.hpp"
#include "programme/country.hpp"
#include "programme/nearest.hpp"
#include "programme/reading.hpp"
#include "programme/words.hpp"

namespace rostrum::programme {

namespace {

constexpr Millis days(std::int64_t count) { return minutes(count * 24 * 60); }

Languages read_languages(const Value& value) {
  Languages languages;
  const auto items = value.items("a list of languages", languages_max);
  for (const auto& item : items) {
    const auto tag = item.is_scalar() ? item.node().Scalar() : std::string();
    if (!is_language_tag(tag))
      item.expect("a language by its BCP 47 tag, such as fr or pt-BR");
    else if (std::ranges::find(languages, tag) != languages.end())
      item.expect("each language once");
    else
      languages.push_back(tag);
  }
  if (value.node().IsSequence() && value.node().size() == 0) value.expect("at least one language");
  return languages;
}

std::optional<Zone> read_zone(const Value& value) {
  const auto name = value.line("a time zone, such as Europe/Zurich", id_bytes_max);
  if (!name) return std::nullopt;
  auto zone = Zone::named(*name);
  if (!zone) value.expect(with_nearest("a time zone by its IANA name, such as Europe/Zurich", *name, Zone::names()));
  return zone;
}

std::optional<council::DelegationPlan> read_delegation(Reading& reading, const Value& value) {
  const Fields fields(value, "a delegation", {"id", "category", "groups", "name", "flag"});
  council::DelegationPlan plan;
  const auto* id = fields.need("id");
  const auto entered = id ? reading.delegations.enter(*id) : std::nullopt;
  const auto* category = fields.need("category");
  const auto chosen = category ? category->one_of(delegation_categories()) : std::nullopt;
  if (const auto* groups = fields.find("groups")) {
    for (const auto& group : groups->items("a list of groups", groups_max)) {
      const auto word = group.is_scalar() ? group.node().Scalar() : std::string();
      if (!well_formed(word))
        group.expect(fmt::format("a group: 1 to {} letters, digits and hyphens", id_bytes_max));
      else if (std::ranges::find(plan.groups, word) != plan.groups.end())
        group.expect("each group once");
      else
        plan.groups.push_back(word);
    }
  }
  const auto* name = fields.find("name");
  auto given =
      name ? read_words(*name, "a delegation's name", delegation_name_bytes_max, reading.languages) : council::Text{};
  const auto* flag = fields.find("flag");
  const auto chosen_flag = flag ? read_flag(*flag) : std::string();
  if (!entered || !chosen) return std::nullopt;
  plan.id = {*entered};
  plan.category = static_cast<council::Category>(*chosen);
  plan.flag = delegation_flag(*entered, plan.category, chosen_flag);
  plan.name = delegation_names(*entered, plan.category, std::move(given), reading.languages);
  if (plan.name.empty() && !name) value.expect("the key \"name\" of a delegation, as CLDR has no name for this id");
  return plan;
}

}  // namespace

void read_session(Reading& reading, const Value& value) {
  const Fields fields(value, "a session",
                      {"id", "title", "theme", "timezone", "languages", "codes_valid_days", "point_of_order_es"});
  auto& session = reading.programme.session;
  Register sessions("a session");
  if (const auto* id = fields.need("id")) session.id = {sessions.enter(*id).value_or("")};
  if (const auto* languages = fields.need("languages")) reading.languages = read_languages(*languages);
  session.languages = reading.languages;
  if (const auto* zone = fields.need("timezone")) {
    reading.zone = read_zone(*zone);
    if (reading.zone) session.timezone = zone->node().Scalar();
  }
  if (const auto* title = fields.need("title"))
    session.title = read_text(*title, "a title", council::panel_title_bytes_max, reading.languages);
  if (const auto* theme = fields.find("theme"))
    session.theme = read_text(*theme, "a theme", council::panel_title_bytes_max, reading.languages);
  session.codes_valid = days(codes_valid_days_default);
  if (const auto* valid = fields.find("codes_valid_days"))
    if (const auto count =
            valid->whole_number("a number of days, or 0 for codes without an end", 0, codes_valid_days_most))
      session.codes_valid = days(*count);
  if (const auto* called = fields.find("point_of_order_es"))
    session.mocion_de_orden = called->one_of(spanish_points_of_order()) == 1;
}

void read_delegations(Reading& reading, const Value& value) {
  auto& plans = reading.programme.delegations;
  const auto most = delegations_max - std::min(delegations_max, plans.size());
  for (const auto& item : value.items("a list of delegations", most))
    if (auto plan = read_delegation(reading, item)) plans.push_back(std::move(*plan));
  if (value.node().IsSequence() && value.node().size() == 0 && plans.empty()) value.expect("at least one delegation");
}

std::string read_language(const Reading& reading, const Value& value) {
  if (reading.languages.empty()) return {};  // a problem already
  const auto chosen = value.one_of(reading.languages);
  return chosen ? reading.languages[*chosen] : std::string();
}

std::string read_flag(const Value& value) {
  const auto flag = value.is_scalar() ? value.node().Scalar() : std::string();
  if (flag == "none" || flag_exists(flag)) return flag;
  value.expect("a flag by its lower-case ISO 3166-1 alpha-2 code, or none");
  return {};
}

}  // namespace rostrum::programme
