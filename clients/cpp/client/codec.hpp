// Frames to and from the bytes of a message, in either codec.
#pragma once

#include <optional>
#include <string>

#include "rostrum/v1/envelope.pb.h"

namespace rostrum::client {

enum class Codec { protobuf, json };

[[nodiscard]] std::string encoded(Codec codec, const v1::ClientFrame& frame);

/// The frame; none where the bytes are none. What is not known in JSON is passed over.
[[nodiscard]] std::optional<v1::ServerFrame> decoded(Codec codec, const std::string& bytes);

}  // namespace rostrum::client
