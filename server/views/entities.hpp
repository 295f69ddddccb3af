// What clients hold, as plain values: wire turns them into messages. protocol/rostrum/v1/view.proto tells their meaning
// and who sees which; views.hpp renders them.
#pragma once

#include <variant>

#include "council/state.hpp"

namespace rostrum::views {

struct Session {
  council::SessionPlan plan;
  std::vector<MeetingId> meetings;
  std::vector<PanelId> panels;
};

struct Meeting {
  council::Meeting meeting;
};

struct Panel {
  council::PanelPlan plan;
  council::PanelStatus status{};
  council::ListStatus list{};
  std::optional<Instant> list_opens_at;
  std::optional<Instant> list_closes_at;
  std::optional<Instant> opened_at;
  Millis spoken;
  std::uint32_t speeches = 0;
};

struct Delegation {
  council::DelegationPlan plan;
};

struct Panellist {
  council::PanellistPlan plan;
  PanelId panel;
  std::uint32_t speeches = 0;
  Millis spoken;
  Millis limit;
};

struct Queue {
  PanelId panel;
  std::vector<EntryId> entries;
  std::vector<std::uint32_t> earliest_s;
  std::vector<std::uint32_t> latest_s;
  std::uint32_t finish_earliest_s = 0;
  std::uint32_t finish_latest_s = 0;
  std::optional<EntryId> next;  // who is called next
};

struct Entry {
  EntryId id;
  PanelId panel;
  std::optional<DelegationId> delegation;
  council::Kind kind{};
  std::string language;
  council::Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;  // of a guest
  Instant requested_at;
  Millis limit;
  bool moved = false;
  bool skipped = false;
};

struct FloorSpeech {
  SpeechId speech;
  std::variant<EntryId, PanellistId> of;
  std::optional<DelegationId> delegation;
  council::Kind kind{};  // of the entry; meaningless for a panellist
  std::string language;
  council::Speaker speaker;
  std::string on_behalf_of;
  std::string body;  // of a guest
  Millis limit;
  council::LimitOf limit_of{};
  Instant started_at;
  Millis paused;
  std::optional<Instant> paused_at;
  council::PauseCause pause_cause{};
  Millis amber;
  std::optional<Millis> cut_after;  // absent: never
  std::uint32_t paragraph = 0;
};

struct FloorPoint {
  EntryId entry;
  std::optional<DelegationId> delegation;
  Instant recognised_at;
};

struct Interrupted {
  SpeechId speech;
  std::variant<EntryId, PanellistId> of;
  std::optional<DelegationId> delegation;
  council::Speaker speaker;
  std::string body;
  Millis limit;
  Millis spoken;  // until it was interrupted
  std::uint32_t paragraph = 0;
};

struct Floor {
  PanelId panel;
  std::optional<FloorSpeech> speech;  // absent: the floor is free
  bool last_speaker_returnable = false;
  std::optional<FloorPoint> point;
  std::optional<Interrupted> interrupted;
};

struct DeskNote {
  EntryId entry;
  std::uint32_t no_shows = 0;
  SeatId requested_by;
};

struct Standing {
  DelegationId delegation;
  council::Standing standing;
};

struct PointOfOrder {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  std::string note;
  Instant raised_at;
  bool recognised = false;
};

struct StatementText {
  std::string language;
  std::uint32_t version = 1;
  council::TextFormat format{};
  std::vector<std::string> paragraphs;
  std::uint32_t words = 0;
  Instant submitted_at;
};

struct Statement {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  council::Delivery delivery{};
  std::vector<StatementText> texts;  // each at its latest version
  std::optional<Instant> released_at;
  std::optional<Instant> releases_at;  // for its delegation, booth and desk
};

struct Signal {
  SignalId id;
  council::SignalKind kind{};
  SeatId seat;           // empty for the speaker
  std::string language;  // empty for the speaker
  Instant raised_at;
  std::optional<Instant> seen_at;
  std::optional<SpeechId> speech;
};

struct Notice {
  NoticeId id;
  council::NoticeTo to;
  council::Text text;
  Instant sent_at;
};

struct Help {
  HelpId id;
  DelegationId delegation;
  std::string note;
  Instant requested_at;
  council::HelpStatus status{};
  SeatId taken_by;  // for the desk
};

/// A sign-in as the desk sees it; never its code.
struct Seat {
  council::SeatPlan plan;
  std::uint32_t generation = 1;
  bool revoked = false;
  std::optional<Instant> expires_at;
};

using Entity = std::variant<Session, Meeting, Panel, Delegation, Panellist, Queue, Entry, Floor, DeskNote, Standing,
                            PointOfOrder, Statement, Signal, Notice, Help, Seat>;

}  // namespace rostrum::views
