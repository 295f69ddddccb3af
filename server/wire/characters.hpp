// The characters in what clients send, checked at one place for every text of every message there is or will be: a
// field that is added to the schema is checked without a word here.
#pragma once

#include <optional>

#include <google/protobuf/message.h>

#include "council/rejection.hpp"

namespace rostrum::wire {

/// Why `message` is not taken (docs/rules.md#w1): the first of its texts, at any depth, that has a character which it
/// may not have, or that has nothing to be seen without being empty. Named as in "speaker.name", without the field that
/// chooses an act; of a text in several languages as in "title.fr", and "title" where it is a language itself.
[[nodiscard]] std::optional<council::Rejection> refused_characters(const google::protobuf::Message& message);

/// Whether a text may have several lines; all others are on one.
[[nodiscard]] bool has_lines(const google::protobuf::FieldDescriptor& field);

}  // namespace rostrum::wire
