// The words of the floor that programme, acts, events and views share. docs/rules.md says what each means.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "council/words.hpp"

namespace rostrum::council {

/// A text by BCP 47 tag ("en", "fr", "es").
using Text = std::map<std::string, std::string>;

ROSTRUM_WORDS(Role, chair, desk, delegate, interpreter, captioner, observer, display)
ROSTRUM_WORDS(Category, member, observer_state, igo, ngo, secretariat, panellist)
ROSTRUM_WORDS(Kind, statement, group_statement, question, point_of_order, motion)
ROSTRUM_WORDS(LimitOf, member, observer_state, igo, ngo, secretariat, group_statement, question, panellist,
              point_of_order)
ROSTRUM_WORDS(OrderPolicy, inscription_time, category, rank, alternate, least_heard, manual, lot)
ROSTRUM_WORDS(Rank, head_of_state, head_of_government, minister, vice_minister, ambassador, other)
/// Why an entry stands where it does on the list (L4).
ROSTRUM_WORDS(Reason, time, category, rank, region, least_heard, lot, by_hand, no_show)
ROSTRUM_WORDS(AtLimit, signal, cut)
ROSTRUM_WORDS(MeetingStatus, planned, open, suspended, closed)
ROSTRUM_WORDS(PanelStatus, planned, open, closed)
ROSTRUM_WORDS(ListStatus, not_open, open, closing, closed)
ROSTRUM_WORDS(PauseCause, chair, suspension, point_of_order, motion)
ROSTRUM_WORDS(EndCause, chair, next, speaker, cut, returned, ruled)
ROSTRUM_WORDS(EntryStatus, waiting, has_floor, spoken, withdrawn, removed, no_show, in_writing)
ROSTRUM_WORDS(Ruling, upheld, overruled, noted)
/// In their precedence, the one that goes first before all others (L5).
ROSTRUM_WORDS(MotionKind, suspend_meeting, adjourn_meeting, adjourn_debate, close_debate, close_list)
ROSTRUM_WORDS(MotionSide, in_favour, against)
ROSTRUM_WORDS(MotionOutcome, carried, not_carried, withdrawn, lapsed)
ROSTRUM_WORDS(Delivery, verbatim, check_against_delivery)
ROSTRUM_WORDS(TextFormat, plain, markdown)
ROSTRUM_WORDS(ReleaseCause, speech, paragraph, instant, released, in_writing)
ROSTRUM_WORDS(SignalKind, speak_slowly, no_sound, microphone)
ROSTRUM_WORDS(HelpStatus, requested, taken, done, withdrawn)
ROSTRUM_WORDS(RevokeCause, revoked, replaced, expired)
/// Who is meant by a notice for an audience; the same four that views render for.
ROSTRUM_WORDS(Audience, public_, delegate, booth, desk)

inline constexpr int role_count = count_of<Role>;
inline constexpr int category_count = count_of<Category>;
inline constexpr int kind_count = count_of<Kind>;
inline constexpr int limit_of_count = count_of<LimitOf>;
inline constexpr int ruling_count = count_of<Ruling>;
inline constexpr int delivery_count = count_of<Delivery>;
inline constexpr int text_format_count = count_of<TextFormat>;
inline constexpr int release_cause_count = count_of<ReleaseCause>;
inline constexpr int signal_kind_count = count_of<SignalKind>;
inline constexpr int help_status_count = count_of<HelpStatus>;
inline constexpr int revoke_cause_count = count_of<RevokeCause>;
inline constexpr int audience_count = count_of<Audience>;

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
inline constexpr std::size_t motions_max = 100;               // moved on a panel and waiting
inline constexpr std::size_t panel_title_bytes_max = 800;
inline constexpr std::size_t list_entries_max = 1000;
inline constexpr std::uint32_t filed_max = 1000;  // in writing, of a panel
inline constexpr std::size_t draw_word_max = 32;
inline constexpr Millis limit_least = seconds(10);
inline constexpr Millis limit_most = minutes(120);
inline constexpr Millis added_least = seconds(1);
inline constexpr Millis added_most = minutes(60);
inline constexpr Millis grace_most = minutes(5);
inline constexpr Millis meeting_most = minutes(24 * 60);
inline constexpr Millis reserve_most = minutes(120);
inline constexpr Millis plan_ahead_most = minutes(60 * 24 * 31);

/// So many from the head of the list on are told to stand by (L9).
inline constexpr std::size_t stand_by_places = 5;

/// A statement is released when its speech has run for so long (S2).
inline constexpr Millis released_after = seconds(10);
/// What the time of a text is reckoned with (S1).
inline constexpr std::uint32_t words_per_minute = 110;

/// Amber when so much is left, or the last quarter of the limit if that is less (T3).
inline constexpr Millis amber_left = seconds(30);

}  // namespace rostrum::council
