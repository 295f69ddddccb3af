// What a situation comes to, as `rostrumctl plan` answers it: each part of the input by the name under which it stands,
// as docs/time-allocation.md describes it.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "council/terms.hpp"
#include "rostrumctl/given.hpp"

namespace rostrum::ctl {

using Answer = nlohmann::ordered_json;

/// All parts of a situation that are there, or all that is wrong with it.
[[nodiscard]] Result<Answer, Wrongs> plan_of(std::string_view json);

// Each of one part. The answer counts only where nothing was wrong.
[[nodiscard]] Answer fit_of(const Given& given);
[[nodiscard]] Answer forecast_of(const Given& given);
[[nodiscard]] Answer guarantee_of(const Given& given);
[[nodiscard]] Answer order_of(const Given& given);
[[nodiscard]] Answer lot_of(const Given& given);

inline constexpr std::size_t entries_most = 1000;
inline constexpr std::int64_t limit_most_s = 7200;
inline constexpr std::int64_t instant_most_ms = std::int64_t{1} << 53;

/// The sort of a limit, by its name.
[[nodiscard]] council::LimitOf kind_of(const Given& given);

}  // namespace rostrum::ctl
