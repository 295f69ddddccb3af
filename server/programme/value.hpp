// Typed reading of YAML: each reader gives a value, or records on the sheet what was expected there and gives none.
// Depth is bounded by the schema that the callers follow, so that neither aliases nor cycles make reading grow.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "programme/sheet.hpp"

namespace rostrum::programme {

/// A value with its place. Copies are cheap and mean the same value.
class Value {
 public:
  Value(Sheet& sheet, YAML::Node node, Place fallback);

  [[nodiscard]] Place place() const { return place_; }
  [[nodiscard]] Sheet& sheet() const { return *sheet_; }
  [[nodiscard]] const YAML::Node& node() const { return node_; }
  [[nodiscard]] bool is_scalar() const { return node_.IsScalar(); }

  /// Records that something else was expected here.
  void expect(std::string expected) const;

  /// Text on one line, without white space at its ends, of 1 to `bytes_max` bytes, with
  /// something to be seen and no character that is unfit for one line.
  [[nodiscard]] std::optional<std::string> line(std::string_view what, std::size_t bytes_max) const;

  /// A whole number from `least` to `most`, in decimal digits.
  [[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view what, std::int64_t least,
                                                         std::int64_t most) const;

  [[nodiscard]] std::optional<bool> truth() const;

  /// The place of one of `words` among them.
  [[nodiscard]] std::optional<std::size_t> one_of(const std::vector<std::string>& words) const;

  /// The items of a list of at most `most`; those of a longer one are not read.
  [[nodiscard]] std::vector<Value> items(std::string_view what, std::size_t most) const;

 private:
  Sheet* sheet_;
  YAML::Node node_;
  Place place_;
};

/// What is at `node`, in words.
[[nodiscard]] std::string description(const YAML::Node& node);

/// A mapping: its values by key. A key given twice is a problem; of unknown keys, see `Fields`.
class Mapping {
 public:
  /// `what` is what the mapping describes, such as "a meeting"; `form` how that is written, said where it is no
  /// mapping.
  Mapping(const Value& value, const std::string& what, std::string form);

  struct Pair {
    std::string key;
    Place key_place;
    Value value;
  };

  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

 private:
  bool sound_ = false;
  std::vector<Pair> pairs_;
};

/// A mapping with known keys. Unknown ones are problems, with the nearest known key.
class Fields {
 public:
  Fields(const Value& value, std::string what, std::vector<std::string> keys);

  /// The value of `key`; none where it is not given, or given as nothing.
  [[nodiscard]] const Value* find(std::string_view key) const;

  /// The value of `key`; that it is not given is a problem.
  [[nodiscard]] const Value* need(std::string_view key) const;

  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] Place place() const { return place_; }

 private:
  Sheet* sheet_;
  std::string what_;
  Place place_;
  bool sound_ = false;
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace rostrum::programme
