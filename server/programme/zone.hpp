// A time zone by its IANA name, from the tables that ICU carries, so that no tzdata needs to be installed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace rostrum::programme {

/// A date and time as a clock on the wall shows it.
struct LocalTime {
  int year = 1970;
  int month = 1;  // from 1
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;

  auto operator<=>(const LocalTime&) const = default;
};

class Zone {
 public:
  /// The zone called `name`, such as "Europe/Zurich"; none where there is no such zone.
  [[nodiscard]] static std::optional<Zone> named(const std::string& name);

  /// The names of all zones, for suggestions.
  [[nodiscard]] static std::vector<std::string> names();

  /// The instant at which clocks show `time`: the first of two where they are set back; none where they are set forward
  /// past it, or where the calendar has no such day.
  [[nodiscard]] std::optional<Instant> instant(const LocalTime& time) const;

  [[nodiscard]] LocalTime local(Instant at) const;

  Zone(Zone&&) noexcept;
  Zone& operator=(Zone&&) noexcept;
  ~Zone();

 private:
  struct Tables;
  explicit Zone(std::unique_ptr<Tables> tables);

  std::unique_ptr<Tables> tables_;
};

/// "2005-11-29T15:00:00".
[[nodiscard]] std::string iso(const LocalTime& time);

/// `text` as "2005-11-29", with the time at midnight; none where it is no such date.
[[nodiscard]] std::optional<LocalTime> date_of(const std::string& text);

/// `text` as "2005-11-29T15:00" or "2005-11-29T15:00:30", or as "15:00" on `day` where one is given.
[[nodiscard]] std::optional<LocalTime> time_of(const std::string& text, const std::optional<LocalTime>& day);

}  // namespace rostrum::programme
