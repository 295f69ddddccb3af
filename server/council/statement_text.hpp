// The text of a statement as the floor follows it: by paragraphs, and by the time it takes (S1). What a client counts
// while somebody types is counted the same way: protocol/golden/statement_texts.json holds both to it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rostrum::council {

/// The paragraphs of `text`, in UTF-8: what stands between lines that are empty or hold only blanks. Line ends are \n,
/// whatever they were; blanks at both ends of a paragraph are left out.
[[nodiscard]] std::vector<std::string> paragraphs_of(std::string_view text);

/// The words of all paragraphs: what blanks separate and holds at least one letter or digit. A byte beyond ASCII counts
/// as a letter.
[[nodiscard]] std::uint32_t words_of(const std::vector<std::string>& paragraphs);

}  // namespace rostrum::council
