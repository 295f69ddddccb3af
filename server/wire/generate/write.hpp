// The C++ that is written from the schema, one function for each file of it. It is plain code with a line for each
// field, to be read in a debugger or where it does not compile; what it calls is in wire/act_fields.hpp and
// wire/event_fields.hpp.
#pragma once

#include <string>

#include "wire/generate/schema.hpp"

namespace rostrum::wire::generate {

/// Acts from commands and into them.
[[nodiscard]] std::string acts_source(const Schema& schema);

/// Events from stored ones and into them.
[[nodiscard]] std::string events_source(const Schema& schema);

/// The enumerations: what stands for each value on the wire.
[[nodiscard]] std::string words_header(const Schema& schema);

/// The members of acts and events by name, the acts that can be sent, and how many values each enumeration has. No
/// protobuf in it: for tests, which make and play what there is from this.
[[nodiscard]] std::string members_header(const Schema& schema);

}  // namespace rostrum::wire::generate
