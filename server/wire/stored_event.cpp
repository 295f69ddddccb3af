#include "wire/stored_event.hpp"

#include <algorithm>

#include "wire/event_fields.hpp"

namespace rostrum::wire {

Result<council::Event, std::string> EventFields::none() {
  return failure(std::string("is of no kind that this version knows"));
}

void EventFields::take_known(std::string_view, const WireLimits& from, council::Limits& into) {
  if (from.empty()) return refuse("has no limits");
  for (const v1::Limit& limit : from) {
    const auto of = from_wire<council::LimitOf>(limit.of());
    if (!of) return refuse(not_known<council::LimitOf>("of"));
    into[*of] = {limit.limit_ms()};
  }
}

void EventFields::take_known(std::string_view, const v1::NoticeTo& from, council::NoticeTo& into) {
  if (auto to = notice_to_of(from))
    into = *std::move(to);
  else
    refuse("is for nobody that this version knows");
}

void EventFields::take_known(std::string_view, const v1::Programme& from, council::Programme& into) {
  if (auto programme = programme_of(from))
    into = *std::move(programme);
  else
    refuse(programme.error());
}

Result<council::Event, std::string> read(const v1::FloorGiven& from) {
  const auto limit_of = from_wire<council::LimitOf>(from.limit_of());
  if (!limit_of) return failure(std::string("has a limit of an unknown sort"));
  council::FloorGiven given{
      .speech = {from.speech()}, .panel = {from.panel()}, .to = {}, .limit = {from.limit_ms()}, .limit_of = *limit_of};
  switch (from.to_case()) {
  case v1::FloorGiven::kEntry:
    given.to = EntryId{from.entry()};
    return given;
  case v1::FloorGiven::kPanellist:
    given.to = PanellistId{from.panellist()};
    return given;
  case v1::FloorGiven::TO_NOT_SET:
    break;
  }
  return failure(std::string("gives the floor to nobody"));
}

void put(v1::FloorGiven& into, const council::FloorGiven& from) {
  into.set_speech(from.speech.value);
  into.set_panel(from.panel.value);
  put_taker(into, from.to);
  into.set_limit_ms(from.limit.value);
  into.set_limit_of(to_wire(from.limit_of));
}

Result<council::Event, std::string> read(const v1::SecretChecked& from) {
  council::SecretChecked checked;
  if (from.check().size() != checked.check.size()) return failure(std::string("has a check that is not of 32 bytes"));
  std::ranges::copy(from.check(), reinterpret_cast<char*>(checked.check.data()));
  return checked;
}

void put(v1::SecretChecked& into, const council::SecretChecked& from) {
  into.set_check(std::string(as_bytes(from.check)));
}

Result<council::Event, std::string> read(const v1::ClockAnchored& from) {
  if (!is_speed(from.speed())) return failure(std::string("sets the clock to a speed that no clock has"));
  return council::ClockAnchored{
      {.session_start = {from.session_start()}, .wall_start = {from.wall_start()}, .speed = from.speed()}};
}

void put(v1::ClockAnchored& into, const council::ClockAnchored& from) {
  into.set_session_start(from.anchor.session_start.value);
  into.set_wall_start(from.anchor.wall_start.value);
  into.set_speed(from.anchor.speed);
}

}  // namespace rostrum::wire
