#include "load/frame.hpp"

namespace rostrum::load {

namespace {

constexpr std::uint8_t final_bit = 0x80;
constexpr std::uint8_t mask_bit = 0x80;
constexpr std::uint8_t two_more = 126;    // a length of 16 bits follows
constexpr std::uint8_t eight_more = 127;  // one of 64 bits

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

void put_head(std::string& out, Opcode opcode, std::size_t payload_bytes, std::uint8_t masked) {
  out += static_cast<char>(final_bit | static_cast<std::uint8_t>(opcode));
  const auto put_length = [&](std::uint8_t first, int count) {
    out += static_cast<char>(masked | first);
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) out += static_cast<char>(payload_bytes >> shift & 0xff);
  };
  if (payload_bytes < two_more)
    put_length(static_cast<std::uint8_t>(payload_bytes), 0);
  else if (payload_bytes <= 0xffff)
    put_length(two_more, 2);
  else
    put_length(eight_more, 8);
}

}  // namespace

std::optional<Head> head_of(std::string_view bytes) {
  if (bytes.size() < 2) return std::nullopt;
  Head head{.final = (byte_at(bytes, 0) & final_bit) != 0, .opcode = static_cast<Opcode>(byte_at(bytes, 0) & 0x0f)};
  const std::uint8_t length = byte_at(bytes, 1) & 0x7f;
  const std::size_t more = length == eight_more ? 8 : length == two_more ? 2 : 0;
  const std::size_t mask = (byte_at(bytes, 1) & mask_bit) != 0 ? 4 : 0;
  head.header_bytes = 2 + more + mask;
  if (bytes.size() < head.header_bytes) return std::nullopt;
  head.payload_bytes = more == 0 ? length : big_endian(bytes.substr(2, more));
  return head;
}

std::string masked_frame(Opcode opcode, std::string_view payload, std::uint32_t mask) {
  std::string out;
  out.reserve(payload.size() + 14);
  put_head(out, opcode, payload.size(), mask_bit);
  const char key[4] = {static_cast<char>(mask >> 24), static_cast<char>(mask >> 16), static_cast<char>(mask >> 8),
                       static_cast<char>(mask)};
  out.append(key, 4);
  const std::size_t begin = out.size();
  out += payload;
  unmask(out.data() + begin, payload.size(), key);
  return out;
}

std::string plain_frame(Opcode opcode, std::string_view payload) {
  std::string out;
  out.reserve(payload.size() + 10);
  put_head(out, opcode, payload.size(), 0);
  out += payload;
  return out;
}

void unmask(char* payload, std::size_t bytes, const char* mask) {
  for (std::size_t at = 0; at < bytes; ++at) payload[at] = static_cast<char>(payload[at] ^ mask[at % 4]);
}

}  // namespace rostrum::load
