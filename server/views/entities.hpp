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
  Instant requested_at;
  Millis limit;
  bool moved = false;
};

struct FloorSpeech {
  SpeechId speech;
  std::variant<EntryId, PanellistId> of;
  std::optional<DelegationId> delegation;
  council::Kind kind{};  // of the entry; meaningless for a panellist
  std::string language;
  council::Speaker speaker;
  std::string on_behalf_of;
  Millis limit;
  council::LimitOf limit_of{};
  Instant started_at;
  Millis paused;
  std::optional<Instant> paused_at;
  council::PauseCause pause_cause{};
  Millis amber;
  std::optional<Millis> cut_after;  // absent: never
};

struct Floor {
  PanelId panel;
  std::optional<FloorSpeech> speech;  // absent: the floor is free
  bool last_speaker_returnable = false;
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

using Entity = std::variant<Session, Meeting, Panel, Delegation, Panellist, Queue, Entry, Floor, DeskNote, Standing>;

}  // namespace rostrum::views
