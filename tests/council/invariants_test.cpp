// What must always be true is looked at after every act: here it is made untrue, and has to be noticed.
#include "council/given.hpp"
#include "council/invariants.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

std::string broken_by(const std::function<void(Panel&, State&)>& change) {
  Given given = four_waiting();
  change(given.state.panels.at(high_level), given.state);
  return broken_invariant(given.state);
}

}  // namespace

TEST_CASE("a list as it should be breaks no invariant") {
  CHECK(broken_by([](Panel&, State&) {}).empty());
}

TEST_CASE("an entry that stands on a list twice is noticed") {
  const auto broken =
      broken_by([](Panel& panel, State&) { panel.lines[Line::speakers].push_back(panel.order().front()); });
  CHECK(broken == "an entry stands on the list twice (panel high-level)");
}

TEST_CASE("a delegation that waits twice with the same kind is noticed, and with several kinds or by setting is fine") {
  const auto as_chile = [](Kind kind) {
    return [kind](Panel& panel, State& state) {
      state.entries.at(panel.order().back()).delegation = DelegationId{"CL"};
      state.entries.at(panel.order().back()).kind = kind;
    };
  };
  CHECK(broken_by(as_chile(Kind::statement)) == "a delegation waits twice with the same kind (panel high-level)");
  CHECK(broken_by(as_chile(Kind::question)).empty());
  CHECK(broken_by([&](Panel& panel, State& state) {
          panel.plan.several_entries = true;
          as_chile(Kind::statement)(panel, state);
        }).empty());
}

TEST_CASE("a list that holds an entry that does not wait is noticed") {
  const auto broken = broken_by(
      [](Panel& panel, State& state) { state.entries.at(panel.order().front()).status = EntryStatus::withdrawn; });
  CHECK(broken == "the list holds an entry that does not wait on it (panel high-level)");
}
