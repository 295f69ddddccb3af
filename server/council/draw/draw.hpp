// The order of a list by lot (L4), in three acts, so that nobody can have chosen it: the server commits itself to a
// secret, the pool is frozen, and the hall gives a word in the open; the order is computed from both, and anyone can
// compute it again (docs/time-allocation.md#the-lot). The secret is in no event, view or log before the draw.
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

/// Commits to the secret of the panel's next draw. A second one says why.
struct PrepareDraw {
  static constexpr ActFacts is{
      .name = "prepare_draw", .may = floor_managers, .texts = [](const auto& act) { return bytes_of(act.reason); }};
  PanelId panel;
  std::string reason;  // of every draw but the first: at most note_bytes_max
  bool operator==(const PrepareDraw&) const = default;
};
Decision decide(const Deciding& on, const PrepareDraw& act);

/// Who waits now is drawn among.
struct FreezePool {
  static constexpr ActFacts is{.name = "freeze_pool", .may = floor_managers};
  PanelId panel;
  std::uint32_t draw = 0;  // its number, from 1
  bool operator==(const FreezePool&) const = default;
};
Decision decide(const Deciding& on, const FreezePool& act);

/// Draws, with the word that the hall has given after the pool was frozen.
struct DrawLot {
  static constexpr ActFacts is{
      .name = "draw_lot", .may = floor_managers, .texts = [](const auto& act) { return bytes_of(act.word); }};
  PanelId panel;
  std::uint32_t draw = 0;
  std::string word;  // digits, capital letters and hyphens, at most draw_word_max
  bool operator==(const DrawLot&) const = default;
};
Decision decide(const Deciding& on, const DrawLot& act);

struct DrawPrepared {
  static constexpr EventFacts is{.name = "draw_prepared", .told = [](const auto& event, auto& told) {
                                   told("draw", event.draw, "commitment", event.commitment, "text", event.reason);
                                 }};
  PanelId panel;
  std::uint32_t draw = 0;
  std::string commitment;  // SHA-256 of the secret, in hexadecimal
  std::string reason;
  bool operator==(const DrawPrepared&) const = default;
};
void evolve(Evolving& on, const DrawPrepared& event);

struct PoolFrozen {
  static constexpr EventFacts is{.name = "pool_frozen", .told = [](const auto& event, auto& told) {
                                   told("draw", event.draw, "count", static_cast<std::uint32_t>(event.pool.size()));
                                 }};
  PanelId panel;
  std::uint32_t draw = 0;
  std::vector<EntryId> pool;        // in the order of the list
  std::vector<std::string> labels;  // of each: the code of its delegation, "CH#2" of a second entry, "guest-17"
  bool operator==(const PoolFrozen&) const = default;
};
void evolve(Evolving& on, const PoolFrozen& event);

struct LotDrawn {
  static constexpr EventFacts is{.name = "lot_drawn", .told = [](const auto& event, auto& told) {
                                   told("draw", event.draw, "word", event.word, "secret", event.secret, "seed",
                                        event.seed);
                                 }};
  PanelId panel;
  std::uint32_t draw = 0;
  std::string secret;  // in hexadecimal, as is the seed
  std::string word;
  std::string seed;
  std::vector<std::string> drawn;  // the whole pool's labels as drawn
  std::vector<EntryId> order;      // the list as it now stands: of the pool who still waits, then who came later
  bool operator==(const LotDrawn&) const = default;
};
void evolve(Evolving& on, const LotDrawn& event);

using DrawActs = OneOf<PrepareDraw, FreezePool, DrawLot>;
using DrawEvents = OneOf<DrawPrepared, PoolFrozen, LotDrawn>;

}  // namespace rostrum::council
