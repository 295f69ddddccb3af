#include "programme/zone.hpp"

#include <regex>

#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include "base/assert.hpp"

namespace rostrum::programme {

struct Zone::Tables {
  // Kept for reuse; `mutable` because ICU computes in place.
  mutable std::unique_ptr<icu::GregorianCalendar> calendar;
};

Zone::Zone(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Zone::Zone(Zone&&) noexcept = default;
Zone& Zone::operator=(Zone&&) noexcept = default;
Zone::~Zone() = default;

std::optional<Zone> Zone::named(const std::string& name) {
  const auto id = icu::UnicodeString::fromUTF8(name);
  UErrorCode status = U_ZERO_ERROR;
  UBool of_the_tables = 0;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, of_the_tables, status);
  if (U_FAILURE(status) || !of_the_tables || name == "Etc/Unknown") return std::nullopt;

  auto calendar =
      std::make_unique<icu::GregorianCalendar>(icu::TimeZone::createTimeZone(id), icu::Locale::getRoot(), status);
  ROSTRUM_ASSERT(U_SUCCESS(status));
  calendar->setGregorianChange(-1e17, status);
  calendar->setRepeatedWallTimeOption(UCAL_WALLTIME_FIRST);
  ROSTRUM_ASSERT(U_SUCCESS(status));
  return Zone(std::make_unique<Tables>(Tables{std::move(calendar)}));
}

std::vector<std::string> Zone::names() {
  std::vector<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, status));
  ROSTRUM_ASSERT(U_SUCCESS(status));
  while (const char* id = ids->next(nullptr, status)) names.emplace_back(id);
  return names;
}

std::optional<Instant> Zone::instant(const LocalTime& time) const {
  UErrorCode status = U_ZERO_ERROR;
  auto& calendar = *tables_->calendar;
  calendar.clear();
  calendar.set(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const Instant at{static_cast<std::int64_t>(calendar.getTime(status))};
  ROSTRUM_ASSERT(U_SUCCESS(status));
  if (local(at) != time) return std::nullopt;
  return at;
}

LocalTime Zone::local(Instant at) const {
  UErrorCode status = U_ZERO_ERROR;
  auto& calendar = *tables_->calendar;
  calendar.setTime(static_cast<UDate>(at.value), status);
  const LocalTime time{calendar.get(UCAL_EXTENDED_YEAR, status), calendar.get(UCAL_MONTH, status) + 1,
                       calendar.get(UCAL_DATE, status),          calendar.get(UCAL_HOUR_OF_DAY, status),
                       calendar.get(UCAL_MINUTE, status),        calendar.get(UCAL_SECOND, status)};
  ROSTRUM_ASSERT(U_SUCCESS(status));
  return time;
}

std::string iso(const LocalTime& time) {
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time.year, time.month, time.day, time.hour, time.minute,
                     time.second);
}

namespace {

bool on_a_clock(const LocalTime& time) { return time.hour < 24 && time.minute < 60 && time.second < 60; }

int number(const std::ssub_match& digits) { return digits.matched ? std::stoi(digits.str()) : 0; }

}  // namespace

std::optional<LocalTime> date_of(const std::string& text) {
  static const std::regex form(R"((\d{4})-(\d{2})-(\d{2}))");
  std::smatch parts;
  if (text.size() > 10 || !std::regex_match(text, parts, form)) return std::nullopt;
  const LocalTime day{number(parts[1]), number(parts[2]), number(parts[3])};
  static const Zone calendar = Zone::named("Etc/UTC").value();
  return calendar.instant(day) ? std::optional(day) : std::nullopt;
}

std::optional<LocalTime> time_of(const std::string& text, const std::optional<LocalTime>& day) {
  static const std::regex form(R"((?:(\d{4}-\d{2}-\d{2})T)?(\d{2}):(\d{2})(?::(\d{2}))?)");
  std::smatch parts;
  if (text.size() > 19 || !std::regex_match(text, parts, form)) return std::nullopt;
  auto time = parts[1].matched ? date_of(parts[1].str()) : day;
  if (!time) return std::nullopt;
  time->hour = number(parts[2]), time->minute = number(parts[3]), time->second = number(parts[4]);
  return on_a_clock(*time) ? time : std::nullopt;
}

}  // namespace rostrum::programme
