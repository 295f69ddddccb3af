#include "programme/country.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace rostrum::programme {

namespace {

// Exceptional codes that ISO 3166 reserves and sets of flags draw.
constexpr std::array<std::string_view, 3> flags_without_a_state{"eu", "un", "xk"};

bool is_current_state(const std::string& alpha2) {
  for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code)
    if (alpha2 == *code) return true;
  return false;
}

}  // namespace

std::optional<std::string> country_name(const std::string& alpha2, const std::string& language) {
  if (!is_current_state(alpha2)) return std::nullopt;
  icu::UnicodeString name;
  icu::Locale("", alpha2.c_str()).getDisplayCountry(icu::Locale(language.c_str()), name);
  std::string utf8;
  name.toUTF8String(utf8);
  if (utf8.empty() || utf8 == alpha2) return std::nullopt;
  return utf8;
}

std::string country_flag(const std::string& alpha2) {
  if (!is_current_state(alpha2)) return {};
  std::string flag = alpha2;
  for (char& letter : flag) letter = static_cast<char>(letter - 'A' + 'a');
  return flag;
}

bool flag_exists(const std::string& flag) {
  if (flag.size() != 2 || !std::ranges::all_of(flag, [](char letter) { return letter >= 'a' && letter <= 'z'; }))
    return false;
  if (std::ranges::find(flags_without_a_state, flag) != flags_without_a_state.end()) return true;
  std::string code = flag;
  for (char& letter : code) letter = static_cast<char>(letter - 'a' + 'A');
  return is_current_state(code);
}

}  // namespace rostrum::programme
