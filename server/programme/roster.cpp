#include "programme/roster.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/characters.hpp"
#include "programme/bounds.hpp"
#include "programme/country.hpp"
#include "programme/csv.hpp"
#include "programme/nearest.hpp"
#include "programme/words.hpp"

namespace rostrum::programme {

namespace {

const std::vector<std::string> required_columns{"code", "category"};

class RosterReader {
 public:
  RosterReader(Sheet& sheet, const Languages& languages, Register& delegations)
      : sheet_(sheet),
        languages_(languages),
        delegations_(delegations) {}

  std::vector<council::DelegationPlan> read() {
    const auto rows = read_table(sheet_);
    if (rows.empty()) {
      sheet_.expect({}, "a line with the names of the columns", "none");
      return {};
    }
    if (!read_header(rows.front())) return {};
    if (rows.size() == 1)
      sheet_.expect(rows.front().front().place, "at least one delegation after the names of the columns", "none");
    if (rows.size() - 1 > delegations_max) {
      sheet_.expect(rows[delegations_max + 1].front().place, fmt::format("at most {} delegations", delegations_max),
                    fmt::format("{}", rows.size() - 1));
      return {};
    }
    std::vector<council::DelegationPlan> plans;
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (auto plan = read_row(rows[i])) plans.push_back(std::move(*plan));
    return plans;
  }

 private:
  [[nodiscard]] std::vector<std::string> known_columns() const {
    std::vector<std::string> known{"code", "category", "group", "name", "flag"};
    for (const auto& language : languages_) known.push_back("name_" + language);
    return known;
  }

  /// Without the empty values that spreadsheets write behind the last.
  static Row cut(Row row, std::size_t columns_min) {
    while (row.size() > columns_min && row.back().value.empty()) row.pop_back();
    return row;
  }

  /// The column that a heading names, in capitals or not.
  static std::string column_of(const std::string& heading, const std::vector<std::string>& known) {
    const auto is_it = [&](const std::string& name) { return in_small_letters(name) == in_small_letters(heading); };
    const auto found = std::ranges::find_if(known, is_it);
    return found == known.end() ? in_small_letters(heading) : *found;
  }

  bool read_header(const Row& header) {
    const auto known = known_columns();
    bool sound = true;
    std::set<std::string> seen;
    for (const auto& [heading, place] : cut(header, 1)) {
      const std::string name = column_of(heading, known);
      const bool may_be_a_language =
          languages_.empty() && name.starts_with("name_");  // that they are not known is a problem already
      const bool is_known = may_be_a_language || std::ranges::find(known, name) != known.end();
      if (!is_known)
        sheet_.expect(place, with_nearest(fmt::format("one of the columns {}", fmt::join(known, ", ")), name, known),
                      in_quotes(heading));
      else if (seen.contains(name))
        sheet_.expect(place, "each column once", in_quotes(heading));
      seen.insert(name);
      columns_.push_back(name);
    }
    for (const auto& name : required_columns) {
      if (seen.contains(name)) continue;
      sheet_.expect(header.front().place, fmt::format("the column \"{}\"", name), "none");
      sound = false;
    }
    return sound;
  }

  std::optional<council::DelegationPlan> read_row(const Row& whole) {
    const Row row = cut(whole, columns_.size());
    if (row.size() != columns_.size()) {
      const auto& last = row[std::min(row.size(), columns_.size() + 1) - 1];
      sheet_.expect(last.place, fmt::format("{} values, as many as there are columns", columns_.size()),
                    fmt::format("{}", row.size()));
      return std::nullopt;
    }
    const Cell* code = cell(row, "code");
    const bool entered = delegations_.enter(sheet_, code->place, code->value);
    const auto category = read_category(*cell(row, "category"));
    council::DelegationPlan plan{.id = {code->value}};
    plan.groups = read_groups(cell(row, "group"));
    const auto given = read_names(row);
    const auto flag = read_flag(cell(row, "flag"));
    if (!entered || !category) return std::nullopt;
    plan.category = *category;
    plan.flag = delegation_flag(code->value, plan.category, flag);
    plan.name = delegation_names(code->value, plan.category, given, languages_);
    if (plan.name.empty()) expect_name(row, code->place);
    return plan;
  }

  [[nodiscard]] const Cell* cell(const Row& row, std::string_view column) const {
    const auto found = std::ranges::find(columns_, column);
    return found == columns_.end() ? nullptr : &row[static_cast<std::size_t>(found - columns_.begin())];
  }

  std::optional<council::Category> read_category(const Cell& cell) {
    const auto words = delegation_categories();
    const auto found = std::ranges::find(words, cell.value);
    if (found != words.end()) return static_cast<council::Category>(found - words.begin());
    sheet_.expect(cell.place, with_nearest(fmt::format("one of {}", fmt::join(words, ", ")), cell.value, words),
                  shown(cell));
    return std::nullopt;
  }

  std::vector<std::string> read_groups(const Cell* cell) {
    std::vector<std::string> groups;
    std::string_view rest = cell ? std::string_view(cell->value) : std::string_view();
    while (!rest.empty()) {
      const auto end = std::min(rest.find(';'), rest.size());
      auto group = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!well_formed(group) || std::ranges::find(groups, group) != groups.end() || groups.size() == groups_max) {
        sheet_.expect(
            cell->place,
            fmt::format(
                "at most {} different groups, each 1 to {} letters, digits and hyphens, with \";\" between them",
                groups_max, id_bytes_max),
            shown(*cell));
        return {};
      }
      groups.push_back(std::move(group));
    }
    return groups;
  }

  council::Text read_names(const Row& row) {
    council::Text names;
    const auto take = [&](const std::string& language, const std::string& column) {
      const Cell* name = cell(row, column);
      if (!name || name->value.empty()) return;
      if (const auto expected = other_than(name->value); !expected.empty())
        return sheet_.expect(name->place, expected, shown(*name));
      names.try_emplace(language, name->value);
    };
    take("en", "name");
    for (const auto& language : languages_) take(language, "name_" + language);
    return names;
  }

  /// What a name has to be, where it is not.
  static std::string other_than(const std::string& name) {
    if (const auto unfit = unfit_character(name, Lines::one))
      return fmt::format("a name on one line, without {}", code_point(*unfit));
    if (is_blank(name)) return "a name that is more than blanks";
    if (name.size() <= delegation_name_bytes_max) return {};
    return fmt::format("a name of at most {} bytes", delegation_name_bytes_max);
  }

  std::string read_flag(const Cell* cell) {
    if (!cell || cell->value.empty() || cell->value == "none" || flag_exists(cell->value))
      return cell ? cell->value : std::string();
    sheet_.expect(cell->place, "a flag by its lower-case ISO 3166-1 alpha-2 code, or none", shown(*cell));
    return {};
  }

  void expect_name(const Row& row, Place otherwise) {
    const Cell* name = cell(row, "name");
    if (name && !name->value.empty()) return;  // a problem already
    sheet_.expect(name ? name->place : otherwise, "a name, as CLDR has none for this code", "nothing");
  }

  static std::string shown(const Cell& cell) { return cell.value.empty() ? "nothing" : in_quotes(cell.value); }

  Sheet& sheet_;
  const Languages& languages_;
  Register& delegations_;
  std::vector<std::string> columns_;
};

}  // namespace

std::vector<council::DelegationPlan> read_roster(Sheet& sheet, const Languages& languages, Register& delegations) {
  return RosterReader(sheet, languages, delegations).read();
}

}  // namespace rostrum::programme
