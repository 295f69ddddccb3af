#include "programme/value.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/assert.hpp"
#include "base/characters.hpp"
#include "programme/nearest.hpp"

namespace rostrum::programme {

namespace {

Place place_of(const YAML::Node& node, Place fallback) {
  const auto mark = node.Mark();
  return mark.is_null() ? fallback : Place{mark.line, mark.column};
}

}  // namespace

std::string description(const YAML::Node& node) {
  switch (node.Type()) {
  case YAML::NodeType::Scalar:
    return node.Scalar().empty() ? "nothing" : in_quotes(node.Scalar());
  case YAML::NodeType::Sequence:
    return "a list";
  case YAML::NodeType::Map:
    return "a mapping";
  case YAML::NodeType::Null:
  case YAML::NodeType::Undefined:
    break;
  }
  return "nothing";
}

Value::Value(Sheet& sheet, YAML::Node node, Place fallback)
    : sheet_(&sheet),
      node_(std::move(node)),
      place_(place_of(node_, fallback)) {}

void Value::expect(std::string expected) const { sheet_->expect(place_, std::move(expected), description(node_)); }

std::optional<std::string> Value::line(std::string_view what, std::size_t bytes_max) const {
  if (!is_scalar()) return expect(std::string(what)), std::nullopt;
  auto text = trimmed(node_.Scalar());
  if (text.empty()) return expect(std::string(what)), std::nullopt;
  if (text.size() > bytes_max) {
    sheet_->expect(place_, fmt::format("{} of at most {} bytes", what, bytes_max),
                   fmt::format("{} bytes", text.size()));
    return std::nullopt;
  }
  // What yaml-cpp makes of two of YAML's escapes is a byte that no text in UTF-8 has alone.
  if (broken_byte(text))
    return expect(fmt::format("{} with \\u00A0 and \\u0085 instead of the escapes \\_ and \\N", what)), std::nullopt;
  if (const auto unfit = unfit_character(text, Lines::one))
    return expect(fmt::format("{} on one line, without {}", what, code_point(*unfit))), std::nullopt;
  if (is_blank(text)) return expect(fmt::format("{} that is more than blanks", what)), std::nullopt;
  return text;
}

std::optional<std::int64_t> Value::whole_number(std::string_view what, std::int64_t least, std::int64_t most) const {
  std::int64_t number = 0;
  const std::string text = is_scalar() ? node_.Scalar() : std::string();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.empty();
  if (whole && number >= least && number <= most) return number;
  expect(fmt::format("{} from {} to {}", what, least, most));
  return std::nullopt;
}

std::optional<bool> Value::truth() const {
  if (is_scalar() && node_.Scalar() == "true") return true;
  if (is_scalar() && node_.Scalar() == "false") return false;
  expect("true or false");
  return std::nullopt;
}

std::optional<std::size_t> Value::one_of(const std::vector<std::string>& words) const {
  const std::string word = is_scalar() ? node_.Scalar() : std::string();
  if (const auto found = std::ranges::find(words, word); is_scalar() && found != words.end())
    return static_cast<std::size_t>(found - words.begin());
  expect(with_nearest(fmt::format("one of {}", fmt::join(words, ", ")), word, words));
  return std::nullopt;
}

std::vector<Value> Value::items(std::string_view what, std::size_t most) const {
  if (!node_.IsSequence()) return expect(std::string(what)), std::vector<Value>{};
  if (node_.size() > most) {
    sheet_->expect(place_, fmt::format("{} of at most {}", what, most), fmt::format("{}", node_.size()));
    return {};
  }
  std::vector<Value> items;
  for (const auto& item : node_) items.emplace_back(*sheet_, item, place_);
  return items;
}

Mapping::Mapping(const Value& value, const std::string& what, std::string form) {
  sound_ = value.node().IsMap();
  if (!sound_) {
    value.expect(std::move(form));
    return;
  }
  std::set<std::string> seen;
  for (const auto& pair : value.node()) {
    const YAML::Node& key = pair.first;
    const Value key_value(value.sheet(), key, value.place());
    if (!key.IsScalar()) {
      key_value.expect("a key that is a word");
      continue;
    }
    if (!seen.insert(key.Scalar()).second) {
      key_value.expect(fmt::format("each key of {} once", what));
      continue;
    }
    pairs_.push_back({key.Scalar(), key_value.place(), Value(value.sheet(), pair.second, key_value.place())});
  }
}

Fields::Fields(const Value& value, std::string what, std::vector<std::string> keys)
    : sheet_(&value.sheet()),
      what_(std::move(what)),
      place_(value.place()) {
  const Mapping mapping(value, what_, fmt::format("{}, a mapping with the keys {}", what_, fmt::join(keys, ", ")));
  sound_ = mapping.sound();
  for (const auto& [key, key_place, field] : mapping.pairs()) {
    if (std::ranges::find(keys, key) != keys.end()) {
      if (!field.node().IsNull()) values_.emplace(key, field);
      continue;
    }
    const auto near = nearest(key, keys);
    sheet_->expect(key_place,
                   near ? fmt::format("a key of {} (nearest: \"{}\")", what_, *near)
                        : fmt::format("one of the keys of {}: {}", what_, fmt::join(keys, ", ")),
                   in_quotes(key));
  }
}

const Value* Fields::find(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? nullptr : &found->second;
}

const Value* Fields::need(std::string_view key) const {
  const auto* value = find(key);
  if (!value && sound_) sheet_->expect(place_, fmt::format("the key \"{}\" of {}", key, what_), "none");
  return value;
}

}  // namespace rostrum::programme
