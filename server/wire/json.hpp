// Protobuf's JSON mapping, for this room's own units: lowerCamelCase names, 64-bit numbers as strings, enumerations by
// name, defaults left out.
#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace rostrum::wire {

/// The same message gives the same text: maps in the order of their keys.
[[nodiscard]] std::string json_of(const google::protobuf::Message& message);

/// False where the text is none of this message. Fields that are not known are passed over.
[[nodiscard]] bool parse_json(google::protobuf::Message& into, std::string_view text);

}  // namespace rostrum::wire
