// Tests of the floor as sentences: given events, when a command, then events or a rejection.
#pragma once

#include <catch2/catch.hpp>

#include "council/deadlines.hpp"
#include "council/decide.hpp"
#include "council/happen.hpp"
#include "council/invariants.hpp"
#include "council/order.hpp"
#include "council/small_programme.hpp"
#include "council/timing.hpp"
#include "council/told.hpp"
#include "rostrumctl/sentence.hpp"

namespace rostrum::council {

/// A floor that things happen on, one act a second unless told otherwise.
class Given {
 public:
  explicit Given(Programme programme = small_programme()) { let({SessionCreated{std::move(programme)}}, system_seat); }

  State state;
  Instant now = start;
  Present present;  // delegations of which a device is connected
  LotSecret lot_secret = [](const PanelId& panel, std::uint32_t draw) {
    return hex(as_bytes(sha256(panel.value + std::to_string(draw))));
  };

  Given& at(Instant instant) { return now = instant, *this; }
  Given& after(Millis span) { return now = now + span, *this; }

  /// Decides and, where it is accepted, lets it happen; the rejection otherwise.
  Decided<Events> when(const GrantId& actor, Act act, Expects expects = {}) {
    auto events = decide(state, {std::move(act), expects},
                         {.now = now, .actor = actor, .present = present, .lot_secret = lot_secret});
    if (events) {
      REQUIRE_FALSE(events->empty());
      *events = let(*std::move(events), actor == system_grant ? system_seat : state.grants.at(actor).seat);
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
    for (const EntryId entry_id : panel(id).order())
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
  Events let(Events events, const SeatId& actor) {
    events = happen(state, std::move(events), {.act = {.seq = {++seq_}}, .at = now, .actor = actor});
    for (const Event& event : events) {
      CHECK_FALSE(ctl::sentence(state, event, [](Instant) { return "then"; }).empty());
      CHECK_FALSE(told(state, event).event.empty());
    }
    CHECK(broken_invariant(state) == "");
    CHECK(state.releases_planned == releases_planned());
    CHECK(state.expiries == expiries());
    return events;
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
