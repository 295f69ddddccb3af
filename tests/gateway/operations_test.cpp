#include <catch2/catch.hpp>
#include <map>
#include <regex>

#include "chamber/chamber.hpp"
#include "gateway/guesses.hpp"
#include "gateway/limits.hpp"
#include "gateway/site.hpp"
#include "main_options.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::gateway;

namespace {

using Bounds = std::map<std::string, std::string>;

/// The rows of the tables under "## Limits": a name and a number.
Bounds told() {
  std::string text = test::content_of(ROSTRUM_SOURCE_DIR "/docs/operations.md");
  const auto begin = text.find("\n## Limits\n");
  REQUIRE(begin != std::string::npos);
  text = text.substr(begin, text.find("\n## ", begin + 1) - begin);
  const std::regex row("\\| `([a-z_]+)` \\| ([0-9]+) \\|");
  Bounds found;
  for (std::sregex_iterator one(text.begin(), text.end(), row), end; one != end; ++one) {
    CAPTURE((*one)[1].str());
    CHECK(found.try_emplace((*one)[1], (*one)[2]).second);
  }
  return found;
}

}  // namespace

TEST_CASE("docs/operations.md tells every limit with its default, every fixed bound, and no other") {
  Bounds wanted{
      {"sessions_max", std::to_string(sessions_max)},
      {"waiting_commands_max", std::to_string(chamber::waiting_commands_max)},
      {"waiting_questions_max", std::to_string(chamber::waiting_questions_max)},
      {"acts_per_commit_max", std::to_string(chamber::acts_per_commit_max)},
      {"text_bytes_per_commit_max", std::to_string(chamber::text_bytes_per_commit_max)},
      {"patches_kept_max", std::to_string(chamber::patches_kept_max)},
      {"patch_texts_kept_bytes_max", std::to_string(chamber::patch_texts_kept_bytes_max)},
      {"guessing_addresses_max", std::to_string(guessing_addresses_max)},
      {"lines_per_answer_max", std::to_string(chamber::lines_per_answer_max)},
      {"site_files_max", std::to_string(site_files_max)},
      {"site_bytes_max", std::to_string(site_bytes_max)},
  };
  for (const auto& [name, value] : named({})) wanted.emplace(name, std::to_string(value));
  CHECK(told() == wanted);
}
