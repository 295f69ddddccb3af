// What the server counts, written in the text format that Prometheus reads (version 0.0.4). A name belongs to one
// family with one help text and one type; its samples differ by their labels.
//
// Touched by the hall's strand only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rostrum::ops {

using Labels = std::vector<std::pair<std::string, std::string>>;

/// All samples of one name.
struct Family {
  std::string_view name;
  std::string_view help;
};

/// Only ever grows.
class Counter {
 public:
  void add(std::uint64_t count = 1) { value_ += count; }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

/// Goes up and down.
class Gauge {
 public:
  void set(std::int64_t value) { value_ = value; }
  void add(std::int64_t change) { value_ += change; }
  [[nodiscard]] std::int64_t value() const { return value_; }

 private:
  std::int64_t value_ = 0;
};

class Metrics {
 public:
  /// The counter of this name and these labels: made at the first call, the same one afterwards. Lives as long as this.
  Counter& counter(const Family& family, Labels labels = {});
  Gauge& gauge(const Family& family, Labels labels = {});

  /// A value that another part keeps: read when the text is written.
  void counter_from(const Family& family, Labels labels, std::function<std::uint64_t()> read);
  void gauge_from(const Family& family, Labels labels, std::function<std::int64_t()> read);

  /// Everything, families by name and samples in the order in which they were made.
  [[nodiscard]] std::string text() const;

 private:
  enum class Type : std::uint8_t { counter, gauge };
  struct Sample {
    std::string labels;  // as written, with braces; empty: none
    std::unique_ptr<Counter> counter;
    std::unique_ptr<Gauge> gauge;
    std::function<std::string()> read;
  };
  struct Kept {
    Type type;
    std::string help;
    std::vector<Sample> samples;
  };

  Sample& sample(const Family& family, Type type, const Labels& labels);

  std::map<std::string, Kept, std::less<>> families_;
};

}  // namespace rostrum::ops
