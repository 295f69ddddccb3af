// Entries: asked for, withdrawn, moved, taken off, not there when called, passed over (L2, L3, L6); on the way (L9),
// and filed in writing (L13).
#pragma once

#include "council/facts.hpp"
#include "council/statement/statement.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RequestFloor;
/// Withdrawn again: it is the next entry that there is.
Inverse request_withdrawn(const State& before, Instant now, const RequestFloor& act);

struct RequestFloor {
  static constexpr ActFacts is{
      .name = "request_floor",
      .may = managers_and_own,
      .texts = [](const auto& act) { return bytes_of(act.speaker, act.on_behalf_of, act.body); },
      .inverse = request_withdrawn};
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  Kind kind{};
  std::string language;  // empty: the session's default
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;  // of a guest, who has no delegation
  std::optional<Rank> rank = {};
  bool operator==(const RequestFloor&) const = default;
};
Decision decide(const Deciding& on, const RequestFloor& act);

struct WithdrawEntry {
  static constexpr ActFacts is{.name = "withdraw_entry", .may = managers_and_own};
  EntryId entry;
  bool operator==(const WithdrawEntry&) const = default;
};
Decision decide(const Deciding& on, const WithdrawEntry& act);

struct RestoreEntry;
struct ClearNoShow;
struct ClearSkip;
struct MoveEntry;
struct CorrectEntry;
/// Back to where it stood, where nobody has moved it since.
Inverse move_taken_back(const State& before, Instant now, const MoveEntry& act);
/// Corrected back, where that puts it to the place it had and nobody has corrected it since.
Inverse request_as_it_was(const State& before, Instant now, const CorrectEntry& act);

struct RemoveEntry {
  static constexpr ActFacts is{.name = "remove_entry", .may = floor_managers, .inverse = inverse_of<RestoreEntry>};
  EntryId entry;
  bool operator==(const RemoveEntry&) const = default;
};
Decision decide(const Deciding& on, const RemoveEntry& act);

struct RestoreEntry {
  static constexpr ActFacts is{.name = "restore_entry", .may = floor_managers};
  EntryId entry;
  bool operator==(const RestoreEntry&) const = default;
};
Decision decide(const Deciding& on, const RestoreEntry& act);

/// A move next to another entry, not a permutation: two people who move different entries both succeed (L6).
struct MoveEntry {
  static constexpr ActFacts is{.name = "move_entry", .may = floor_managers, .inverse = move_taken_back};
  EntryId entry;
  EntryId anchor;
  bool before = true;
  bool operator==(const MoveEntry&) const = default;
};
Decision decide(const Deciding& on, const MoveEntry& act);

/// Takes back the last move of an entry, which has to be this one.
struct ClearMove {
  static constexpr ActFacts is{.name = "clear_move", .may = floor_managers};
  EntryId entry;
  std::uint32_t move = 0;  // how many times it was moved, this one included
  bool operator==(const ClearMove&) const = default;
};
Decision decide(const Deciding& on, const ClearMove& act);

struct RecordNoShow {
  static constexpr ActFacts is{.name = "record_no_show", .may = floor_managers, .inverse = inverse_of<ClearNoShow>};
  EntryId entry;
  bool operator==(const RecordNoShow&) const = default;
};
Decision decide(const Deciding& on, const RecordNoShow& act);

struct ClearNoShow {
  static constexpr ActFacts is{.name = "clear_no_show", .may = floor_managers};
  EntryId entry;
  bool operator==(const ClearNoShow&) const = default;
};
Decision decide(const Deciding& on, const ClearNoShow& act);

/// The one that is next is passed over once and keeps its place.
struct SkipEntry {
  static constexpr ActFacts is{.name = "skip_entry", .may = floor_managers, .inverse = inverse_of<ClearSkip>};
  EntryId entry;
  bool operator==(const SkipEntry&) const = default;
};
Decision decide(const Deciding& on, const SkipEntry& act);

struct ClearSkip {
  static constexpr ActFacts is{.name = "clear_skip", .may = floor_managers};
  EntryId entry;
  bool operator==(const ClearSkip&) const = default;
};
Decision decide(const Deciding& on, const ClearSkip& act);

/// The whole request as it should be; it keeps its instant.
struct CorrectEntry {
  static constexpr ActFacts is{
      .name = "correct_entry",
      .may = managers_and_own,
      .texts = [](const auto& act) { return bytes_of(act.speaker, act.on_behalf_of, act.body); },
      .inverse = request_as_it_was};
  EntryId entry;
  Kind kind{};
  std::string language;  // empty: the session's default
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::string body;              // of a guest
  std::uint32_t place = 0;       // from 1: as far back as another kind may move it; 0: it is to keep its place
  std::uint32_t correction = 0;  // how many times it was corrected before; 0: however many
  std::optional<Rank> rank = {};
  bool operator==(const CorrectEntry&) const = default;
};
Decision decide(const Deciding& on, const CorrectEntry& act);

/// Instead of being spoken. Its text is let out with it.
struct FileInWriting {
  static constexpr ActFacts is{
      .name = "file_in_writing",
      .may = managers_and_own,
      .texts = [](const auto& act, const State& state) { return bytes_of_statement(state, act.entry); },
      .inverse = inverse_of<RestoreEntry>};
  EntryId entry;
  bool operator==(const FileInWriting&) const = default;
};
Decision decide(const Deciding& on, const FileInWriting& act);

struct ClearStandBy;
/// One of the first in line is on its way.
struct AnswerStandBy {
  static constexpr ActFacts is{.name = "answer_stand_by", .may = own_delegation, .inverse = inverse_of<ClearStandBy>};
  EntryId entry;
  bool operator==(const AnswerStandBy&) const = default;
};
Decision decide(const Deciding& on, const AnswerStandBy& act);

struct ClearStandBy {
  static constexpr ActFacts is{.name = "clear_stand_by", .may = own_delegation};
  EntryId entry;
  bool operator==(const ClearStandBy&) const = default;
};
Decision decide(const Deciding& on, const ClearStandBy& act);

// Places count from 0 at the head of the list, without the entry that moves.
struct FloorRequested {
  static constexpr EventFacts is{.name = "floor_requested", .told = [](const auto& event, auto& told) {
                                   told("kind", event.kind, "place", event.place + 1);
                                 }};
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  Kind kind{};
  std::string language;
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::uint32_t place = 0;
  std::string body = {};  // of a guest
  std::optional<Rank> rank = {};
  bool operator==(const FloorRequested&) const = default;
};
void evolve(Evolving& on, const FloorRequested& event);

struct EntryWithdrawn {
  static constexpr EventFacts is{.name = "entry_withdrawn"};
  EntryId entry;
  bool operator==(const EntryWithdrawn&) const = default;
};
void evolve(Evolving& on, const EntryWithdrawn& event);

struct EntryRemoved {
  static constexpr EventFacts is{.name = "entry_removed"};
  EntryId entry;
  bool operator==(const EntryRemoved&) const = default;
};
void evolve(Evolving& on, const EntryRemoved& event);

struct EntryRestored {
  static constexpr EventFacts is{.name = "entry_restored",
                                 .told = [](const auto& event, auto& told) { told("place", event.place + 1); }};
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryRestored&) const = default;
};
void evolve(Evolving& on, const EntryRestored& event);

struct EntryMoved {
  static constexpr EventFacts is{.name = "entry_moved",
                                 .told = [](const auto& event, auto& told) { told("place", event.place + 1); }};
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryMoved&) const = default;
};
void evolve(Evolving& on, const EntryMoved& event);

struct NoShowRecorded {
  static constexpr EventFacts is{
      .name = "no_show_recorded", .otherwise = "no_show_taken_off", .told = [](const auto& event, auto& told) {
        if (event.taken_off) told.otherwise();
        told("times", event.times, "place", event.place + 1);
      }};
  EntryId entry;
  std::uint32_t times = 1;
  bool taken_off = false;
  std::uint32_t place = 0;
  bool operator==(const NoShowRecorded&) const = default;
};
void evolve(Evolving& on, const NoShowRecorded& event);

struct NoShowCleared {
  static constexpr EventFacts is{.name = "no_show_cleared",
                                 .told = [](const auto& event, auto& told) { told("place", event.place + 1); }};
  EntryId entry;
  std::uint32_t times = 0;
  std::uint32_t place = 0;
  bool operator==(const NoShowCleared&) const = default;
};
void evolve(Evolving& on, const NoShowCleared& event);

struct EntryReturned {
  static constexpr EventFacts is{.name = "entry_returned",
                                 .told = [](const auto& event, auto& told) { told("place", event.place + 1); }};
  EntryId entry;
  std::uint32_t place = 0;
  bool operator==(const EntryReturned&) const = default;
};
void evolve(Evolving& on, const EntryReturned& event);

struct EntrySkipped {
  static constexpr EventFacts is{.name = "entry_skipped"};
  EntryId entry;
  bool operator==(const EntrySkipped&) const = default;
};
void evolve(Evolving& on, const EntrySkipped& event);

struct SkipCleared {
  static constexpr EventFacts is{.name = "skip_cleared"};
  EntryId entry;
  bool operator==(const SkipCleared&) const = default;
};
void evolve(Evolving& on, const SkipCleared& event);

struct EntryCorrected {
  static constexpr EventFacts is{.name = "entry_corrected", .told = [](const auto& event, auto& told) {
                                   told("kind", event.kind, "place", event.place + 1);
                                 }};
  EntryId entry;
  Kind kind{};
  std::string language;
  Speaker speaker;
  std::string on_behalf_of;
  std::optional<PanellistId> addressed_to;
  std::uint32_t place = 0;  // where it now stands
  std::string body;         // of a guest
  std::optional<Rank> rank = {};
  bool operator==(const EntryCorrected&) const = default;
};
void evolve(Evolving& on, const EntryCorrected& event);

struct MoveCleared {
  static constexpr EventFacts is{.name = "move_cleared",
                                 .told = [](const auto& event, auto& told) { told("place", event.place + 1); }};
  EntryId entry;
  std::uint32_t place = 0;
  bool moved = false;  // by an earlier move
  bool skipped = false;
  bool operator==(const MoveCleared&) const = default;
};
void evolve(Evolving& on, const MoveCleared& event);

struct FiledInWriting {
  static constexpr EventFacts is{.name = "filed_in_writing"};
  EntryId entry;
  bool operator==(const FiledInWriting&) const = default;
};
void evolve(Evolving& on, const FiledInWriting& event);

struct StandByAnswered {
  static constexpr EventFacts is{.name = "stand_by_answered"};
  EntryId entry;
  bool operator==(const StandByAnswered&) const = default;
};
void evolve(Evolving& on, const StandByAnswered& event);

/// Taken back, or no longer one of the first in line.
struct StandByCleared {
  static constexpr EventFacts is{.name = "stand_by_cleared"};
  EntryId entry;
  bool operator==(const StandByCleared&) const = default;
};
void evolve(Evolving& on, const StandByCleared& event);

using EntryActs = OneOf<RequestFloor, WithdrawEntry, RemoveEntry, RestoreEntry, MoveEntry, ClearMove, RecordNoShow,
                        ClearNoShow, SkipEntry, ClearSkip, CorrectEntry, FileInWriting, AnswerStandBy, ClearStandBy>;
using EntryEvents = OneOf<FloorRequested, EntryWithdrawn, EntryRemoved, EntryRestored, EntryMoved, MoveCleared,
                          NoShowRecorded, NoShowCleared, EntryReturned, EntrySkipped, SkipCleared, EntryCorrected,
                          FiledInWriting, StandByAnswered, StandByCleared>;

}  // namespace rostrum::council
