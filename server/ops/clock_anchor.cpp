#include "ops/clock_anchor.hpp"

#include <charconv>
#include <chrono>
#include <fstream>

#include <fmt/format.h>

#include "ops/files.hpp"

namespace rostrum::ops {

namespace {

/// Takes digits off the front of a text, and single characters; remembers whether it went wrong.
struct Reader {
  std::string_view rest;
  bool good = true;

  int digits(std::size_t count) {
    int value = 0;
    if (rest.size() < count) return good = false, 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + count, value);
    if (error != std::errc() || end != rest.data() + count || rest.front() == '-') good = false;
    rest.remove_prefix(count);
    return value;
  }
  bool follows(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!follows(c)) good = false;
  }
};

int milliseconds(Reader& reader) {
  int value = 0;
  int count = 0;
  for (; count < 3 && !reader.rest.empty() && reader.rest.front() >= '0' && reader.rest.front() <= '9'; ++count) {
    value = value * 10 + reader.digits(1);
  }
  if (count == 0) reader.good = false;
  for (; count < 3; ++count) value *= 10;
  return value;
}

/// Minutes east of Greenwich.
int offset(Reader& reader) {
  if (reader.follows('Z')) return 0;
  const bool west = reader.follows('-');
  if (!west) reader.expect('+');
  const int hours = reader.digits(2);
  reader.expect(':');
  const int of_hour = reader.digits(2);
  if (hours > 14 || of_hour > 59) reader.good = false;
  return (west ? -1 : 1) * (hours * 60 + of_hour);
}

std::optional<Instant> instant_of(std::string_view text) {
  Reader reader{text};
  const int year = reader.digits(4);
  reader.expect('-');
  const int month = reader.digits(2);
  reader.expect('-');
  const int day = reader.digits(2);
  reader.expect('T');
  const int hour = reader.digits(2);
  reader.expect(':');
  const int minute = reader.digits(2);
  const int second = reader.follows(':') ? reader.digits(2) : 0;
  const int ms = reader.follows('.') ? milliseconds(reader) : 0;
  const int offset_minutes = offset(reader);
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!reader.good || !reader.rest.empty() || !date.ok() || hour > 23 || minute > 59 || second > 59)
    return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  const std::int64_t minutes_in_all = (std::int64_t{days} * 24 + hour) * 60 + minute - offset_minutes;
  return Instant{minutes_in_all * 60'000 + second * 1'000 + ms};
}

std::optional<double> speed_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!is_speed(value)) return std::nullopt;
  return value;
}

}  // namespace

Result<ClockStart, std::string> clock_start_of(std::string_view text) {
  const auto comma = text.find(',');
  const auto at = instant_of(text.substr(0, comma));
  const auto speed = comma == std::string_view::npos ? std::nullopt : speed_of(text.substr(comma + 1));
  if (!at || !speed) {
    return failure(fmt::format("\"{}\" is not START,SPEED such as 2005-11-29T14:55+01:00,1", text));
  }
  return ClockStart{*at, *speed};
}

Result<std::optional<ClockAnchor>, std::string> read_anchor(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    if (error) return failure(path.string() + ": " + error.message());
    return std::optional<ClockAnchor>();
  }
  std::ifstream in(path);
  std::int64_t session = 0;
  std::int64_t wall = 0;
  std::string speed_text;
  std::string more;
  in >> session >> wall >> speed_text;
  const auto speed = speed_of(speed_text);
  if (!in || !speed || in >> more) {
    return failure(path.string() +
                   " does not hold where the session's clock was set (session_start_ms wall_start_ms speed)");
  }
  return std::optional(ClockAnchor{{session}, {wall}, *speed});
}

Result<void, std::string> write_anchor(const std::filesystem::path& path, const ClockAnchor& anchor) {
  return write_file(path, fmt::format("{} {} {}\n", anchor.session_start.value, anchor.wall_start.value, anchor.speed),
                    0644);
}

bool shows_real_time(const ClockAnchor& anchor) {
  return anchor.session_start == anchor.wall_start && anchor.speed == 1.0;
}

}  // namespace rostrum::ops
