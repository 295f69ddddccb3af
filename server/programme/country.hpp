// Names and flags of States by ISO 3166-1 alpha-2 code, from the CLDR tables that ICU carries.
#pragma once

#include <optional>
#include <string>

namespace rostrum::programme {

/// The name of the State with the upper-case code `alpha2` in `language`; none where CLDR has no such State today.
[[nodiscard]] std::optional<std::string> country_name(const std::string& alpha2, const std::string& language);

/// The flag of that State, its code in lower case; empty where the sets of flags in use have none (as for CS).
[[nodiscard]] std::string country_flag(const std::string& alpha2);

/// Whether `flag` names one that the sets in use have: a State of today, or one of the few bodies with a code of
/// theirs.
[[nodiscard]] bool flag_exists(const std::string& flag);

}  // namespace rostrum::programme
