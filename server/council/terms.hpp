// The words of the floor that programme, acts, events and views share. docs/rules.md says what each means.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace rostrum::council {

/// A text by BCP 47 tag ("en", "fr", "es").
using Text = std::map<std::string, std::string>;

enum class Role : std::uint8_t { chair, desk, delegate, interpreter, captioner, observer, display };
enum class Category : std::uint8_t { member, observer_state, igo, ngo, secretariat, panellist };
enum class Kind : std::uint8_t { statement, group_statement, question, point_of_order };
enum class LimitOf : std::uint8_t {
  member,
  observer_state,
  igo,
  ngo,
  secretariat,
  group_statement,
  question,
  panellist,
  point_of_order
};
enum class OrderPolicy : std::uint8_t { inscription_time, category };
enum class AtLimit : std::uint8_t { signal, cut };
enum class MeetingStatus : std::uint8_t { planned, open, suspended, closed };
enum class PanelStatus : std::uint8_t { planned, open, closed };
enum class ListStatus : std::uint8_t { not_open, open, closing, closed };
enum class PauseCause : std::uint8_t { chair, suspension, point_of_order };
enum class EndCause : std::uint8_t { chair, next, speaker, cut, returned, ruled };
enum class EntryStatus : std::uint8_t { waiting, has_floor, spoken, withdrawn, removed, no_show };
enum class Ruling : std::uint8_t { upheld, overruled, noted };
enum class Delivery : std::uint8_t { verbatim, check_against_delivery };
enum class TextFormat : std::uint8_t { plain, markdown };
enum class ReleaseCause : std::uint8_t { speech, paragraph, instant, released };
enum class SignalKind : std::uint8_t { speak_slowly, no_sound, microphone };
enum class HelpStatus : std::uint8_t { requested, taken, done, withdrawn };
enum class RevokeCause : std::uint8_t { revoked, replaced, expired };
/// Who is meant by a notice for an audience; the same four that views render for.
enum class Audience : std::uint8_t { public_, delegate, booth, desk };

// How many values each enumeration has: for tables and for tests that go over all of them.
inline constexpr int role_count = 7;
inline constexpr int category_count = 6;
inline constexpr int kind_count = 4;
inline constexpr int limit_of_count = 9;
inline constexpr int ruling_count = 3;
inline constexpr int delivery_count = 2;
inline constexpr int text_format_count = 2;
inline constexpr int release_cause_count = 4;
inline constexpr int signal_kind_count = 3;
inline constexpr int help_status_count = 4;
inline constexpr int revoke_cause_count = 3;
inline constexpr int audience_count = 4;

[[nodiscard]] std::string_view name(Role role);
[[nodiscard]] std::string_view name(Category category);
[[nodiscard]] std::string_view name(Kind kind);
[[nodiscard]] std::string_view name(LimitOf of);
[[nodiscard]] std::string_view name(OrderPolicy policy);
[[nodiscard]] std::string_view name(AtLimit at_limit);
[[nodiscard]] std::string_view name(Ruling ruling);
[[nodiscard]] std::string_view name(SignalKind kind);
[[nodiscard]] std::string_view name(Audience audience);

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

/// Whom a notice is for: everyone, an audience, or a delegation.
struct Everyone {
  bool operator==(const Everyone&) const = default;
};
using NoticeTo = std::variant<Everyone, Audience, DelegationId>;

/// What time speeches of each sort have. Every sort has a limit.
using Limits = std::map<LimitOf, Millis>;

// Bounds of what people write and of what a list holds. UTF-8 bytes: a name of 120 characters may take 4 each.
inline constexpr std::size_t speaker_name_bytes_max = 480;
inline constexpr std::size_t speaker_title_bytes_max = 640;
inline constexpr std::size_t on_behalf_of_bytes_max = 640;
inline constexpr std::size_t body_bytes_max = 640;
inline constexpr std::size_t note_bytes_max = 640;
inline constexpr std::size_t notice_bytes_max = 1'120;
inline constexpr std::size_t notices_max = 20;      // that stand at once
inline constexpr std::size_t over_kept_max = 1000;  // signals, notices, requests for help: each, with those that stand
inline constexpr std::size_t statement_bytes_max = 32u << 10;
inline constexpr std::size_t statement_languages_max = 8;
inline constexpr std::uint32_t statement_versions_max = 100;  // in each language
inline constexpr std::size_t points_of_order_max = 100;       // raised on a panel and waiting
inline constexpr std::size_t panel_title_bytes_max = 800;
inline constexpr std::size_t list_entries_max = 1000;
inline constexpr Millis limit_least = seconds(10);
inline constexpr Millis limit_most = minutes(120);
inline constexpr Millis added_least = seconds(1);
inline constexpr Millis added_most = minutes(60);
inline constexpr Millis grace_most = minutes(5);
inline constexpr Millis plan_ahead_most = minutes(60 * 24 * 31);

/// A statement is released when its speech has run for so long (S2).
inline constexpr Millis released_after = seconds(10);
/// What the time of a text is reckoned with (S1).
inline constexpr std::uint32_t words_per_minute = 110;

/// Amber when so much is left, or the last quarter of the limit if that is less (T3).
inline constexpr Millis amber_left = seconds(30);

}  // namespace rostrum::council
