// Entries: asked for, withdrawn, moved, taken off, not there when called, passed over (L2, L3, L6).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RequestFloor {
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  Kind kind = Kind::statement;
  std::string language;  // empty: the session's default
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;  // of a guest, who has no delegation
  bool operator==(const RequestFloor&) const = default;
};
Decision decide(const Deciding& on, const RequestFloor& act);

struct WithdrawEntry {
  EntryId entry;
  bool operator==(const WithdrawEntry&) const = default;
};
Decision decide(const Deciding& on, const WithdrawEntry& act);

struct RemoveEntry {
  EntryId entry;
  bool operator==(const RemoveEntry&) const = default;
};
Decision decide(const Deciding& on, const RemoveEntry& act);

struct RestoreEntry {
  EntryId entry;
  bool operator==(const RestoreEntry&) const = default;
};
Decision decide(const Deciding& on, const RestoreEntry& act);

/// A move next to another entry, not a permutation: two people who move different entries both succeed (L6).
struct MoveEntry {
  EntryId entry;
  EntryId anchor;
  bool before = true;
  bool operator==(const MoveEntry&) const = default;
};
Decision decide(const Deciding& on, const MoveEntry& act);

struct RecordNoShow {
  EntryId entry;
  bool operator==(const RecordNoShow&) const = default;
};
Decision decide(const Deciding& on, const RecordNoShow& act);

struct ClearNoShow {
  EntryId entry;
  bool operator==(const ClearNoShow&) const = default;
};
Decision decide(const Deciding& on, const ClearNoShow& act);

/// The one that is next is passed over once and keeps its place.
struct SkipEntry {
  EntryId entry;
  bool operator==(const SkipEntry&) const = default;
};
Decision decide(const Deciding& on, const SkipEntry& act);

struct ClearSkip {
  EntryId entry;
  bool operator==(const ClearSkip&) const = default;
};
Decision decide(const Deciding& on, const ClearSkip& act);

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
void evolve(Evolving& on, const FloorRequested& event);

struct EntryWithdrawn {
  EntryId entry;
  bool operator==(const EntryWithdrawn&) const = default;
};
void evolve(Evolving& on, const EntryWithdrawn& event);

struct EntryRemoved {
  EntryId entry;
  bool operator==(const EntryRemoved&) const = default;
};
void evolve(Evolving& on, const EntryRemoved& event);

struct EntryRestored {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryRestored&) const = default;
};
void evolve(Evolving& on, const EntryRestored& event);

struct EntryMoved {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryMoved&) const = default;
};
void evolve(Evolving& on, const EntryMoved& event);

struct NoShowRecorded {
  EntryId entry;
  std::uint32_t times = 1;
  bool taken_off = false;
  std::uint32_t place = 0;
  bool operator==(const NoShowRecorded&) const = default;
};
void evolve(Evolving& on, const NoShowRecorded& event);

struct NoShowCleared {
  EntryId entry;
  std::uint32_t times = 0;
  std::uint32_t place = 0;
  bool operator==(const NoShowCleared&) const = default;
};
void evolve(Evolving& on, const NoShowCleared& event);

struct EntryReturned {
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryReturned&) const = default;
};
void evolve(Evolving& on, const EntryReturned& event);

struct EntrySkipped {
  EntryId entry;
  bool operator==(const EntrySkipped&) const = default;
};
void evolve(Evolving& on, const EntrySkipped& event);

struct SkipCleared {
  EntryId entry;
  bool operator==(const SkipCleared&) const = default;
};
void evolve(Evolving& on, const SkipCleared& event);

}  // namespace rostrum::council
