// Programmes that come from elsewhere than the disk: the kept corpus of the fuzz target (tests/fuzz).
#include <catch2/catch.hpp>

#include <filesystem>
#include <map>

#include "programme/read_programme.hpp"
#include "support/content.hpp"

namespace rostrum::programme {
namespace {}  // namespace

TEST_CASE("The two files of a programme are asked for by the names that problems have", "[programme]") {
  const std::filesystem::path folder = ROSTRUM_SOURCE_DIR "/deploy/programmes";
  std::vector<std::string> asked;
  const auto open = [&](const std::string& path) -> Result<Sheet, Problem> {
    asked.push_back(path);
    return Sheet(path, test::content_of(folder / std::filesystem::path(path).filename()));
  };
  const auto on_disk = read_programme((folder / "council-2005.yaml").string());
  REQUIRE(on_disk);
  CHECK(read_programme("a/council-2005.yaml", open) == on_disk);
  CHECK(asked == std::vector<std::string>{"a/council-2005.yaml", "a/council-2005-roster.csv"});
}

TEST_CASE("A programme that begins with a comma is refused, and not read for ever", "[programme]") {
  for (const auto* text : {",", "---\n  , cond\n", "%YAML 1.2\n---\n, c\n"}) {
    CAPTURE(text);
    const auto read =
        read_programme("a.yaml", [&](const std::string& path) -> Result<Sheet, Problem> { return Sheet(path, text); });
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 1);
    CHECK(read.error().front().expected == "one document in the file");
  }
}

TEST_CASE("The kept seeds of the fuzz target are programmes, whole ones and one that is wrong in many ways",
          "[programme]") {
  const std::string roster_line = "# roster.csv\n";  // what the target takes for the end of the programme
  std::map<std::string, std::size_t> problems;
  for (const auto& file : std::filesystem::directory_iterator(ROSTRUM_SOURCE_DIR "/tests/fuzz/corpus/programme")) {
    const std::string text = test::content_of(file.path());
    const auto line = text.find(roster_line);
    const auto roster = line == std::string::npos ? std::string() : text.substr(line + roster_line.size());
    const auto read = read_programme("a.yaml", [&](const std::string& path) -> Result<Sheet, Problem> {
      return Sheet(path, path == "a.yaml" ? text.substr(0, line) : roster);
    });
    problems[file.path().stem()] = read ? 0 : read.error().size();
  }
  for (const auto* whole : {"small", "without-roster"}) {
    CAPTURE(whole);
    REQUIRE(problems.contains(whole));
    CHECK(problems.at(whole) == 0);
  }
  CHECK(problems["wrong"] >= 20);
}

}  // namespace rostrum::programme
