// The programme that most tests are played on, and the names in it.
#pragma once

#include "council/event.hpp"
#include "council/programme.hpp"

namespace rostrum::council {

inline constexpr Instant start{1'133'272'800'000};  // 2005-11-29T15:00+01:00

inline const MeetingId afternoon{"day-1-afternoon"};
inline const MeetingId next_morning{"day-2-morning"};
inline const PanelId high_level{"high-level"};
inline const PanelId review{"review"};
inline const PanelId special{"special-event"};  // a draft
inline const GrantId chair{"chair.1"};
inline const GrantId desk{"desk.1"};
inline const GrantId display{"display.1"};
inline const GrantId booth{"interpreter.1"};
inline const GrantId captioner{"captioner.1"};

/// Two meetings, three panels of which one is a draft, five members and one of each other category.
inline Programme small_programme() {
  Programme programme;
  programme.session = {.id = {"council-test"},
                       .title = {{"en", "Council"}},
                       .timezone = "Europe/Zurich",
                       .languages = {"en", "fr", "es"}};
  programme.meetings = {{.id = afternoon,
                         .title = {{"en", "Day 1, afternoon"}},
                         .planned_start = start,
                         .planned_end = start + minutes(180)},
                        {.id = next_morning,
                         .title = {{"en", "Day 2, morning"}},
                         .planned_start = start + minutes(1140),
                         .planned_end = start + minutes(1320)}};
  const auto panel = [](PanelId id, MeetingId meeting, std::string title, bool draft = false) {
    return PanelPlan{.id = std::move(id),
                     .meeting = std::move(meeting),
                     .title = {{"en", std::move(title)}},
                     .draft = draft,
                     .limits = default_limits()};
  };
  programme.panels = {panel(high_level, afternoon, "High-level Plenary Panel"),
                      panel(review, next_morning, "The Year in Review"),
                      panel(special, afternoon, "Special Event", true)};
  programme.panels[0].panellists = {{.id = {"it"}, .name = {{"en", "Panellist from Italy"}}}};
  const auto delegation = [&](const std::string& id, Category category, const std::string& name) {
    programme.delegations.push_back({.id = {id}, .category = category, .name = {{"en", name}}});
    programme.seats.push_back({.id = {id}, .role = Role::delegate, .delegation = DelegationId{id}});
  };
  delegation("CL", Category::member, "Chile");
  delegation("EC", Category::member, "Ecuador");
  delegation("KE", Category::member, "Kenya");
  delegation("MA", Category::member, "Morocco");
  delegation("PH", Category::member, "Philippines");
  delegation("VA", Category::observer_state, "Holy See");
  delegation("ILO", Category::igo, "International Labour Organization");
  delegation("CARE", Category::ngo, "An NGO (fictional)");
  for (const Role role : {Role::chair, Role::desk, Role::interpreter, Role::captioner, Role::observer, Role::display})
    programme.seats.push_back({.id = {std::string(name(role))}, .role = role});
  return programme;
}

inline GrantId grant_of(const std::string& seat) { return {seat + ".1"}; }

}  // namespace rostrum::council
