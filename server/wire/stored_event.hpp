// Events between council and protobuf, as commits hold them. For this room's own units.
#pragma once

#include "base/result.hpp"
#include "council/event.hpp"
#include "rostrum/v1/event.pb.h"

namespace rostrum::wire {

/// Writes an event into the field of its kind. Written from the schema, as event_of is.
void put(rostrum::v1::Event& into, const council::Event& event);

/// The event, or in words what of it this version does not know.
[[nodiscard]] Result<council::Event, std::string> event_of(const rostrum::v1::Event& event);

}  // namespace rostrum::wire
