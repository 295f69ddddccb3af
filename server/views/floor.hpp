// Who has the floor of a panel, with the clock; the point of order before the chair, and the speech that it interrupts.
// It tells instants and pauses, never how much time is left (docs/rules.md#t2).
//
// Key: floor/<panel>. Seen by everyone who sees the panel.
#pragma once

#include <variant>

#include "council/state.hpp"

namespace rostrum::views {

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

}  // namespace rostrum::views
