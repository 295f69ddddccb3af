// The log as sentences (L14): what happened, in English, in the words of the desk's screen. The catalogue that the
// screens read (clients/web/src/i18n/messages/en) is built in; here stand only the values that its sentences name.
#pragma once

#include <functional>
#include <string>

#include "council/state.hpp"

namespace rostrum::ctl {

/// How an instant that an event sets is shown.
using Shown = std::function<std::string(Instant)>;

/// One sentence about `event`, without actor and time, read on the state after it. An event for which the catalogue has
/// no sentence is told by its code.
[[nodiscard]] std::string sentence(const council::State& state, const council::Event& event, const Shown& shown);

}  // namespace rostrum::ctl
