#include "council/deadlines.hpp"

#include "council/timing.hpp"

namespace rostrum::council {

namespace {

std::string text(const ActName& act) { return std::to_string(act.seq.value) + "." + std::to_string(act.index); }
std::string text(std::uint32_t id, Instant at) { return std::to_string(id) + "-" + std::to_string(at.value); }

/// Looks at every instant, and makes the act and its id of the earliest alone.
class Earliest {
 public:
  template <class Make>
  void consider(Instant at, Make make) {
    if (first_ && first_->at <= at) return;
    first_ = make();
    first_->at = at;
  }
  [[nodiscard]] std::optional<Deadline> take() { return std::move(first_); }

 private:
  std::optional<Deadline> first_;
};

void consider_panel(Earliest& earliest, const State& state, const Panel& panel) {
  const PanelId& id = panel.plan.id;
  if (panel.plan.draft) return;  // its list cannot be opened; once it has a title, a passed instant acts at once
  if (panel.list_opens_at && panel.list == ListStatus::not_open)
    earliest.consider(*panel.list_opens_at, [&] {
      return Deadline{{},
                      OpenListAsPlanned{id, panel.opening_planned_by},
                      "open-list-" + text(panel.opening_planned_by) + "-" + id.value};
    });
  if (panel.list_closes_at)
    earliest.consider(*panel.list_closes_at, [&] {
      return Deadline{{},
                      CloseListAsAnnounced{id, panel.closing_announced_by},
                      "close-list-" + text(panel.closing_announced_by) + "-" + id.value};
    });
  if (!panel.speech) return;
  const Speech& speech = state.speeches.at(*panel.speech);
  // Its id holds the limit and the pauses too: a cut that was called off by added time is another one than the next.
  if (const auto at = cut_at(panel, speech))
    earliest.consider(*at, [&] { return Deadline{{}, CutSpeech{speech.id}, "cut-" + text(speech.id.value, *at)}; });
}

void consider_statement(Earliest& earliest, const State& state, EntryId id, const Statement& statement) {
  if (statement.released_at) return;
  const auto release_at = [&](std::optional<Instant> at) {
    if (!at) return;
    earliest.consider(*at, [&] { return Deadline{{}, ReleaseStatementWhenDue{id}, "release-" + text(id.value, *at)}; });
  };
  release_at(statement.releases_at);
  const Entry& entry = state.entries.at(id);
  if (entry.status != EntryStatus::has_floor) return;
  if (const Speech* speech = state.speech_of(entry)) release_at(released_by_speech_at(*speech));
}

}  // namespace

std::optional<Deadline> next_deadline(const State& state) {
  Earliest earliest;
  for (const auto& [id, panel] : state.panels) consider_panel(earliest, state, panel);
  for (const auto& [id, statement] : state.statements) consider_statement(earliest, state, id, statement);
  for (const auto& [id, grant] : state.grants)
    if (grant.expires_at && !grant.revoked)
      earliest.consider(*grant.expires_at, [&] {
        return Deadline{{}, ExpireCodes{*grant.expires_at}, "expire-codes-" + std::to_string(grant.expires_at->value)};
      });
  return earliest.take();
}

}  // namespace rostrum::council
