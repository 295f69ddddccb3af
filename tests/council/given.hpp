// Tests of the floor as sentences: given events, when a command, then events or a rejection.
#pragma once

#include <catch2/catch.hpp>

#include "council/deadlines.hpp"
#include "council/decide.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"
#include "council/order.hpp"
#include "council/sentence.hpp"
#include "council/timing.hpp"
#include "council/told.hpp"

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

/// A floor that things happen on, one act a second unless told otherwise.
class Given {
 public:
  explicit Given(Programme programme = small_programme()) {
    happen({SessionCreated{std::move(programme)}}, system_seat);
  }

  State state;
  Instant now = start;
  Present present;  // delegations of which a device is connected

  Given& at(Instant instant) { return now = instant, *this; }
  Given& after(Millis span) { return now = now + span, *this; }

  /// Decides and, where it is accepted, lets it happen; the rejection otherwise.
  Decided<Events> when(const GrantId& actor, Act act, Expects expects = {}) {
    auto events = decide(state, {std::move(act), expects}, {.now = now, .actor = actor, .present = present});
    if (events) {
      REQUIRE_FALSE(events->empty());
      happen(*events, actor == system_grant ? system_seat : state.grants.at(actor).seat);
    }
    return events;
  }

  /// What must be accepted for the test to mean anything.
  Events must(const GrantId& actor, Act act, Expects expects = {}) {
    auto events = when(actor, std::move(act), expects);
    if (!events) FAIL("rejected: " << name(events.error().code));
    return *events;
  }

  /// The code of the rejection, or "accepted".
  std::string refused(const GrantId& actor, Act act, Expects expects = {}) {
    auto events = when(actor, std::move(act), expects);
    return events ? "accepted" : std::string(name(events.error().code));
  }

  EntryId ask(const std::string& delegation, Kind kind = Kind::statement) {
    now = now + seconds(1);
    must(grant_of(delegation), RequestFloor{.panel = high_level,
                                            .kind = kind,
                                            .on_behalf_of = kind == Kind::group_statement ? "a group" : ""});
    return {state.last_entry};
  }

  SpeechId give(EntryId entry) {
    must(chair, GiveFloor{high_level, entry});
    return {state.last_speech};
  }

  [[nodiscard]] const Panel& panel(const PanelId& id = high_level) const { return state.panels.at(id); }
  [[nodiscard]] const Entry& entry(EntryId id) const { return state.entries.at(id); }
  [[nodiscard]] const Speech& speech(SpeechId id) const { return state.speeches.at(id); }

  EntryId raise(const std::string& delegation, const std::string& note = "") {
    now = now + seconds(1);
    must(grant_of(delegation), RaisePointOfOrder{.panel = high_level, .note = note});
    return {state.last_entry};
  }

  SpeechId recognise(EntryId point) {
    must(chair, RecognisePointOfOrder{point});
    return {state.last_speech};
  }

  /// The delegations on the list, from the head on: "CL EC KE"; "guest" for one without a delegation.
  [[nodiscard]] std::string list(const PanelId& id = high_level) const {
    std::string text;
    for (const EntryId entry_id : panel(id).order)
      text += (text.empty() ? "" : " ") + entry(entry_id).delegation.value_or(DelegationId{"guest"}).value;
    return text;
  }

  /// What the server itself proposes at `now`, until no deadline has passed; how many acts there were.
  int deadlines() {
    int acts = 0;
    for (auto deadline = next_deadline(state); deadline && deadline->at <= now; deadline = next_deadline(state)) {
      must(system_grant, deadline->act);
      ++acts;
    }
    return acts;
  }

 private:
  void happen(const Events& events, const SeatId& actor) {
    const Stamp stamp{.act = {.seq = {++seq_}}, .at = now, .actor = actor};
    for (const Event& event : events) {
      evolve(state, event, stamp);
      CHECK_FALSE(sentence(state, event).empty());
      CHECK_FALSE(told(state, event).event.empty());
    }
    CHECK(broken_invariant(state) == "");
    CHECK(state.releases_planned == releases_planned());
    CHECK(state.expiries == expiries());
  }

  /// What `State::releases_planned` and `expiries` have to hold, from all statements and grants.
  [[nodiscard]] std::set<std::pair<Instant, EntryId>> releases_planned() const {
    std::set<std::pair<Instant, EntryId>> planned;
    for (const auto& [id, statement] : state.statements)
      if (statement.releases_at) planned.emplace(*statement.releases_at, id);
    return planned;
  }
  [[nodiscard]] std::set<std::pair<Instant, GrantId>> expiries() const {
    std::set<std::pair<Instant, GrantId>> expiring;
    for (const auto& [id, grant] : state.grants)
      if (grant.expires_at && !grant.revoked) expiring.emplace(*grant.expires_at, id);
    return expiring;
  }

  std::uint64_t seq_ = 0;
};

/// The meeting and the panel are open, and so is the list.
inline Given on_the_floor(Programme programme = small_programme()) {
  Given given(std::move(programme));
  given.must(chair, OpenMeeting{afternoon});
  given.must(chair, OpenPanel{high_level});
  given.must(chair, OpenList{high_level});
  return given;
}

/// As above, with Chile, Ecuador, Kenya and Morocco waiting in this order.
inline Given four_waiting(Programme programme = small_programme()) {
  Given given = on_the_floor(std::move(programme));
  for (const char* delegation : {"CL", "EC", "KE", "MA"}) given.ask(delegation);
  return given;
}

}  // namespace rostrum::council
