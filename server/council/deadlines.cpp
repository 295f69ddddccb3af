#include "council/deadlines.hpp"

#include "council/timing.hpp"

namespace rostrum::council {

namespace {

std::string text(const ActName& act) { return std::to_string(act.seq.value) + "." + std::to_string(act.index); }

void consider(std::optional<Deadline>& first, Deadline deadline) {
  if (!first || deadline.at < first->at) first = std::move(deadline);
}

}  // namespace

std::optional<Deadline> next_deadline(const State& state) {
  std::optional<Deadline> first;
  for (const auto& [id, panel] : state.panels) {
    if (panel.plan.draft) continue;  // its list cannot be opened; once it has a title, a passed instant acts at once
    if (panel.list_opens_at && panel.list == ListStatus::not_open)
      consider(first, {*panel.list_opens_at, OpenListAsPlanned{id, panel.opening_planned_by},
                       "open-list-" + text(panel.opening_planned_by) + "-" + id.value});
    if (panel.list_closes_at)
      consider(first, {*panel.list_closes_at, CloseListAsAnnounced{id, panel.closing_announced_by},
                       "close-list-" + text(panel.closing_announced_by) + "-" + id.value});
    if (!panel.speech) continue;
    const Speech& speech = state.speeches.at(*panel.speech);
    // Its id holds the limit and the pauses too: a cut that was called off by added time is another one than the next.
    if (const auto at = cut_at(panel, speech))
      consider(first,
               {*at, CutSpeech{speech.id}, "cut-" + std::to_string(speech.id.value) + "-" + std::to_string(at->value)});
  }
  return first;
}

}  // namespace rostrum::council
