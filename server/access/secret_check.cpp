#include "access/secret_check.hpp"

#include <fmt/format.h>

namespace rostrum::access {

Digest check_of(const Secret& secret, const SessionId& session, std::string_view epoch) {
  return secret.hmac(fmt::format("rostrum secret check\n{}\n{}", session.value, hex(epoch)));
}

std::string why_not_served(const council::State& state, std::string_view epoch, const Secret& secret) {
  const SessionId& session = state.session.id;
  if (!state.secret_check || !state.clock_anchor)
    return fmt::format(
        "the log of the session {} was not begun for several nodes: do that with rostrumctl journal begin",
        session.value);
  if (*state.secret_check != check_of(secret, session, epoch))
    return fmt::format(
        "the secret of this node is not that of the session {}: give it the secret file that the session "
        "was begun with",
        session.value);
  return {};
}

}  // namespace rostrum::access
