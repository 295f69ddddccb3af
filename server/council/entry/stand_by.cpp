#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/order.hpp"

namespace rostrum::council {

namespace {

/// The sender's own entry, where it waits on the list.
Decided<const Entry*> own_listed(const Deciding& on, EntryId id, std::string_view act) {
  auto found = on.entry(id);
  if (!found) return found;
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours(act));
  return on.listed_entry(id);
}

}  // namespace

// docs/rules.md#l9-stand-by
Decision decide(const Deciding& on, const AnswerStandBy& act) {
  auto found = own_listed(on, act.entry, AnswerStandBy::is.name);
  if (!found) return failure(found.error());
  const Panel& panel = on.state.panel_of(**found);
  if (panel.status != PanelStatus::open) return failure(rejection(Code::panel_not_open, panel.plan.id));
  const std::uint32_t place = place_of(panel, act.entry);
  if (place >= stand_by_places) return failure(rejection(Code::not_on_stand_by, act.entry, place + 1));
  if ((*found)->on_the_way_at) return failure(rejection(Code::nothing_changes));
  return Events{StandByAnswered{act.entry}};
}

// docs/rules.md#l9-stand-by
Decision decide(const Deciding& on, const ClearStandBy& act) {
  auto found = own_listed(on, act.entry, ClearStandBy::is.name);
  if (!found) return failure(found.error());
  if (!(*found)->on_the_way_at) return failure(rejection(Code::nothing_changes));
  return Events{StandByCleared{act.entry}};
}

void evolve(Evolving& on, const StandByAnswered& event) { on.answer(on.state.entries.at(event.entry), on.stamp.at); }

void evolve(Evolving& on, const StandByCleared& event) { on.answer(on.state.entries.at(event.entry), std::nullopt); }

}  // namespace rostrum::council
