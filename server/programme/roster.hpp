// The roster: a table of delegations, one a line, beside the programme (docs/programme.md#the-roster).
#pragma once

#include "council/programme.hpp"
#include "programme/register.hpp"
#include "programme/texts.hpp"

namespace rostrum::programme {

/// The delegations of `sheet`, their ids entered in `delegations`; problems are recorded on the sheet.
[[nodiscard]] std::vector<council::DelegationPlan> read_roster(Sheet& sheet, const Languages& languages,
                                                               Register& delegations);

}  // namespace rostrum::programme
