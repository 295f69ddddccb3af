#include "programme/texts.hpp"

#include <algorithm>
#include <regex>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "programme/country.hpp"
#include "programme/nearest.hpp"

namespace rostrum::programme {

namespace {

constexpr const char* fall_back = "en";

std::string language_of_plain_words(const Languages& languages) {
  const bool english = std::ranges::find(languages, fall_back) != languages.end();
  return english || languages.empty() ? fall_back : languages.front();
}

/// The code of the State that `code` is, in capitals; none where it is of no State.
std::optional<std::string> state_of(const std::string& code, council::Category category) {
  const bool of_states = category == council::Category::member || category == council::Category::observer_state;
  const std::string small = in_small_letters(code);
  const bool is_code =
      small.size() == 2 && std::ranges::all_of(small, [](char letter) { return letter >= 'a' && letter <= 'z'; });
  if (!of_states || !is_code) return std::nullopt;
  std::string capitals = small;
  for (char& letter : capitals) letter = static_cast<char>(letter - 'a' + 'A');
  return capitals;
}

}  // namespace

council::Text read_words(const Value& value, std::string_view what, std::size_t bytes_max, const Languages& languages) {
  council::Text text;
  if (value.is_scalar()) {
    if (auto words = value.line(what, bytes_max)) text[language_of_plain_words(languages)] = std::move(*words);
    return text;
  }
  const Mapping mapping(value, std::string(what), fmt::format("{}, or a mapping from language to it", what));
  for (const auto& [language, key_place, words] : mapping.pairs()) {
    const bool languages_known = !languages.empty();  // or else that is a problem already
    if (languages_known && std::ranges::find(languages, language) == languages.end()) {
      value.sheet().expect(key_place, fmt::format("one of the session's languages: {}", fmt::join(languages, ", ")),
                           in_quotes(language));
      continue;
    }
    if (auto line = words.line(what, bytes_max)) text[language] = std::move(*line);
  }
  if (mapping.sound() && mapping.pairs().empty()) value.expect(fmt::format("{} in at least one language", what));
  return text;
}

council::Text read_text(const Value& value, std::string_view what, std::size_t bytes_max, const Languages& languages) {
  return filled(read_words(value, what, bytes_max, languages), languages);
}

council::Text filled(council::Text text, const Languages& languages) {
  auto source = text.find(fall_back);
  for (const auto& language : languages)
    if (source == text.end()) source = text.find(language);
  if (source == text.end()) return text;
  const std::string words = source->second;
  for (const auto& language : languages) text.try_emplace(language, words);
  return text;
}

bool is_language_tag(const std::string& tag) {
  static const std::regex form("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
  return tag.size() <= 21 && std::regex_match(tag, form);
}

council::Text delegation_names(const std::string& code, council::Category category, council::Text given,
                               const Languages& languages) {
  if (const auto state = state_of(code, category)) {
    for (const auto& language : languages)
      if (auto name = country_name(*state, language)) given.try_emplace(language, std::move(*name));
  }
  return filled(std::move(given), languages);
}

std::string delegation_flag(const std::string& code, council::Category category, const std::string& given) {
  if (given == "none") return {};
  if (!given.empty()) return given;
  const auto state = state_of(code, category);
  return state ? country_flag(*state) : std::string();
}

}  // namespace rostrum::programme
