// Decides one command on the state: events, or a rejection. Pure: it sees the state, the command and the context, and
// nothing else. An accepted act has at least one event. The rules are those of docs/rules.md, named at each overload.
#pragma once

#include <functional>
#include <set>

#include "council/access.hpp"
#include "council/rejection.hpp"
#include "council/state.hpp"

namespace rostrum::council {

/// Delegations of which a device is connected (P6).
using Present = std::set<DelegationId>;
inline const Present nobody_present;

/// The secret that the order of a panel's draw is made of, as it will be shown: 64 hexadecimal digits, derived from the
/// server's own. The same on all nodes, and after a restart.
using LotSecret = std::function<std::string(const PanelId& panel, std::uint32_t draw)>;
inline const LotSecret no_lot_secret;

struct Context {
  Instant now;                              // not before the last commit
  GrantId actor;                            // system_grant for the server's own proposals
  const Present& present = nobody_present;  // when the command came; in no journal
  const LotSecret& lot_secret = no_lot_secret;
};

[[nodiscard]] Decided<Events> decide(const State& state, const Command& command, const Context& context);

}  // namespace rostrum::council
