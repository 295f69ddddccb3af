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
  if (!panel.speech()) return;
  const Speech& speech = state.speeches.at(*panel.speech());
  // Its id holds the limit and the pauses too: a cut that was called off by added time is another one than the next.
  if (const auto at = cut_at(panel, speech))
    earliest.consider(*at, [&] { return Deadline{{}, CutSpeech{speech.id}, "cut-" + text(speech.id.value, *at)}; });
}

void consider_release(Earliest& earliest, EntryId id, Instant at) {
  earliest.consider(at, [&] { return Deadline{{}, ReleaseStatementWhenDue{id}, "release-" + text(id.value, at)}; });
}

/// The text that is being delivered is released by its speech; one that is interrupted stands still.
void consider_delivery(Earliest& earliest, const State& state, const Panel& panel) {
  if (!panel.speech()) return;
  const Speech& speech = state.speeches.at(*panel.speech());
  const auto* id = std::get_if<EntryId>(&speech.of);
  const Statement* statement = id ? state.statement_of(*id) : nullptr;
  if (!statement || statement->released_at) return;
  if (const auto at = released_by_speech_at(speech)) consider_release(earliest, *id, *at);
}

}  // namespace

std::optional<Deadline> next_deadline(const State& state) {
  Earliest earliest;
  for (const auto& [id, panel] : state.panels) consider_panel(earliest, state, panel);
  for (const auto& [id, panel] : state.panels) consider_delivery(earliest, state, panel);
  if (!state.releases_planned.empty()) {
    const auto& [at, id] = *state.releases_planned.begin();
    consider_release(earliest, id, at);
  }
  if (!state.expiries.empty()) {
    const Instant at = state.expiries.begin()->first;
    earliest.consider(at, [&] { return Deadline{{}, ExpireCodes{at}, "expire-codes-" + std::to_string(at.value)}; });
  }
  return earliest.take();
}

}  // namespace rostrum::council
