// Structured logs: one line an event, key=value, to standard error. An event has a fixed name and its facts are fields,
// so that a line can be searched for. Sign-in codes, and words that people write, are never logged.
//
// May be called from any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rostrum::ops {

enum class Level : std::uint8_t { debug, info, warn, error };

/// One fact of a line.
struct Field {
  Field(std::string_view key_, std::string_view value_) : key(key_), value(value_) {}
  Field(std::string_view key_, const std::string& value_) : key(key_), value(value_) {}
  Field(std::string_view key_, const char* value_) : key(key_), value(value_) {}
  Field(std::string_view key_, bool value_) : key(key_), value(value_ ? "true" : "false") {}
  template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
  Field(std::string_view key_, Number value_) : key(key_),
                                                value(std::to_string(value_)) {}

  std::string_view key;
  std::string value;
};

using Fields = std::initializer_list<Field>;

/// The rest of a line: `event=NAME key=value ...`. A value with a space, a quote, a control character or nothing in it
/// is quoted; a line break never breaks a line.
[[nodiscard]] std::string line(std::string_view event, Fields fields);

/// Lines below `least` are not written. Info where it is never called.
void log_from(Level least);

void log(Level level, std::string_view event, Fields fields = {});

inline void debug(std::string_view event, Fields fields = {}) { log(Level::debug, event, fields); }
inline void info(std::string_view event, Fields fields = {}) { log(Level::info, event, fields); }
inline void warn(std::string_view event, Fields fields = {}) { log(Level::warn, event, fields); }
inline void error(std::string_view event, Fields fields = {}) { log(Level::error, event, fields); }

}  // namespace rostrum::ops
