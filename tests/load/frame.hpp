// WebSocket framing as a light client needs it (RFC 6455): masked frames out, unmasked ones in, none in fragments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::load {

enum class Opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// A frame at the front of received bytes.
struct Head {
  bool final = true;  // not followed by a continuation
  Opcode opcode{};
  std::size_t header_bytes = 0;
  std::uint64_t payload_bytes = 0;
};

/// The head of the frame that `bytes` begin with; none where they do not reach that far. Where the frame is masked, the
/// mask is the last four bytes of the header.
[[nodiscard]] std::optional<Head> head_of(std::string_view bytes);

/// One whole frame with `payload`, masked with `mask`, as clients have to.
[[nodiscard]] std::string masked_frame(Opcode opcode, std::string_view payload, std::uint32_t mask);

/// One whole frame as servers send them.
[[nodiscard]] std::string plain_frame(Opcode opcode, std::string_view payload);

/// Takes the mask off the payload of a client's frame, in place.
void unmask(char* payload, std::size_t bytes, const char* mask);

}  // namespace rostrum::load
