// Between the fields of messages and the members of acts and events, for this room's own units: an overload for each
// pair of types. The mapping that is written from the schema (wire/generate) calls them by name alone, so that a field
// and a member that do not fit do not compile.
//
// What may be absent is 0 or empty on the wire. Instants and durations are milliseconds on both sides.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "wire/terms.hpp"

namespace rostrum::wire {

/// What is the same on both sides.
template <class Value>
concept Plain = std::same_as<Value, bool> || std::same_as<Value, std::uint32_t> || std::same_as<Value, std::string>;

using WireNumbers = google::protobuf::RepeatedField<std::uint32_t>;
using WireTexts = google::protobuf::RepeatedPtrField<std::string>;

// ---- from a field into a member

template <Plain Value>
void take(const Value& from, Value& into) {
  into = from;
}
inline void take(const std::same_as<std::int64_t> auto& from, Millis& into) { into = {from}; }
inline void take(const std::same_as<std::int64_t> auto& from, Instant& into) { into = {from}; }
inline void take(const std::same_as<std::int64_t> auto& from, std::optional<Instant>& into) {
  into = unless_zero(from);
}
template <class Tag>
void take(const std::same_as<std::uint32_t> auto& from, NumberId<Tag>& into) {
  into = {from};
}
template <class Tag>
void take(const std::same_as<std::uint32_t> auto& from, std::optional<NumberId<Tag>>& into) {
  into = from == 0 ? std::nullopt : std::optional(NumberId<Tag>{from});
}
template <class Tag>
void take(const std::string& from, TextId<Tag>& into) {
  into = {from};
}
template <class Tag>
void take(const std::string& from, std::optional<TextId<Tag>>& into) {
  into = unless_empty<TextId<Tag>>(from);
}
inline void take(const v1::Speaker& from, council::Speaker& into) { into = speaker_of(from); }
inline void take(const WireText& from, council::Text& into) { into = text_of(from); }
inline void take(const WireTexts& from, std::vector<std::string>& into) { into = {from.begin(), from.end()}; }
template <class Tag>
void take(const WireNumbers& from, std::vector<NumberId<Tag>>& into) {
  for (const std::uint32_t number : from) into.push_back({number});
}

// ---- from a member into a field of one value

template <Plain Value>
const Value& field_of(const Value& value) {
  return value;
}
inline std::int64_t field_of(Millis span) { return span.value; }
inline std::int64_t field_of(Instant at) { return at.value; }
inline std::int64_t field_of(const std::optional<Instant>& at) { return or_zero(at); }
template <class Tag>
std::uint32_t field_of(NumberId<Tag> id) {
  return id.value;
}
template <class Tag>
std::uint32_t field_of(const std::optional<NumberId<Tag>>& id) {
  return or_zero(id);
}
template <class Tag>
const std::string& field_of(const TextId<Tag>& id) {
  return id.value;
}
template <class Tag>
const std::string& field_of(const std::optional<TextId<Tag>>& id) {
  return or_empty(id);
}
template <class Enum>
  requires std::is_enum_v<Enum>
auto field_of(Enum value) {
  return to_wire(value);
}

template <class Enum>
  requires std::is_enum_v<Enum>
auto field_of(const std::optional<Enum>& value) {
  return value ? to_wire(*value) : decltype(to_wire(Enum{})){};
}

// ---- from a member into any other field, which is left unset where nothing is given

template <class Value>
bool is_given(const Value&) {
  return true;
}
inline bool is_given(const council::Speaker& speaker) { return !speaker.name.empty() || !speaker.title.empty(); }

inline void put(WireTexts& into, const std::vector<std::string>& texts) { into.Assign(texts.begin(), texts.end()); }
template <class Tag>
void put(WireNumbers& into, const std::vector<NumberId<Tag>>& ids) {
  for (const NumberId<Tag> id : ids) into.Add(id.value);
}

}  // namespace rostrum::wire
