#include "gateway/limits.hpp"

#include <array>
#include <charconv>
#include <variant>

namespace rostrum::gateway {

namespace {

using Count = std::uint64_t Limits::*;
using Time = Millis Limits::*;

struct Name {
  std::string_view text;
  std::variant<Count, Time> member;
};

constexpr std::uint64_t value_max = 1u << 30;  // a gigabyte, or twelve days

const std::array names{
    Name{"connections_max", &Limits::connections_max},
    Name{"frame_bytes_max", &Limits::frame_bytes_max},
    Name{"outbox_bytes_max", &Limits::outbox_bytes_max},
    Name{"socket_send_bytes", &Limits::socket_send_bytes},
    Name{"items_per_second_max", &Limits::items_per_second_max},
    Name{"items_burst_max", &Limits::items_burst_max},
    Name{"too_fast_max", &Limits::too_fast_max},
    Name{"guesses_per_second_max", &Limits::guesses_per_second_max},
    Name{"guesses_burst_max", &Limits::guesses_burst_max},
    Name{"guesses_in_all_per_second_max", &Limits::guesses_in_all_per_second_max},
    Name{"guesses_in_all_burst_max", &Limits::guesses_in_all_burst_max},
    Name{"sign_in_timeout_ms", &Limits::sign_in_timeout},
    Name{"ping_after_ms", &Limits::ping_after},
    Name{"silence_max_ms", &Limits::silence_max},
    Name{"close_timeout_ms", &Limits::close_timeout},
    Name{"stop_timeout_ms", &Limits::stop_timeout},
    Name{"http_sessions_max", &Limits::http_sessions_max},
    Name{"http_header_bytes_max", &Limits::http_header_bytes_max},
    Name{"http_body_bytes_max", &Limits::http_body_bytes_max},
    Name{"http_timeout_ms", &Limits::http_timeout},
};

std::string known_names() {
  std::string out;
  for (const Name& name : names) out += (out.empty() ? "" : ", ") + std::string(name.text);
  return out;
}

Result<void, std::string> set(Limits& limits, std::string_view pair) {
  const auto equals = pair.find('=');
  if (equals == std::string_view::npos) return failure("\"" + std::string(pair) + "\" is not name=value");
  const auto text = pair.substr(equals + 1);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > value_max) {
    return failure(std::string(pair) + ": the value has to be a whole number from 1 to " + std::to_string(value_max));
  }
  for (const Name& name : names) {
    if (name.text != pair.substr(0, equals)) continue;
    if (const auto* count = std::get_if<Count>(&name.member)) limits.*(*count) = value;
    if (const auto* time = std::get_if<Time>(&name.member)) limits.*(*time) = Millis{static_cast<std::int64_t>(value)};
    return {};
  }
  return failure("there is no limit " + std::string(pair.substr(0, equals)) + "; there are " + known_names());
}

}  // namespace

Result<Limits, std::string> with(Limits limits, std::string_view text) {
  while (!text.empty()) {
    const auto comma = text.find(',');
    if (auto done = set(limits, text.substr(0, comma)); !done) return failure(std::move(done.error()));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  if (limits.ping_after >= limits.silence_max) {
    return failure("ping_after_ms=" + std::to_string(limits.ping_after.value) +
                   " has to be less than silence_max_ms=" + std::to_string(limits.silence_max.value) +
                   ": a client is asked whether it is there before it is given up");
  }
  return limits;
}

std::vector<std::pair<std::string, std::uint64_t>> named(const Limits& limits) {
  std::vector<std::pair<std::string, std::uint64_t>> out;
  for (const Name& name : names) {
    const auto* count = std::get_if<Count>(&name.member);
    const auto* time = std::get_if<Time>(&name.member);
    out.emplace_back(name.text, count ? limits.*(*count) : static_cast<std::uint64_t>((limits.*(*time)).value));
  }
  return out;
}

}  // namespace rostrum::gateway
