#include "given.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rostrum::ctl {

namespace {

constexpr std::size_t shown_most = 60;

std::string shown(const nlohmann::json& value) {
  std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  return text.size() <= shown_most ? text : text.substr(0, shown_most) + "...";
}

}  // namespace

void Given::expect(std::string_view what) const {
  wrongs_->push_back(fmt::format("{}: expected {}, found {}", where_, what, shown(*value_)));
}

std::optional<Given> Given::at(const std::string& name) const {
  const auto found = value_->is_object() ? value_->find(name) : value_->end();
  if (found == value_->end() || found->is_null()) return std::nullopt;
  return Given(*found, where_.empty() ? name : where_ + "." + name, *wrongs_);
}

std::optional<Given> Given::required(const std::string& name) const {
  auto found = at(name);
  if (!found) wrongs_->push_back(fmt::format("{}: expected \"{}\" in it, found none", where_, name));
  return found;
}

void Given::has_only(const std::set<std::string>& names) const {
  if (!value_->is_object()) return expect("an object");
  for (const auto& [name, _] : value_->items())
    if (!names.contains(name))
      wrongs_->push_back(fmt::format("{}: expected no \"{}\" in it, only {}", where_, name, fmt::join(names, ", ")));
}

std::vector<Given> Given::parts(std::size_t most) const {
  std::vector<Given> found;
  if (!value_->is_array()) return expect("a list"), found;
  if (value_->size() > most) return expect(fmt::format("a list of at most {}", most)), found;
  for (std::size_t place = 0; place < value_->size(); ++place)
    found.emplace_back((*value_)[place], fmt::format("{}[{}]", where_, place), *wrongs_);
  return found;
}

std::vector<std::pair<std::string, Given>> Given::named(std::size_t most) const {
  std::vector<std::pair<std::string, Given>> found;
  if (!value_->is_object()) return expect("an object"), found;
  if (value_->size() > most) return expect(fmt::format("at most {} names", most)), found;
  for (const auto& [name, value] : value_->items())
    found.emplace_back(name, Given(value, fmt::format("{}.{}", where_, name), *wrongs_));
  return found;
}

std::int64_t Given::whole(std::int64_t least, std::int64_t most) const {
  const bool fits =
      value_->is_number_unsigned() ? value_->get<std::uint64_t>() <= INT64_MAX : value_->is_number_integer();
  if (fits && value_->get<std::int64_t>() >= least && value_->get<std::int64_t>() <= most)
    return value_->get<std::int64_t>();
  expect(fmt::format("a whole number from {} to {}", least, most));
  return least;
}

double Given::number(double least, double most) const {
  if (value_->is_number() && value_->get<double>() >= least && value_->get<double>() <= most)
    return value_->get<double>();
  expect(fmt::format("a number from {} to {}", least, most));
  return least;
}

bool Given::flag() const {
  if (value_->is_boolean()) return value_->get<bool>();
  return expect("true or false"), false;
}

std::string Given::text() const {
  if (value_->is_string()) return value_->get<std::string>();
  return expect("a text"), std::string();
}

}  // namespace rostrum::ctl
