// Entities from views to protobuf. For this room's own units.
#pragma once

#include "rostrum/v1/view.pb.h"
#include "views/views.hpp"

namespace rostrum::wire {

void put(rostrum::v1::Entity& into, const views::Key& key, const views::Entity& entity);

}  // namespace rostrum::wire
