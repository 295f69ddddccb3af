#include "council/draw/draw.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/fair_time/lot.hpp"

namespace rostrum::council {

namespace {

/// What each of the pool is drawn by: the first entry of a delegation has its code, a later one its number behind it.
std::vector<std::string> labels_of(const State& state, const std::vector<EntryId>& pool) {
  std::vector<EntryId> by_number = pool;
  std::ranges::sort(by_number);
  std::map<DelegationId, int> entries;
  std::map<EntryId, std::string> labels;
  for (const EntryId id : by_number) {
    const auto& delegation = state.entries.at(id).delegation;
    if (!delegation) {
      labels[id] = "guest-" + std::to_string(id.value);
      continue;
    }
    const int count = ++entries[*delegation];
    labels[id] = delegation->value + (count > 1 ? "#" + std::to_string(count) : "");
  }
  std::vector<std::string> all;
  all.reserve(pool.size());
  for (const EntryId id : pool) all.push_back(labels.at(id));
  return all;
}

std::optional<Rejection> refused_word(const std::string& word) {
  const auto is_of_it = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || letter == '-';
  };
  if (!word.empty() && word.size() <= draw_word_max && std::ranges::all_of(word, is_of_it)) return std::nullopt;
  return rejection(Code::malformed, "word", "1 to 32 digits, capital letters and hyphens");
}

/// The draw of this number, where it stands at `stage`.
Decided<const Draw*> draw_at(const Panel& panel, std::uint32_t number, Draw::Stage stage) {
  const Draw* draw = panel.draw ? &*panel.draw : nullptr;
  if (!draw || draw->number != number || draw->stage() != stage)
    return failure(rejection(Code::changed_meanwhile, "draw", draw ? draw->number : 0));
  return draw;
}

/// Who waits, as drawn; who came after the pool was frozen keeps the order among themselves, behind.
std::vector<EntryId> list_by(const Panel& panel, const Draw& draw, const std::vector<std::string>& drawn) {
  std::vector<EntryId> order;
  std::vector<EntryId> later = panel.order();
  for (const std::string& label : drawn) {
    const auto place = std::ranges::find(draw.labels, label) - draw.labels.begin();
    if (std::erase(later, draw.pool.at(static_cast<std::size_t>(place))) > 0)
      order.push_back(draw.pool.at(static_cast<std::size_t>(place)));
  }
  order.insert(order.end(), later.begin(), later.end());
  return order;
}

}  // namespace

// docs/rules.md#l4-lot
Decision decide(const Deciding& on, const PrepareDraw& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  const auto& before = (*found)->draw;
  if (before && before->stage() != Draw::Stage::drawn) return failure(rejection(Code::draw_under_way, before->number));
  if (act.reason.size() > note_bytes_max) return failure(rejection(Code::text_too_long, "reason", note_bytes_max));
  if (before.has_value() == act.reason.empty())
    return failure(rejection(Code::malformed, "reason", "why it is drawn again, of every draw but the first"));
  const std::uint32_t number = before ? before->number + 1 : 1;
  return Events{
      DrawPrepared{act.panel, number, fair_time::lot_commitment(on.lot_secret(act.panel, number)), act.reason}};
}

// docs/rules.md#l4-lot
Decision decide(const Deciding& on, const FreezePool& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  if (auto draw = draw_at(**found, act.draw, Draw::Stage::prepared); !draw) return failure(draw.error());
  const auto& pool = (*found)->order();
  if (pool.size() < 2) return failure(rejection(Code::nobody_else_waits, act.panel));
  return Events{PoolFrozen{act.panel, act.draw, pool, labels_of(on.state, pool)}};
}

// docs/rules.md#l4-lot
Decision decide(const Deciding& on, const DrawLot& act) {
  auto found = on.listed_panel(act.panel);
  if (!found) return failure(found.error());
  auto draw = draw_at(**found, act.draw, Draw::Stage::frozen);
  if (!draw) return failure(draw.error());
  if (auto refused = refused_word(act.word)) return failure(*refused);
  const std::string secret = on.lot_secret(act.panel, act.draw);
  // The commitment is of another secret where that of the server was replaced meanwhile.
  if (fair_time::lot_commitment(secret) != (*draw)->commitment)
    return failure(rejection(Code::changed_meanwhile, "draw", act.draw));
  std::string seed = fair_time::lot_seed(on.state.session.id.value, act.panel.value, act.draw, secret, act.word);
  auto drawn = fair_time::lot((*draw)->labels, seed);
  auto order = list_by(**found, **draw, drawn);
  return Events{LotDrawn{act.panel, act.draw, secret, act.word, std::move(seed), std::move(drawn), std::move(order)}};
}

namespace {

Draw& changed_draw(const Evolving& on, const PanelId& panel) {
  on.note(&Changes::draws, panel);
  return *on.state.panels.at(panel).draw;
}

}  // namespace

void evolve(Evolving& on, const DrawPrepared& event) {
  Panel& panel = on.state.panels.at(event.panel);
  panel.draw =
      Draw{.number = event.draw, .reason = event.reason, .commitment = event.commitment, .prepared_at = on.stamp.at};
  on.note(&Changes::draws, event.panel);
}

void evolve(Evolving& on, const PoolFrozen& event) {
  Draw& draw = changed_draw(on, event.panel);
  draw.pool = event.pool;
  draw.labels = event.labels;
  draw.frozen_at = on.stamp.at;
}

void evolve(Evolving& on, const LotDrawn& event) {
  Draw& draw = changed_draw(on, event.panel);
  draw.secret = event.secret;
  draw.word = event.word;
  draw.seed = event.seed;
  draw.drawn = event.drawn;
  draw.drawn_at = on.stamp.at;
  Panel& panel = on.state.panels.at(event.panel);
  ROSTRUM_ASSERT(std::ranges::is_permutation(panel.order(), event.order));
  panel.plan.order_policy = OrderPolicy::lot;
  panel.lines[Line::speakers] = event.order;
  on.note(&Changes::panels, event.panel);
  on.note(&Changes::lists, event.panel);
  on.note_reasons(panel);
  for (const EntryId id : panel.order()) {
    Entry& entry = on.state.entries.at(id);
    entry.stood.reset();
    entry.moved = false;
    entry.drawn = std::ranges::find(draw.pool, id) != draw.pool.end();
  }
}

}  // namespace rostrum::council
