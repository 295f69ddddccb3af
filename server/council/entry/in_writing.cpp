#include "council/deciding.hpp"
#include "council/evolving.hpp"

namespace rostrum::council {

// docs/rules.md#l13
Decision decide(const Deciding& on, const FileInWriting& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours(FileInWriting::is.name));
  if (auto waiting = on.waiting_entry(act.entry); !waiting) return failure(waiting.error());
  if (!facts_of((*found)->kind).in_writing)
    return failure(rejection(Code::malformed, "entry", "a statement, or one on behalf of a group"));
  if (on.state.panel_of(**found).filed >= filed_max) return failure(rejection(Code::list_full, filed_max));
  Events events{FiledInWriting{act.entry}};
  const Statement* statement = on.state.statement_of(act.entry);
  if (statement && !statement->released_at) events.push_back(StatementReleased{act.entry, ReleaseCause::in_writing});
  return events;
}

void evolve(Evolving& on, const FiledInWriting& event) {
  Entry& entry = on.leave(event.entry, EntryStatus::in_writing);
  entry.filed_at = on.stamp.at;
  ++on.state.panels.at(entry.panel).filed;
  on.stand(entry, Outcome::in_writing);
  if (entry.delegation) on.state.standings.at(*entry.delegation).filed = entry.id;
}

}  // namespace rostrum::council
