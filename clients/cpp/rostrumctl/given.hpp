// A situation as somebody has written it in JSON: read by name, with each thing that is wrong told by where it stands
// and what was expected there.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace rostrum::ctl {

/// What is wrong, in sentences.
using Wrongs = std::vector<std::string>;

/// A value and where it stands. Whoever reads gets a value that can be worked with in place of one that is wrong, and
/// asks in the end whether anything was.
class Given {
 public:
  Given(const nlohmann::json& value, std::string where, Wrongs& wrongs)
      : value_(&value),
        where_(std::move(where)),
        wrongs_(&wrongs) {}

  /// The value at a name; none where there is no such name, or null there.
  [[nodiscard]] std::optional<Given> at(const std::string& name) const;
  /// One that has to be there.
  [[nodiscard]] std::optional<Given> required(const std::string& name) const;
  /// Tells every name that is none of these.
  void has_only(const std::set<std::string>& names) const;

  /// The parts of a list; tells where it is none, or longer.
  [[nodiscard]] std::vector<Given> parts(std::size_t most) const;
  /// The names of an object and what stands at each.
  [[nodiscard]] std::vector<std::pair<std::string, Given>> named(std::size_t most) const;

  /// A whole number from `least` to `most`.
  [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] double number(double least, double most) const;
  [[nodiscard]] bool flag() const;
  [[nodiscard]] std::string text() const;

  void expect(std::string_view what) const;
  /// Whether anything was, here or elsewhere.
  [[nodiscard]] bool wrong() const { return !wrongs_->empty(); }
  [[nodiscard]] const nlohmann::json& value() const { return *value_; }

 private:
  const nlohmann::json* value_;
  std::string where_;
  Wrongs* wrongs_;
};

}  // namespace rostrum::ctl
