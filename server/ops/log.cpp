#include "ops/log.hpp"

#include <algorithm>
#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace rostrum::ops {

namespace {

bool needs_quotes(std::string_view value) {
  return value.empty() || std::any_of(value.begin(), value.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte <= ' ' || byte == '"' || byte == '\\' || byte == '=' || byte == 0x7f;
         });
}

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < ' ' || byte == 0x7f) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

spdlog::level::level_enum level_of(Level level) {
  switch (level) {
  case Level::debug:
    return spdlog::level::debug;
  case Level::info:
    return spdlog::level::info;
  case Level::warn:
    return spdlog::level::warn;
  case Level::error:
    return spdlog::level::err;
  }
  return spdlog::level::err;
}

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> only = [] {
    auto made = std::make_shared<spdlog::logger>("rostrum", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("at=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::debug);
    made->set_error_handler([](const std::string&) {});  // a log that cannot be written stops nothing
    return made;
  }();
  return *only;
}

}  // namespace

std::string line(std::string_view event, Fields fields) {
  std::string out = "event=";
  out += event;
  for (const Field& field : fields) {
    out += ' ';
    out += field.key;
    out += '=';
    if (needs_quotes(field.value)) {
      append_quoted(out, field.value);
    } else {
      out += field.value;
    }
  }
  return out;
}

void log_from(Level least) { logger().set_level(level_of(least)); }

void log(Level level, std::string_view event, Fields fields) {
  if (!logger().should_log(level_of(level))) return;
  logger().log(level_of(level), "{}", line(event, fields));
}

}  // namespace rostrum::ops
