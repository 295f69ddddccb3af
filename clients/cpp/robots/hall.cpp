#include "robots/hall.hpp"

namespace rostrum::robots {

namespace {

constexpr std::int64_t words_per_minute = 110;

std::int64_t words_in(const std::string& paragraph) { return 1 + std::ranges::count(paragraph, ' '); }

}  // namespace

std::uint32_t paragraph_reached(const v1::Statement& statement, const std::string& language, Millis spoken) {
  if (statement.texts().empty()) return 0;
  const v1::StatementText* text = &statement.texts(0);
  for (const v1::StatementText& one : statement.texts())
    if (one.language() == language) text = &one;
  std::int64_t left = spoken.value * words_per_minute / minutes(1).value;
  std::uint32_t reached = 0;
  for (const std::string& paragraph : text->paragraphs()) {
    ++reached;
    left -= words_in(paragraph);
    if (left < 0) break;
  }
  return reached;
}

}  // namespace rostrum::robots
