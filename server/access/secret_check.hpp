// Whether a node has the secret of the session that it is to serve. Several nodes of one session have to derive the
// same codes, and believe what each other seals. The secret itself stands nowhere but in its file; in the log is a
// check of it (council::SecretChecked), which only who has the secret can make, and of which no secret can be found.
#pragma once

#include <string>
#include <string_view>

#include "access/secret.hpp"
#include "council/state.hpp"

namespace rostrum::access {

/// The check of `secret` for the session whose log is of `epoch` (its random bytes).
[[nodiscard]] Digest check_of(const Secret& secret, const SessionId& session, std::string_view epoch);

/// Why a node with `secret` may not serve the session of `state`, which is all of its log, of `epoch`; empty where it
/// may. In words for whoever runs the node: the secret is another one, or the log was not begun for several nodes.
[[nodiscard]] std::string why_not_served(const council::State& state, std::string_view epoch, const Secret& secret);

}  // namespace rostrum::access
