// The words of the floor between council and protobuf, for this room's own units: enumerations by the table that is
// written from the schema, so that neither side's numbers can shift the other's, and the small messages that commits,
// commands and views share.
//
// An instant or an id that may be absent is 0 or empty on the wire.
#pragma once

#include <optional>
#include <utility>

#include "council/programme.hpp"
#include "views/views.hpp"
#include "wire/generated/words.hpp"

namespace rostrum::v1 {
class RegionStanding;  // of view.proto, which not all who have these words need
}  // namespace rostrum::v1

namespace rostrum::wire {

namespace v1 = rostrum::v1;

/// What `value` stands for; none where it is unspecified, or not known to this version.
template <class Enum, class Wire>
[[nodiscard]] constexpr std::optional<Enum> from_wire(Wire value) {
  for (const auto& [ours, theirs] : Words<Enum>::table)
    if (theirs == value) return ours;
  return std::nullopt;
}

using WireText = google::protobuf::Map<std::string, std::string>;

void put(WireText& into, const council::Text& text);
[[nodiscard]] council::Text text_of(const WireText& text);

/// Leaves the field of `into` unset where nothing is given.
template <class Message>
void put_speaker(Message& into, const council::Speaker& speaker) {
  if (!speaker.name.empty()) into.mutable_speaker()->set_name(speaker.name);
  if (!speaker.title.empty()) into.mutable_speaker()->set_title(speaker.title);
}
void put(v1::Speaker& into, const council::Speaker& speaker);
[[nodiscard]] council::Speaker speaker_of(const v1::Speaker& speaker);

void put(v1::Document& into, const council::Document& document);
[[nodiscard]] council::Document document_of(const v1::Document& document);

void put(v1::NoticeTo& into, const council::NoticeTo& to);
/// None where nobody is named, or an audience that this version does not know.
[[nodiscard]] std::optional<council::NoticeTo> notice_to_of(const v1::NoticeTo& to);

/// Who has the floor, in the oneof `to`.
template <class Message>
void put_taker(Message& into, const std::variant<EntryId, PanellistId>& to) {
  if (const auto* entry = std::get_if<EntryId>(&to))
    into.set_entry(entry->value);
  else
    into.set_panellist(std::get<PanellistId>(to).value);
}

using WireLimits = google::protobuf::RepeatedPtrField<v1::Limit>;

/// In the order of the sorts.
void put(WireLimits& into, const council::Limits& limits);

void put(v1::RegionStanding& into, const council::RegionStanding& standing);

[[nodiscard]] inline std::int64_t or_zero(const std::optional<Instant>& at) { return at ? at->value : 0; }
[[nodiscard]] inline std::optional<Instant> unless_zero(std::int64_t at) {
  return at == 0 ? std::nullopt : std::optional(Instant{at});
}

template <class Tag>
[[nodiscard]] const std::string& or_empty(const std::optional<TextId<Tag>>& id) {
  static const std::string empty;
  return id ? id->value : empty;
}
template <class Tag>
[[nodiscard]] std::uint32_t or_zero(const std::optional<NumberId<Tag>>& id) {
  return id ? id->value : 0;
}
template <class Id>
[[nodiscard]] std::optional<Id> unless_empty(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(Id{id});
}

}  // namespace rostrum::wire
