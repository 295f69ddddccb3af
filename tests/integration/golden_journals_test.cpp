// Journals that versions before have written open, verify, and replay to what they were then: the log that rostrumctl
// tells, and what every audience and delegation sees (tests/journals/README.md).
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>

#include <sys/wait.h>

#include "council/event.hpp"
#include "integration/support/pictures.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "support/content.hpp"
#include "support/folder.hpp"
#include "support/kinds_of_events.hpp"
#include "wire/stored.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

const std::filesystem::path kept = ROSTRUM_SOURCE_DIR "/tests/journals";

std::vector<std::filesystem::path> sessions() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(kept))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::ranges::sort(folders);
  return folders;
}

/// A copy, for what opens a journal may leave files beside it.
class Copied {
 public:
  explicit Copied(const std::filesystem::path& session) {
    std::filesystem::copy_file(session / "journal.sqlite", folder_.path() / "journal.sqlite");
  }
  [[nodiscard]] std::string data() const { return folder_.path().string(); }
  [[nodiscard]] std::unique_ptr<journal::Journal> open() const {
    auto opened = journal::open_sqlite_journal(folder_.path() / "journal.sqlite", journal::Access::read_only);
    if (!opened) FAIL(opened.error().why);
    return *std::move(opened);
  }

 private:
  Folder folder_;
};

/// What rostrumctl prints; it has to succeed.
std::string told(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out";
  const int status = std::system((ROSTRUM_CTL " " + arguments + " >" + out.string()).c_str());
  REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  return content_of(out);
}

/// Compares with what is kept; where nothing is, as for a session that has just been added, it is written and fails.
void holds(const std::filesystem::path& path, const std::string& now) {
  if (!std::filesystem::exists(path)) {
    std::ofstream(path, std::ios::binary) << now;
    FAIL_CHECK(path << " was not there and is written: look at it, and run this again");
    return;
  }
  const std::string before = content_of(path);
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(before, now).in1 - before.begin());
  const auto from = at < 60 ? 0 : at - 60;
  INFO(path << " differs from byte " << at << " on:\n  kept: " << before.substr(from, 160)
            << "\n  now:  " << now.substr(std::min(from, now.size()), 160));
  const bool same = now == before;  // a megabyte is not shown whole
  CHECK(same);
}

}  // namespace

TEST_CASE("C5 journals of versions before verify and tell the same log") {
  REQUIRE(sessions().size() >= 3);
  for (const auto& session : sessions()) {
    INFO(session);
    const Copied copied(session);
    CHECK(told("verify --data " + copied.data()).find(" are sound") != std::string::npos);
    holds(session / "log.json", told("log --json --data " + copied.data()));
  }
}

TEST_CASE("C5 journals of versions before show every audience what it saw") {
  for (const auto& session : sessions()) {
    INFO(session);
    const auto journal = Copied(session).open();
    const std::uint64_t every = journal->tail().seq.value < 300 ? 1 : 50;
    const Pictures pictures = pictures_of(*journal, every);
    holds(session / "floors.txt", pictures.floors);
    holds(session / "rest.txt", pictures.rest);
    holds(session / "rest-on-the-way.txt", pictures.rest_made);
  }
}

TEST_CASE("C5 every kind of event is in a journal that is kept") {
  std::set<std::size_t> kinds;
  for (const auto& session : sessions()) {
    const auto read = Copied(session).open()->read({1}, [&](Seq, wire::StoredView stored) {
      const auto commit = wire::decode_commit(stored);
      REQUIRE(commit);
      for (const auto& act : commit->acts)
        for (const auto& event : act.events) kinds.insert(event.index());
      return true;
    });
    REQUIRE(read);
  }
  INFO("keep a journal with it: tests/journals/README.md");
  CHECK(test::events_without(kinds) == test::no_event);
}
