// A signal: seen by booth and desk with its booth, by the delegation that speaks without.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("I3 a signal is seen by booths and desk with its booth, by the speaker without, by nobody else") {
  Given given = four_waiting();
  given.give({1});
  given.must(booth, RaiseSignal{SignalKind::speak_slowly});
  CHECK(who_sees(given.state, "signal/1") == "booth desk");
  CHECK(who_sees(given.state, "own/signal/CL/1") == "CL");
  const auto own = render(given.state, {.kind = KeyKind::own_signal, .id = "CL", .number = 1}, DelegationId{"CL"});
  CHECK(std::get<Signal>(*own).seat.empty());
  CHECK(std::get<Signal>(*own).language.empty());
  given.must(chair, EndSpeech{{1}});
  CHECK(who_sees(given.state, "signal/1").empty());
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
}

TEST_CASE("I3 no sound is told to the delegation that speaks, and goes with the floor") {
  Given given = four_waiting();
  given.must(booth, RaiseSignal{SignalKind::no_sound});
  CHECK(who_sees(given.state, "signal/1") == "booth desk");
  given.give({1});
  CHECK(who_sees(given.state, "own/signal/CL/1") == "CL");
  given.must(chair, EndSpeech{{1}});
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
  given.give(given.panel().order().front());
  CHECK(who_sees(given.state, "own/signal/CL/1").empty());
  CHECK(who_sees(given.state, "own/signal/EC/1") == "EC");
}

}  // namespace rostrum::views
