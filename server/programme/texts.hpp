// Texts in the session's languages: what is given in none of a language's own words is taken from English, or else from
// the first language that has it, so that every text is there in every language.
#pragma once

#include "council/terms.hpp"
#include "programme/value.hpp"

namespace rostrum::programme {

using Languages = std::vector<std::string>;

/// The words at `value`, in the languages given there.
[[nodiscard]] council::Text read_words(const Value& value, std::string_view what, std::size_t bytes_max,
                                       const Languages& languages);

/// The text at `value`, in all languages: a mapping from language to words, or words alone, which are English (or in
/// the first language, where English is none of the session's).
[[nodiscard]] council::Text read_text(const Value& value, std::string_view what, std::size_t bytes_max,
                                      const Languages& languages);

/// `text` with every language of the session.
[[nodiscard]] council::Text filled(council::Text text, const Languages& languages);

/// A language's tag (BCP 47), such as "en" or "pt-BR".
[[nodiscard]] bool is_language_tag(const std::string& tag);

/// The names of a delegation: those `given`, else those CLDR has for the State with this code; empty where neither has
/// any.
[[nodiscard]] council::Text delegation_names(const std::string& code, council::Category category, council::Text given,
                                             const Languages& languages);

/// The flag of a delegation: as `given` ("none": none), else that of the State with this code, if there is one.
[[nodiscard]] std::string delegation_flag(const std::string& code, council::Category category,
                                          const std::string& given);

}  // namespace rostrum::programme
