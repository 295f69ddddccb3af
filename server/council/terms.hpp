// The words of the floor that programme, acts, events and views share. docs/rules.md says what each means.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace rostrum::council {

/// A text by BCP 47 tag ("en", "fr", "es").
using Text = std::map<std::string, std::string>;

enum class Role : std::uint8_t { chair, desk, delegate, interpreter, captioner, observer, display };
enum class Category : std::uint8_t { member, observer_state, igo, ngo, secretariat, panellist };
enum class Kind : std::uint8_t { statement, group_statement, question };
enum class LimitOf : std::uint8_t {
  member,
  observer_state,
  igo,
  ngo,
  secretariat,
  group_statement,
  question,
  panellist
};
enum class OrderPolicy : std::uint8_t { inscription_time, category };
enum class AtLimit : std::uint8_t { signal, cut };
enum class MeetingStatus : std::uint8_t { planned, open, suspended, closed };
enum class PanelStatus : std::uint8_t { planned, open, closed };
enum class ListStatus : std::uint8_t { not_open, open, closing, closed };
enum class PauseCause : std::uint8_t { chair, suspension };
enum class EndCause : std::uint8_t { chair, next, speaker, cut, returned };
enum class EntryStatus : std::uint8_t { waiting, has_floor, spoken, withdrawn, removed, no_show };

// How many values each enumeration has: for tables and for tests that go over all of them.
inline constexpr int role_count = 7;
inline constexpr int category_count = 6;
inline constexpr int kind_count = 3;
inline constexpr int limit_of_count = 8;

[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::string_view name(Category category);
[[nodiscard]] std::string_view name(Kind kind);
[[nodiscard]] std::string_view name(LimitOf of);
[[nodiscard]] std::string_view name(OrderPolicy policy);
[[nodiscard]] std::string_view name(AtLimit at_limit);

/// A person's name and function as announced, in the person's own words; empty where not given.
struct Speaker {
  std::string name;   // at most speaker_name_bytes_max
  std::string title;  // at most speaker_title_bytes_max

  bool operator==(const Speaker&) const = default;
};

struct Document {
  std::string symbol;  // empty: none
  Text title;

  bool operator==(const Document&) const = default;
};

/// What time speeches of each sort have. Every sort has a limit.
using Limits = std::map<LimitOf, Millis>;

// Bounds of what people write and of what a list holds. UTF-8 bytes: a name of 120 characters may take 4 each.
inline constexpr std::size_t speaker_name_bytes_max = 480;
inline constexpr std::size_t speaker_title_bytes_max = 640;
inline constexpr std::size_t on_behalf_of_bytes_max = 640;
inline constexpr std::size_t panel_title_bytes_max = 800;
inline constexpr std::size_t list_entries_max = 1000;
inline constexpr Millis limit_least = seconds(10);
inline constexpr Millis limit_most = minutes(120);
inline constexpr Millis added_least = seconds(1);
inline constexpr Millis added_most = minutes(60);
inline constexpr Millis grace_most = minutes(5);
inline constexpr Millis plan_ahead_most = minutes(60 * 24 * 31);

/// Amber when so much is left, or the last quarter of the limit if that is less (T3).
inline constexpr Millis amber_left = seconds(30);

}  // namespace rostrum::council
