#include "access/sign_in_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <ranges>
#include <tuple>

#include <nlohmann/json.hpp>

#include "base/characters.hpp"

namespace rostrum::access {

namespace {

/// Delegates last, in the order of their delegations; the seats of one by their ids, its own first, which is the
/// shortest.
using Place = std::tuple<bool, int, std::ptrdiff_t, SeatId, std::uint32_t>;

Place place_of(const council::State& state, const council::Grant& grant) {
  const bool delegate = grant.role == council::Role::delegate;
  const auto& order = state.delegation_order;
  const auto delegation = grant.delegation ? std::ranges::find(order, *grant.delegation) - order.begin() : 0;
  return {delegate, delegate ? 0 : static_cast<int>(grant.role), delegation, grant.seat, grant.generation};
}

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }));
}

}  // namespace

std::string sign_in_url(std::string_view base_url, const std::string& code) {
  while (base_url.ends_with('/')) base_url.remove_suffix(1);
  return std::string(base_url) + "/join#" + shown(code);
}

std::string in_language(const council::Text& text, const council::SessionPlan& session, const std::string& language) {
  if (text.empty()) return {};
  auto found = text.find(language);
  if (found == text.end()) found = text.find(session.languages.empty() ? "en" : session.languages.front());
  return (found == text.end() ? text.begin() : found)->second;
}

std::string name_of(const council::State& state, const council::SeatPlan& seat, const std::string& language) {
  if (seat.person) return seat.person->name;
  const auto* delegation = seat.delegation ? state.find(*seat.delegation) : nullptr;
  return delegation ? in_language(delegation->name, state.session, language) : "";
}

std::vector<const council::Grant*> grants_in_order(const council::State& state) {
  std::multimap<Place, const council::Grant*> placed;
  for (const auto& [id, grant] : state.grants)
    if (!grant.revoked) placed.emplace(place_of(state, grant), &grant);
  const auto grants = std::views::values(placed);
  return {grants.begin(), grants.end()};
}

std::vector<SignInLine> sign_in_list(const council::State& state, const Codes& codes, std::string_view base_url) {
  std::vector<SignInLine> lines;
  for (const auto* grant : grants_in_order(state)) {
    const auto code = codes.code(grant->id);
    if (code.empty()) continue;
    const auto name = name_of(state, state.seats.at(grant->seat), "");
    lines.push_back({std::string(council::name(grant->role)), grant->delegation ? grant->delegation->value : "",
                     name.empty() ? grant->seat.value : name, shown(code), sign_in_url(base_url, code),
                     state.session.id.value});
  }
  return lines;
}

std::string as_json(const std::vector<SignInLine>& lines) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& line : lines)
    list.push_back({{"role", line.role},
                    {"delegation", line.delegation},
                    {"name", line.name},
                    {"code", line.code},
                    {"url", line.url},
                    {"session", line.session}});
  return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string as_text(const std::vector<SignInLine>& lines) {
  using Columns = std::array<std::string, 5>;
  std::vector<Columns> rows{{"role", "delegation", "name", "code", "link"}};
  for (const auto& line : lines) rows.push_back({line.role, line.delegation, line.name, line.code, line.url});
  std::array<std::size_t, 5> widths{};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(on_one_line(row[i])));
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      text += isolated(on_one_line(row[i])) + std::string(widths[i] - width(on_one_line(row[i])) + 2, ' ');
    text += row.back() + "\n";
  }
  return text;
}

}  // namespace rostrum::access
