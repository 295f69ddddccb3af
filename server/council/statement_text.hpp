// The text of a statement as the floor follows it: by paragraphs, and by the time it takes (docs/rules.md#s1-text).
// What a client counts while somebody types is counted the same way: protocol/golden/statement_texts.json holds both to
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::council {

/// The paragraphs of `text`, in UTF-8: what stands between lines in which nothing is seen. Line ends are \n, whatever
/// they were; U+2029 ends a paragraph, and U+000C a page and so a paragraph. White space at both ends of a paragraph is
/// left out.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);

/// The words of all paragraphs: the parts that Unicode finds in them (UAX 29), each with at least one letter or digit.
/// Scripts that put no blanks between words are counted by letters, as which words they make is told by dictionaries,
/// of which every version finds others: two of Han, three of kana, four of Thai, Lao, Khmer, Myanmar and their like are
/// one word.
[[nodiscard]] std::uint32_t words_of(const std::vector<std::string>& paragraphs);

}  // namespace rostrum::council
