// Commands between protobuf and council, checked at the edge. For this room's own units.
#pragma once

#include "base/digest.hpp"
#include "council/act.hpp"
#include "council/rejection.hpp"
#include "rostrum/v1/command.pb.h"

namespace rostrum::wire {

/// The command's content, or the rejection `malformed` with the field and what was expected of it.
[[nodiscard]] council::Decided<council::Command> command_of(const rostrum::v1::Command& command);

/// The act of the command, or such a rejection. Written from the schema.
[[nodiscard]] council::Decided<council::Act> act_of(const rostrum::v1::Command& command);

/// Writes an act as a client sends it. The server's own have no form on the wire: the command stays without an act.
/// Written from the schema.
void put(rostrum::v1::Command& into, const council::Act& act);

/// The same, with what its sender expects.
void put(rostrum::v1::Command& into, const council::Command& command);

/// SHA-256 of the content: all that the command says but its id and its expiry.
[[nodiscard]] Digest content_digest(const rostrum::v1::Command& command);

}  // namespace rostrum::wire
