// The fields of stored events, and the events whose mapping is written by hand. For the mapping that is written from
// the schema (wire/generate), which has a line for each field. A stored event was sound when it was stored: what may be
// wrong with it is only that a newer version has stored it, in words that this one does not know.
#pragma once

#include "wire/fields.hpp"
#include "wire/stored_event.hpp"
#include "wire/stored_programme.hpp"

namespace rostrum::wire {

/// Takes field after field. The first that is not known is what the event is refused for.
class EventFields {
 public:
  template <class Wire, class Member>
  void operator()(std::string_view field, const Wire& from, Member& into) {
    if (refused_.empty()) take_known(field, from, into);
  }

  void refuse(std::string why) {
    if (refused_.empty()) refused_ = std::move(why);
  }

  template <class Event>
  [[nodiscard]] Result<council::Event, std::string> read(Event event) {
    if (!refused_.empty()) return failure(std::move(refused_));
    return event;
  }

  /// Where there is no event.
  [[nodiscard]] static Result<council::Event, std::string> none();

 private:
  template <class Wire, class Member>
  void take_known(std::string_view, const Wire& from, Member& into) {
    take(from, into);
  }
  template <class Wire, class Enum>
    requires std::is_enum_v<Enum>
  void take_known(std::string_view field, const Wire& from, Enum& into) {
    if (const auto known = from_wire<Enum>(from))
      into = *known;
    else
      refuse(not_known<Enum>(field));
  }
  template <class Wire, class Enum>
    requires std::is_enum_v<Enum>
  void take_known(std::string_view field, const Wire& from, std::optional<Enum>& into) {
    if (from == Wire{}) return;
    take_known(field, from, into.emplace());
  }
  void take_known(std::string_view field, const WireLimits& from, council::Limits& into);
  void take_known(std::string_view field, const v1::NoticeTo& from, council::NoticeTo& into);
  void take_known(std::string_view field, const v1::Programme& from, council::Programme& into);

  template <class Enum>
  static std::string not_known(std::string_view field) {
    if constexpr (std::same_as<Enum, council::Kind>) return "is of an unknown kind of intervention";
    if constexpr (std::same_as<Enum, council::SignalKind>) return "is of an unknown kind of signal";
    if constexpr (std::same_as<Enum, council::LimitOf>) return "is of a limit of an unknown sort";
    return "has an unknown " + std::string(field);
  }

  std::string refused_;
};

Result<council::Event, std::string> read(const v1::FloorGiven& from);
void put(v1::FloorGiven& into, const council::FloorGiven& from);

Result<council::Event, std::string> read(const v1::SecretChecked& from);
void put(v1::SecretChecked& into, const council::SecretChecked& from);

Result<council::Event, std::string> read(const v1::ClockAnchored& from);
void put(v1::ClockAnchored& into, const council::ClockAnchored& from);

}  // namespace rostrum::wire
