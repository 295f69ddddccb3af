// Who has the floor of a panel, with the clock, and below that what has been interrupted (docs/adr/0012). It tells
// instants and pauses, never how much time is left (docs/rules.md#t2-instants).
//
// Key: floor/<panel>. Seen by everyone who sees the panel.
#pragma once

#include <variant>
#include <vector>

#include "council/state.hpp"

namespace rostrum::views {

/// One holding of the floor: the speech, and whose it is.
struct Holding {
  std::optional<SpeechId> speech;  // absent: it is over, and the ruling is not given yet
  std::variant<EntryId, PanellistId> of;
  std::optional<DelegationId> delegation;
  std::optional<council::Kind> kind;  // of the entry
  std::string language;
  council::Speaker speaker;
  std::string on_behalf_of;
  std::string body;  // of a guest
  Millis limit;
  std::optional<council::LimitOf> limit_of;
  Instant started_at;  // when it got the floor
  Millis paused;
  std::optional<Instant> paused_at;
  council::PauseCause pause_cause{};
  Millis amber;
  std::optional<Millis> cut_after;  // absent: never
  std::uint32_t paragraph = 0;
  std::optional<EntryId> motion;  // what is said on one: its mover's entry
  std::optional<council::MotionSide> side;
};

struct Floor {
  PanelId panel;
  std::vector<Holding> holdings;  // who may speak first, then what that interrupts; empty: the floor is free
  bool last_speaker_returnable = false;
};

}  // namespace rostrum::views
