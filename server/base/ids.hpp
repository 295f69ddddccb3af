// Ids that cannot be taken for one another. Text ids come from the programme file and are permanent; numbers are given
// by the session in the order in which things happen, from 1.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace rostrum {

template <class Tag>
struct TextId {
  std::string value;

  auto operator<=>(const TextId&) const = default;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

template <class Tag>
struct NumberId {
  std::uint32_t value = 0;

  auto operator<=>(const NumberId&) const = default;
  [[nodiscard]] bool none() const { return value == 0; }
};

using SessionId = TextId<struct SessionTag>;
using MeetingId = TextId<struct MeetingTag>;
using PanelId = TextId<struct PanelTag>;
using DelegationId = TextId<struct DelegationTag>;
using PanellistId = TextId<struct PanellistTag>;
using SeatId = TextId<struct SeatTag>;
using GrantId = TextId<struct GrantTag>;

using EntryId = NumberId<struct EntryTag>;
using SpeechId = NumberId<struct SpeechTag>;
using SignalId = NumberId<struct SignalTag>;
using NoticeId = NumberId<struct NoticeTag>;
using HelpId = NumberId<struct HelpTag>;

/// The place of a commit in the journal: 1, 2, 3, ...; 0 is before the first.
struct Seq {
  std::uint64_t value = 0;

  auto operator<=>(const Seq&) const = default;
  [[nodiscard]] Seq next() const { return {value + 1}; }
};

/// How often the right to add to a session's log was given away, the first time included. Terms only rise; each has one
/// writer.
struct Term {
  std::uint64_t value = 0;

  auto operator<=>(const Term&) const = default;
  [[nodiscard]] Term next() const { return {value + 1}; }
};

/// The name of an accepted act: the `index`th (from 0) of commit `seq`.
struct ActName {
  Seq seq;
  std::uint32_t index = 0;

  auto operator<=>(const ActName&) const = default;
};

}  // namespace rostrum

template <class Tag>
struct std::hash<rostrum::TextId<Tag>> {
  std::size_t operator()(const rostrum::TextId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};

template <class Tag>
struct std::hash<rostrum::NumberId<Tag>> {
  std::size_t operator()(const rostrum::NumberId<Tag>& id) const noexcept { return id.value; }
};
