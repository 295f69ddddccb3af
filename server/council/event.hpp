// What happened, in outcomes: the place given, the limit granted, the deadline set. Never a policy to be computed
// again: evolve knows no policy and no default, so that an old log means the same after a rule has changed.
#pragma once

#include <variant>

#include "council/programme.hpp"

namespace rostrum::council {

struct SessionCreated {
  Programme programme;
  bool operator==(const SessionCreated&) const = default;
};

struct MeetingOpened {
  MeetingId meeting;
  bool operator==(const MeetingOpened&) const = default;
};
struct MeetingSuspended {
  MeetingId meeting;
  std::optional<Instant> until;
  bool operator==(const MeetingSuspended&) const = default;
};
struct MeetingResumed {
  MeetingId meeting;
  bool operator==(const MeetingResumed&) const = default;
};
struct MeetingClosed {
  MeetingId meeting;
  bool operator==(const MeetingClosed&) const = default;
};

struct PanelOpened {
  PanelId panel;
  bool operator==(const PanelOpened&) const = default;
};
struct PanelClosed {
  PanelId panel;
  bool operator==(const PanelClosed&) const = default;
};
struct PanelTitled {
  PanelId panel;
  Text title;
  bool operator==(const PanelTitled&) const = default;
};
struct OrderPolicySet {
  PanelId panel;
  OrderPolicy policy;
  std::vector<EntryId> order;
  bool operator==(const OrderPolicySet&) const = default;
};
struct LimitSet {
  PanelId panel;
  LimitOf of;
  Millis limit;
  bool operator==(const LimitSet&) const = default;
};
struct AtLimitSet {
  PanelId panel;
  AtLimit at_limit;
  Millis grace;
  bool operator==(const AtLimitSet&) const = default;
};

struct ListOpened {
  PanelId panel;
  bool operator==(const ListOpened&) const = default;
};
struct ListOpeningPlanned {
  PanelId panel;
  Instant opens_at;
  bool operator==(const ListOpeningPlanned&) const = default;
};
struct ListClosingAnnounced {
  PanelId panel;
  Instant closes_at;
  bool operator==(const ListClosingAnnounced&) const = default;
};
struct ListClosed {
  PanelId panel;
  bool operator==(const ListClosed&) const = default;
};

// Places count from 0 at the head of the list, without the entry that moves.
struct FloorRequested {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  Kind kind = Kind::statement;
  std::string language;
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::uint32_t place = 0;
  std::string body = {};  // of a guest
  bool operator==(const FloorRequested&) const = default;
};
struct EntryWithdrawn {
  EntryId entry;
  bool operator==(const EntryWithdrawn&) const = default;
};
struct EntryRemoved {
  EntryId entry;
  bool operator==(const EntryRemoved&) const = default;
};
struct EntryRestored {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryRestored&) const = default;
};
struct EntryMoved {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryMoved&) const = default;
};
struct NoShowRecorded {
  EntryId entry;
  std::uint32_t times = 1;
  bool taken_off = false;
  std::uint32_t place = 0;
  bool operator==(const NoShowRecorded&) const = default;
};
struct NoShowCleared {
  EntryId entry;
  std::uint32_t times = 0;
  std::uint32_t place = 0;
  bool operator==(const NoShowCleared&) const = default;
};
struct EntryReturned {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryReturned&) const = default;
};

struct EntrySkipped {
  EntryId entry;
  bool operator==(const EntrySkipped&) const = default;
};
struct SkipCleared {
  EntryId entry;
  bool operator==(const SkipCleared&) const = default;
};

struct FloorGiven {
  SpeechId speech;
  PanelId panel;
  std::variant<EntryId, PanellistId> to;
  Millis limit;
  LimitOf limit_of = LimitOf::member;
  bool operator==(const FloorGiven&) const = default;
};
struct SpeechPaused {
  SpeechId speech;
  PauseCause cause = PauseCause::chair;
  bool operator==(const SpeechPaused&) const = default;
};
struct SpeechResumed {
  SpeechId speech;
  bool operator==(const SpeechResumed&) const = default;
};
struct TimeAdded {
  SpeechId speech;
  Millis added;
  bool operator==(const TimeAdded&) const = default;
};
struct SpeechLimitSet {
  SpeechId speech;
  Millis limit;
  bool operator==(const SpeechLimitSet&) const = default;
};
struct SpeechEnded {
  SpeechId speech;
  EndCause cause = EndCause::chair;
  bool operator==(const SpeechEnded&) const = default;
};

struct PointOfOrderRaised {
  EntryId entry;
  PanelId panel;
  DelegationId delegation;
  std::string note;
  std::string language;
  bool operator==(const PointOfOrderRaised&) const = default;
};
/// Comes after the pause of the speech that it interrupts, where one is under way and not paused already.
struct PointOfOrderRecognised {
  EntryId entry;
  SpeechId speech;  // of the point itself
  Millis limit;
  bool operator==(const PointOfOrderRecognised&) const = default;
};
/// The floor is again with the speech that was interrupted, or free.
struct PointOfOrderRuled {
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const PointOfOrderRuled&) const = default;
};

struct StatementSubmitted {
  EntryId entry;
  std::string language;
  std::uint32_t version = 1;
  TextFormat format = TextFormat::plain;
  Delivery delivery = Delivery::check_against_delivery;
  std::vector<std::string> paragraphs;
  std::uint32_t words = 0;
  bool operator==(const StatementSubmitted&) const = default;
};
struct StatementReleased {
  EntryId entry;
  ReleaseCause cause = ReleaseCause::released;
  bool operator==(const StatementReleased&) const = default;
};
struct StatementReleasePlanned {
  EntryId entry;
  std::optional<Instant> releases_at;
  bool operator==(const StatementReleasePlanned&) const = default;
};
struct ParagraphReached {
  SpeechId speech;
  std::uint32_t paragraph = 0;
  bool operator==(const ParagraphReached&) const = default;
};

struct SignalRaised {
  SignalId signal;
  SignalKind kind = SignalKind::speak_slowly;
  std::string language;  // of the booth
  std::optional<SpeechId> speech;
  bool operator==(const SignalRaised&) const = default;
};
struct SignalSeen {
  SignalId signal;
  bool operator==(const SignalSeen&) const = default;
};
struct SignalEnded {
  SignalId signal;
  bool operator==(const SignalEnded&) const = default;
};

struct NoticeSent {
  NoticeId notice;
  NoticeTo to;
  Text text;
  bool operator==(const NoticeSent&) const = default;
};
struct NoticeWithdrawn {
  NoticeId notice;
  bool operator==(const NoticeWithdrawn&) const = default;
};
struct HelpRequested {
  HelpId help;
  DelegationId delegation;
  std::string note;
  bool operator==(const HelpRequested&) const = default;
};
struct HelpTaken {
  HelpId help;
  bool operator==(const HelpTaken&) const = default;
};
struct HelpClosed {
  HelpId help;
  HelpStatus status = HelpStatus::done;  // done or withdrawn
  bool operator==(const HelpClosed&) const = default;
};

struct GrantRevoked {
  GrantId grant;
  RevokeCause cause = RevokeCause::revoked;
  bool operator==(const GrantRevoked&) const = default;
};
struct GrantIssued {
  GrantId grant;
  SeatId seat;
  std::uint32_t generation = 1;
  std::optional<Instant> expires_at;
  bool operator==(const GrantIssued&) const = default;
};

using Event = std::variant<SessionCreated,                                                               //
                           MeetingOpened, MeetingSuspended, MeetingResumed, MeetingClosed,               //
                           PanelOpened, PanelClosed, PanelTitled, OrderPolicySet, LimitSet, AtLimitSet,  //
                           ListOpened, ListOpeningPlanned, ListClosingAnnounced, ListClosed,             //
                           FloorRequested, EntryWithdrawn, EntryRemoved, EntryRestored, EntryMoved, NoShowRecorded,
                           NoShowCleared, EntryReturned, EntrySkipped, SkipCleared,                           //
                           FloorGiven, SpeechPaused, SpeechResumed, TimeAdded, SpeechLimitSet, SpeechEnded,   //
                           PointOfOrderRaised, PointOfOrderRecognised, PointOfOrderRuled,                     //
                           StatementSubmitted, StatementReleased, StatementReleasePlanned, ParagraphReached,  //
                           SignalRaised, SignalSeen, SignalEnded,                                             //
                           NoticeSent, NoticeWithdrawn, HelpRequested, HelpTaken, HelpClosed,                 //
                           GrantRevoked, GrantIssued>;

using Events = std::vector<Event>;

/// Who acted, when, and under which name: what the log keeps of every act (L14).
struct Stamp {
  ActName act;
  Instant at;
  SeatId actor;  // system_seat for the server's own

  bool operator==(const Stamp&) const = default;
};

inline const SeatId system_seat{"system"};
inline const GrantId system_grant{"system"};

}  // namespace rostrum::council
