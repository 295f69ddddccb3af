#include "access/codes.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace rostrum::access {

namespace {

constexpr std::uint32_t turns_max =
    1'000;  // never reached: even the first turn is taken once in many thousand sessions

std::optional<char> character(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  switch (typed) {
  case 'O':
    return '0';
  case 'I':
  case 'L':
    return '1';
  case 'U':
    return 'V';
  default:
    break;
  }
  if (code_alphabet.find(typed) == std::string_view::npos) return std::nullopt;
  return typed;
}

bool separates(char typed) { return typed == ' ' || typed == '-' || typed == '\t' || typed == '\r' || typed == '\n'; }

}  // namespace

std::string code_of(const Secret& secret, const SessionId& session, const SeatId& seat, std::uint32_t generation,
                    std::uint32_t turn) {
  static_assert(code_alphabet.size() == 32, "five bits a character");
  // Ids have no line ends, so that no two things make the same message.
  const auto digest =
      secret.hmac(fmt::format("rostrum sign-in code\n{}\n{}\n{}\n{}", session.value, seat.value, generation, turn));
  std::string code;
  for (std::size_t i = 0; i < code_characters; ++i) code += code_alphabet[digest[i] % code_alphabet.size()];
  return code;
}

std::string shown(const std::string& code) {
  ROSTRUM_ASSERT(code.size() == code_characters);
  return code.substr(0, code_characters / 2) + "-" + code.substr(code_characters / 2);
}

std::optional<std::string> normalized(std::string_view typed) {
  if (typed.size() > code_input_bytes_max) return std::nullopt;
  std::string code;
  for (const char each : typed) {
    if (separates(each)) continue;
    const auto known = character(each);
    if (!known) return std::nullopt;
    code += *known;
  }
  return code.size() == code_characters ? std::optional(code) : std::nullopt;
}

std::unordered_map<GrantId, std::string> assign_codes(const std::map<GrantId, council::Grant>& grants,
                                                      const Derive& derive) {
  std::vector<const council::Grant*> in_turn;
  for (const auto& [id, grant] : grants) in_turn.push_back(&grant);
  std::ranges::sort(in_turn, {}, [](const council::Grant* grant) { return std::tie(grant->generation, grant->seat); });
  std::unordered_set<std::string> taken;
  std::unordered_map<GrantId, std::string> codes;
  for (const auto* grant : in_turn) {
    std::uint32_t turn = 0;
    std::string code = derive(*grant, turn);
    while (!taken.insert(code).second) {
      ++turn;
      ROSTRUM_ASSERT(turn < turns_max);
      code = derive(*grant, turn);
    }
    codes.emplace(grant->id, std::move(code));
  }
  return codes;
}

Codes::Codes(const Secret& secret, const council::State& state) {
  auto codes = assign_codes(state.grants, [&](const council::Grant& grant, std::uint32_t turn) {
    return code_of(secret, state.session.id, grant.seat, grant.generation, turn);
  });
  for (auto& [id, code] : codes) {
    grants_.emplace(code, id);
    if (state.grants.at(id).revoked) continue;
    codes_.emplace(id, std::move(code));
  }
}

std::optional<GrantId> Codes::grant(std::string_view typed) const {
  const auto code = normalized(typed);
  const auto found = code ? grants_.find(*code) : grants_.end();
  return found == grants_.end() ? std::nullopt : std::optional(found->second);
}

bool Codes::shares_with(const Codes& other) const {
  return std::ranges::any_of(grants_, [&](const auto& grant) { return other.grants_.contains(grant.first); });
}

std::string Codes::code(const GrantId& grant) const {
  const auto found = codes_.find(grant);
  return found == codes_.end() ? std::string() : found->second;
}

}  // namespace rostrum::access
