#include <catch2/catch.hpp>
#include <fstream>

#include <stdlib.h>
#include <sys/stat.h>

#include "ops/clock_anchor.hpp"
#include "ops/files.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::ops;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "rostrum-ops-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path path;
};

}  // namespace

TEST_CASE("a clock's start is an instant with its offset, and a speed") {
  const Instant start{1'133'272'500'000};  // 2005-11-29T13:55:00Z
  CHECK(clock_start_of("2005-11-29T14:55+01:00,1") == ClockStart{start, 1.0});
  CHECK(clock_start_of("2005-11-29T14:55:00+01:00,1") == ClockStart{start, 1.0});
  CHECK(clock_start_of("2005-11-29T13:55Z,10") == ClockStart{start, 10.0});
  CHECK(clock_start_of("2005-11-29T08:25:00.5-05:30,0.25") == ClockStart{start + Millis{500}, 0.25});
  CHECK(clock_start_of("2024-02-29T00:00Z,1") == ClockStart{{1'709'164'800'000}, 1.0});
  CHECK(clock_start_of("1970-01-01T00:00:00.001Z,1") == ClockStart{{1}, 1.0});
}

TEST_CASE("what is no instant with an offset, or no speed, is refused in words") {
  const auto* wrong =
      GENERATE("", "2005-11-29T14:55+01:00", "2005-11-29T14:55+01:00,", "2005-11-29T14:55,1", "2005-11-29 14:55Z,1",
               "2005-02-29T14:55Z,1", "2005-13-01T14:55Z,1", "2005-11-29T24:00Z,1", "2005-11-29T14:60Z,1",
               "2005-11-29T14:55:60Z,1", "2005-11-29T14:55:00.Z,1", "2005-11-29T14:55+15:00,1", "2005-11-29T14:55Z,0",
               "2005-11-29T14:55Z,-1", "2005-11-29T14:55Z,nan", "2005-11-29T14:55Z,inf", "2005-11-29T14:55Z,10001",
               "2005-11-29T14:55Z,1x", "2005-11-29T14:55Zx,1", "-005-11-29T14:55Z,1", "tomorrow,1");
  CAPTURE(wrong);
  const auto refused = clock_start_of(wrong);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().find("START,SPEED") != std::string::npos);
}

TEST_CASE("an anchor that was written is read again, to the last digit of its speed") {
  const Folder folder;
  const fs::path path = folder.path / "clock";
  for (const double speed : {1.0, 0.1, 7.3, 1.0 / 3.0, speed_most}) {
    const ClockAnchor anchor{{1'133'272'500'000}, {1'763'900'000'123}, speed};
    REQUIRE(write_anchor(path, anchor));
    const auto read = read_anchor(path);
    REQUIRE(read);
    CHECK(*read == anchor);
  }
}

TEST_CASE("a data folder without an anchor has none, and a file that holds something else is refused") {
  const Folder folder;
  const fs::path path = folder.path / "clock";
  CHECK(read_anchor(path).value() == std::nullopt);
  for (const auto* other : {"", "1 2", "1 2 0", "1 2 3 4", "one two three", "1 2 -1"}) {
    CAPTURE(other);
    std::ofstream(path) << other;
    CHECK_FALSE(read_anchor(path));
  }
}

TEST_CASE("a clock shows the real time where it was set to it and runs as fast") {
  CHECK(shows_real_time({{5}, {5}, 1.0}));
  CHECK_FALSE(shows_real_time({{5}, {6}, 1.0}));
  CHECK_FALSE(shows_real_time({{5}, {5}, 2.0}));
}

TEST_CASE("a file is written whole, in place of the one before, with its mode, and leaves nothing beside it") {
  const Folder folder;
  const fs::path path = folder.path / "links.json";
  REQUIRE(write_file(path, "one", 0644));
  REQUIRE(write_file(path, std::string(100'000, 'x'), 0600));
  CHECK(test::content_of(path) == std::string(100'000, 'x'));
  struct stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777u) == 0600u);
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that cannot be written is said to be, and what stood there stays") {
  const Folder folder;
  CHECK_FALSE(write_file(folder.path / "nowhere" / "file", "one", 0644));
  fs::create_directory(folder.path / "taken");
  std::ofstream(folder.path / "taken" / "kept") << "kept";
  const auto refused = write_file(folder.path / "taken", "one", 0644);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().find("taken") != std::string::npos);
  CHECK(test::content_of(folder.path / "taken" / "kept") == "kept");
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}
