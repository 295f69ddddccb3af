// Whether a node may serve a session, by the check of the secret that stands in the session's log.
#include "access/secret_check.hpp"

#include <catch2/catch.hpp>

namespace rostrum::access {
namespace {

Secret secret_of(std::uint8_t first) { return Secret({first, 2, 3}); }

const SessionId session{"council"};
const std::string epoch = "0123456789abcdef";

/// Of a log that was begun for several nodes, with `secret`.
council::State begun_with(const Secret& secret) {
  council::State state;
  state.session.id = session;
  state.secret_check = check_of(secret, session, epoch);
  state.clock_anchor = ClockAnchor{};
  return state;
}

}  // namespace

TEST_CASE("The check of a secret is of that secret, session and epoch alone", "[access]") {
  const Digest check = check_of(secret_of(1), session, epoch);
  CHECK(check == check_of(secret_of(1), session, epoch));
  CHECK(check != check_of(secret_of(2), session, epoch));
  CHECK(check != check_of(secret_of(1), {"another"}, epoch));
  CHECK(check != check_of(secret_of(1), session, "fedcba9876543210"));
}

TEST_CASE("The check of a secret is what is written down of it, for ever: logs hold it", "[access]") {
  const std::string message = "rostrum secret check\ncouncil\n30313233343536373839616263646566";
  CHECK(check_of(secret_of(1), session, epoch) == secret_of(1).hmac(message));
}

TEST_CASE("A node with the secret that the session was begun with may serve it", "[access]") {
  CHECK(why_not_served(begun_with(secret_of(1)), epoch, secret_of(1)).empty());
}

TEST_CASE("A node with another secret is told so, and which one it needs", "[access]") {
  CHECK(
      why_not_served(begun_with(secret_of(1)), epoch, secret_of(2)) ==
      "the secret of this node is not that of the session council: give it the secret file that the session was begun "
      "with");
}

TEST_CASE("A log that was not begun for several nodes is named, with what begins it for them", "[access]") {
  const std::string why =
      "the log of the session council was not begun for several nodes: do that with rostrumctl journal begin";
  council::State without_check = begun_with(secret_of(1));
  without_check.secret_check.reset();
  CHECK(why_not_served(without_check, epoch, secret_of(1)) == why);
  council::State without_clock = begun_with(secret_of(1));
  without_clock.clock_anchor.reset();
  CHECK(why_not_served(without_clock, epoch, secret_of(1)) == why);
}

}  // namespace rostrum::access
