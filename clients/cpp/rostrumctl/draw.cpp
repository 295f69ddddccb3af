#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.hpp"
#include "council/fair_time/lot.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

namespace {

using namespace council;

/// What does not come out as it was told; empty where all does.
std::string difference(const SessionId& session, const LotDrawn& told, const Draw& draw) {
  if (fair_time::lot_commitment(told.secret) != draw.commitment) return "the secret is not the one committed to";
  const auto seed = fair_time::lot_seed(session.value, told.panel.value, told.draw, told.secret, told.word);
  if (seed != told.seed) return "the seed comes to " + seed;
  const auto drawn = fair_time::lot(draw.labels, seed);
  if (drawn != told.drawn) return fmt::format("the order comes to {}", fmt::join(drawn, " "));
  return {};
}

/// One draw after the other, each computed again.
class Draws {
 public:
  explicit Draws(const DrawOptions& options) : options_(options) {}

  void tell(const State& state, const Event& event) {
    const auto* told = std::get_if<LotDrawn>(&event);
    if (!told || (options_.panel && told->panel.value != *options_.panel)) return;
    const Draw& draw = *state.panels.at(told->panel).draw;
    const auto why = difference(state.session.id, *told, draw);
    std::cout << fmt::format(
        "panel {}, draw {}: {}\n  commitment {}\n  pool       {}\n  word       {}\n  secret     {}\n  seed       {}\n"
        "  order      {}\n",
        told->panel.value, told->draw, why.empty() ? "comes out as it was told" : why, draw.commitment,
        fmt::join(draw.labels, " "), told->word, told->secret, told->seed, fmt::join(told->drawn, " "));
    ++count_;
    if (!why.empty()) status_ = failed;
  }

  [[nodiscard]] int end() const {
    if (count_ == 0) std::cout << "nothing was drawn\n";
    return status_;
  }

 private:
  const DrawOptions& options_;
  int count_ = 0;
  int status_ = done;
};

}  // namespace

int draw(const DrawOptions& options) {
  const auto journal = open_journal(options.data);
  if (!journal) return complain(journal.error());
  Draws draws(options);
  const auto session =
      replay(**journal, false, [&](const State& state, const wire::StoredAct&, const Stamp&, const Event& event) {
        draws.tell(state, event);
      });
  if (session.failure) return complain(*session.failure);
  if (options.panel && !session.state.find(PanelId{*options.panel}))
    return complain(fmt::format("the session has no panel {}", *options.panel));
  return draws.end();
}

}  // namespace rostrum::ctl
