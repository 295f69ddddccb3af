#include "council/deadlines.hpp"

#include "council/timing.hpp"

namespace rostrum::council {

namespace {

std::string text(const ActName& act) { return std::to_string(act.seq.value) + "." + std::to_string(act.index); }

std::string release_id(EntryId entry, Instant at) {
  return "release-" + std::to_string(entry.value) + "-" + std::to_string(at.value);
}

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
  for (const auto& [id, statement] : state.statements) {
    if (statement.released_at) continue;
    if (statement.releases_at)
      consider(first, {*statement.releases_at, ReleaseStatementWhenDue{id}, release_id(id, *statement.releases_at)});
    const Entry& entry = state.entries.at(id);
    const Speech* speech = entry.status == EntryStatus::has_floor ? state.speech_of(entry) : nullptr;
    if (!speech) continue;
    if (const auto at = released_by_speech_at(*speech))
      consider(first, {*at, ReleaseStatementWhenDue{id}, release_id(id, *at)});
  }
  for (const auto& [id, grant] : state.grants)
    if (grant.expires_at && !grant.revoked)
      consider(first, {*grant.expires_at, ExpireCodes{*grant.expires_at},
                       "expire-codes-" + std::to_string(grant.expires_at->value)});
  return first;
}

}  // namespace rostrum::council
