#include "ops/metrics.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace rostrum::ops {

namespace {

/// Backslash and line break are written as escapes, the quote too where the text stands in quotes.
std::string escaped(std::string_view text, bool quoted) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '"' && quoted) {
      out += "\\\"";
    } else {
      out += c;
    }
  }
  return out;
}

std::string written(const Labels& labels) {
  if (labels.empty()) return {};
  std::string out = "{";
  for (const auto& [key, value] : labels) {
    if (out.size() > 1) out += ',';
    out += key + "=\"" + escaped(value, true) + '"';
  }
  return out + '}';
}

}  // namespace

Metrics::Sample& Metrics::sample(const Family& family, Type type, const Labels& labels) {
  const auto found = families_.try_emplace(std::string(family.name), Kept{type, std::string(family.help), {}}).first;
  ROSTRUM_ASSERT(found->second.type == type);
  auto& samples = found->second.samples;
  std::string text = written(labels);
  const auto known =
      std::find_if(samples.begin(), samples.end(), [&](const Sample& one) { return one.labels == text; });
  if (known != samples.end()) return *known;
  return samples.emplace_back(Sample{std::move(text), nullptr, nullptr, {}});
}

Counter& Metrics::counter(const Family& family, Labels labels) {
  Sample& one = sample(family, Type::counter, labels);
  if (!one.counter) one.counter = std::make_unique<Counter>();
  return *one.counter;
}

Gauge& Metrics::gauge(const Family& family, Labels labels) {
  Sample& one = sample(family, Type::gauge, labels);
  if (!one.gauge) one.gauge = std::make_unique<Gauge>();
  return *one.gauge;
}

void Metrics::counter_from(const Family& family, Labels labels, std::function<std::uint64_t()> read) {
  sample(family, Type::counter, labels).read = [read = std::move(read)] { return std::to_string(read()); };
}

void Metrics::gauge_from(const Family& family, Labels labels, std::function<std::int64_t()> read) {
  sample(family, Type::gauge, labels).read = [read = std::move(read)] { return std::to_string(read()); };
}

std::string Metrics::text() const {
  std::string out;
  for (const auto& [name, family] : families_) {
    out += "# HELP " + name + ' ' + escaped(family.help, false) + '\n';
    out += "# TYPE " + name + (family.type == Type::counter ? " counter\n" : " gauge\n");
    for (const Sample& one : family.samples) {
      out += name + one.labels + ' ';
      if (one.read) {
        out += one.read();
      } else {
        out += one.counter ? std::to_string(one.counter->value()) : std::to_string(one.gauge->value());
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace rostrum::ops
