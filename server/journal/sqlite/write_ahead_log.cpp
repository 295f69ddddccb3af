#include "journal/sqlite/write_ahead_log.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace rostrum::journal::sqlite {
namespace {

constexpr std::size_t log_header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;
constexpr std::size_t page_bytes_min = 512;
constexpr std::size_t page_bytes_max = 65'536;
constexpr std::uint32_t magic = 0x377f0682;  // its lowest bit: checksums over big-endian words

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

struct Sum {
  std::uint32_t first = 0;
  std::uint32_t second = 0;

  bool operator==(const Sum&) const = default;
};

Sum add(Sum sum, std::string_view bytes, bool big_endian_words) {
  for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
    auto a = big_endian(bytes, i);
    auto b = big_endian(bytes, i + 4);
    if (!big_endian_words) a = __builtin_bswap32(a), b = __builtin_bswap32(b);
    sum.first += a + sum.second;
    sum.second += b + sum.first;
  }
  return sum;
}

Sum stored_sum(std::string_view bytes, std::size_t at) { return {big_endian(bytes, at), big_endian(bytes, at + 4)}; }

/// Reads whole pieces of `count` bytes; nothing at the end.
std::optional<std::string> take(std::ifstream& file, std::size_t count) {
  std::string bytes(count, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(count));
  if (static_cast<std::size_t>(file.gcount()) != count) return std::nullopt;
  return bytes;
}

bool sound_header(std::string_view header) {
  const auto page_bytes = big_endian(header, 8);
  return (big_endian(header, 0) & ~1u) == magic && page_bytes >= page_bytes_min && page_bytes <= page_bytes_max &&
         std::has_single_bit(page_bytes) &&
         add({}, header.substr(0, 24), (big_endian(header, 0) & 1) != 0) == stored_sum(header, 24);
}

/// Where the log is damaged: the same answer twice is no race with a writer.
struct Place {
  std::string header;
  std::size_t frame = 0;  // from 1; 0 is the header

  bool operator==(const Place&) const = default;
};

/// The first bad frame, where more stands behind it than the torn end of one commit.
std::optional<std::size_t> damaged_frame(std::ifstream& file, std::string_view header) {
  const bool big_endian_words = (big_endian(header, 0) & 1) != 0;
  const auto frame_bytes = frame_header_bytes + big_endian(header, 8);
  Sum before = stored_sum(header, 24);
  std::optional<std::size_t> first_bad;
  int commits_from_there = 0;
  for (std::size_t number = 1; const auto frame = take(file, frame_bytes); ++number) {
    const std::string_view bytes = *frame;
    const bool this_generation = bytes.substr(8, 8) == header.substr(16, 8);
    const auto sum =
        add(add(before, bytes.substr(0, 8), big_endian_words), bytes.substr(frame_header_bytes), big_endian_words);
    before = stored_sum(bytes, 16);
    const bool sound = this_generation && sum == before;
    if (!sound && !first_bad) first_bad = number;

    // The first bad frame counts by what it says it is, those behind it only where they are sound after their
    // predecessor.
    const bool ends_commit = big_endian(bytes, 4) != 0;
    if (first_bad && ends_commit && (sound || (number == *first_bad && this_generation))) ++commits_from_there;
    if (commits_from_there > 1) return first_bad;
  }
  return std::nullopt;
}

std::optional<Place> damaged_place(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const auto header = take(file, log_header_bytes);
  if (!header) return std::nullopt;
  if (sound_header(*header)) {
    const auto frame = damaged_frame(file, *header);
    return frame ? std::optional(Place{*header, *frame}) : std::nullopt;
  }
  // The header is synced before the first frame is written, so a bad one with anything behind it is no torn write.
  return take(file, frame_header_bytes) ? std::optional(Place{*header, 0}) : std::nullopt;
}

}  // namespace

bool damaged_before_its_end(const std::filesystem::path& path) {
  for (auto place = damaged_place(path); place;) {
    auto again = damaged_place(path);
    if (again == place) return true;
    place = std::move(again);
  }
  return false;
}

}  // namespace rostrum::journal::sqlite
