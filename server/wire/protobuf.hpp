// Bytes of protobuf messages, for this room's own units.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace rostrum::wire {

/// The same message gives the same bytes: maps in the order of their keys.
[[nodiscard]] std::string serialized(const google::protobuf::Message& message);

/// False where the bytes are none of this message. A string that is not UTF-8 makes it so.
[[nodiscard]] bool parse(google::protobuf::Message& into, std::string_view bytes);

/// Whether the message itself has a field that this version does not know.
[[nodiscard]] bool has_unknown_fields(const google::protobuf::Message& message);

/// The number of the first of these; none where it has none.
[[nodiscard]] std::optional<int> first_unknown_field(const google::protobuf::Message& message);

/// Whether it, or a message within it, has one.
[[nodiscard]] bool holds_unknown_fields(const google::protobuf::Message& message);

}  // namespace rostrum::wire
