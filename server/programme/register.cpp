#include "programme/register.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "programme/bounds.hpp"
#include "programme/nearest.hpp"

namespace rostrum::programme {

bool well_formed(std::string_view id) {
  return !id.empty() && id.size() <= id_bytes_max && std::ranges::all_of(id, [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '-';
  });
}

bool Register::enter(Sheet& sheet, Place at, const std::string& id) {
  if (!well_formed(id)) {
    sheet.expect(at, fmt::format("an id for {}: 1 to {} letters, digits and hyphens", what_, id_bytes_max),
                 in_quotes(id));
    return false;
  }
  const auto same = [&](const std::string& other) {
    return without_case_ ? in_small_letters(other) == in_small_letters(id) : other == id;
  };
  if (std::ranges::any_of(reserved_, same)) {
    sheet.expect(at,
                 fmt::format("an id for {} other than {}, which every session has", what_, fmt::join(reserved_, ", ")),
                 in_quotes(id));
    return false;
  }
  if (without_case_) {
    const auto [other, is_first] = in_small_letters_.try_emplace(in_small_letters(id), id);
    if (!is_first && other->second != id) {
      const Taken& taken = taken_.at(other->second);
      sheet.expect(at, fmt::format("an id for {} that differs from the others in more than capitals", what_),
                   fmt::format("{}, where line {} has {}{}", in_quotes(id), taken.line, in_quotes(other->second),
                               elsewhere(sheet, taken)));
      return false;
    }
  }
  const auto [taken, is_new] = taken_.try_emplace(id, Taken{sheet.name(), Sheet::line_number(at)});
  if (is_new) return true;
  sheet.expect(
      at, fmt::format("an id of its own for {}", what_),
      fmt::format("{}, which line {} has{}", in_quotes(id), taken->second.line, elsewhere(sheet, taken->second)));
  return false;
}

std::string Register::elsewhere(const Sheet& sheet, const Taken& taken) {
  return taken.file == sheet.name() ? "" : " in " + taken.file;
}

std::optional<std::string> Register::enter(const Value& value) {
  if (!value.is_scalar()) return value.expect(fmt::format("an id for {}", what_)), std::nullopt;
  const auto& id = value.node().Scalar();
  if (!enter(value.sheet(), value.place(), id)) return std::nullopt;
  return id;
}

std::optional<std::string> Register::resolve(const Value& value) const {
  if (value.is_scalar() && taken_.contains(value.node().Scalar())) return value.node().Scalar();
  std::vector<std::string> ids;
  for (const auto& [id, taken] : taken_) ids.push_back(id);
  value.expect(with_nearest(fmt::format("the id of {}", what_), value.is_scalar() ? value.node().Scalar() : "", ids));
  return std::nullopt;
}

}  // namespace rostrum::programme
