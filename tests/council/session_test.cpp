#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

/// What only the log of several nodes says happens.
void happens(Given& given, const Event& event) {
  evolve(given.state, event, {.act = {.seq = {2}}, .at = given.now, .actor = system_seat}, nullptr);
}

}  // namespace

TEST_CASE("a session of one server alone has no check of a secret, and no clock in its log") {
  const Given given;
  CHECK_FALSE(given.state.secret_check);
  CHECK_FALSE(given.state.clock_anchor);
}

TEST_CASE("a secret can be renewed: of its checks the last one counts") {
  Given given;
  happens(given, SecretChecked{sha256("a secret")});
  CHECK(given.state.secret_check == sha256("a secret"));
  happens(given, SecretChecked{sha256("a new secret")});
  CHECK(given.state.secret_check == sha256("a new secret"));
}

TEST_CASE("the clock of a session is set once: of its anchors the first one counts") {
  Given given;
  const ClockAnchor first{.session_start = start, .wall_start = start + minutes(1), .speed = 2.0};
  happens(given, ClockAnchored{first});
  happens(given, ClockAnchored{{.session_start = start + minutes(60), .wall_start = start}});
  CHECK(given.state.clock_anchor == first);
}
