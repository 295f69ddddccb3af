// The programme between council and protobuf, as the first commit holds it. For this room's own units.
#pragma once

#include "base/result.hpp"
#include "council/programme.hpp"
#include "rostrum/v1/programme.pb.h"

namespace rostrum::wire {

void put(rostrum::v1::Programme& into, const council::Programme& programme);

/// The programme, or in words what of it this version does not know.
[[nodiscard]] Result<council::Programme, std::string> programme_of(const rostrum::v1::Programme& programme);

}  // namespace rostrum::wire
