// A programme and its roster, from memory. The text before a line "# roster.csv" is the programme, a comment that is
// none of its own; what follows is every roster that it names.
#include <algorithm>

#include "base/assert.hpp"
#include "base/characters.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"
#include "programme/bounds.hpp"
#include "programme/read_programme.hpp"
#include "support/secrets.hpp"
#include "wire/stored.hpp"

using namespace rostrum;
using namespace rostrum::programme;

namespace {

constexpr std::string_view roster_line = "# roster.csv\n";
const std::string programme_path = "folder/programme.yaml";

struct Files {
  explicit Files(std::string_view bytes) {
    const auto line = bytes.find(roster_line);
    programme = bytes.substr(0, line);
    if (line != std::string_view::npos) roster = bytes.substr(line + roster_line.size());
  }

  [[nodiscard]] Result<Sheet, Problem> open(const std::string& path) const {
    if (path == programme_path) return Sheet(path, std::string(programme));
    if (roster) return Sheet(path, std::string(*roster));
    return failure(Problem{path, 1, 1, "a file that can be read", "none"});
  }

  std::string_view programme;
  std::optional<std::string_view> roster;
};

/// It is the content of one commit, and a session begins with it.
void begins_a_session(const council::Programme& programme) {
  wire::Commit commit{.session = programme.session.id, .epoch = std::string(wire::epoch_bytes, 'e'), .seq = {1}};
  commit.acts.push_back({.grant = {"system"},
                         .command_id = "create_session",
                         .actor = council::system_seat,
                         .act = "create_session",
                         .events = {council::SessionCreated{programme}}});
  const wire::StoredCommit stored = wire::encode(commit, test::known_salts);
  ROSTRUM_ASSERT(stored.bytes.size() <= wire::commit_bytes_max && stored.beside.size() <= wire::commit_bytes_max);
  const auto read = wire::decode_commit(stored);
  ROSTRUM_ASSERT(read.has_value());
  ROSTRUM_ASSERT(*read == commit);
  council::State state;
  council::evolve(state, read->acts.front().events.front(), {.act = {{1}, 0}, .at = {}, .actor = council::system_seat});
  ROSTRUM_ASSERT(council::broken_invariant(state).empty());
}

void is_whole(const council::Programme& programme) {
  const auto& languages = programme.session.languages;
  ROSTRUM_ASSERT(!programme.session.id.empty() && !languages.empty());
  ROSTRUM_ASSERT(!programme.meetings.empty() && !programme.panels.empty() && !programme.delegations.empty());
  for (const auto& delegation : programme.delegations)
    for (const auto& language : languages) ROSTRUM_ASSERT(delegation.name.contains(language));
  for (const auto& panel : programme.panels) {
    const auto same = [&](const auto& meeting) { return meeting.id == panel.meeting; };
    ROSTRUM_ASSERT(std::ranges::any_of(programme.meetings, same));
  }
  for (const auto& seat : programme.seats) {
    const auto same = [&](const auto& delegation) { return delegation.id == *seat.delegation; };
    ROSTRUM_ASSERT(!seat.delegation || std::ranges::any_of(programme.delegations, same));
    ROSTRUM_ASSERT(seat.delegation.has_value() == (seat.role == council::Role::delegate));
  }
}

/// On one line; quoted words may be kept apart by isolates.
bool readable(std::string sentence) {
  for (const std::string_view isolate : {"\u2068", "\u2069"})
    for (auto at = sentence.find(isolate); at != std::string::npos; at = sentence.find(isolate, at))
      sentence.erase(at, isolate.size());
  return !broken_byte(sentence) && !unfit_character(sentence, Lines::one);
}

/// As many lines as an editor may show of it, or more: a carriage return alone ends one too.
std::ptrdiff_t lines_max(std::string_view text) {
  return 1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r');
}

/// Somebody can find the place, and read what is wrong there.
void are_told(const std::vector<Problem>& problems, const Files& files) {
  ROSTRUM_ASSERT(!problems.empty() && problems.size() <= 2 * problems_max);
  for (const auto& problem : problems) {
    const std::string_view text = problem.file == programme_path ? files.programme : files.roster.value_or("");
    ROSTRUM_ASSERT(problem.line >= 1 && problem.line <= lines_max(text));
    ROSTRUM_ASSERT(problem.column >= 1 && static_cast<std::size_t>(problem.column) <= 1 + text.size());
    ROSTRUM_ASSERT(!problem.expected.empty());
    ROSTRUM_ASSERT(readable(sentence(problem)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Files files({reinterpret_cast<const char*>(data), size});
  const auto read = [&] { return read_programme(programme_path, [&](const auto& path) { return files.open(path); }); };
  const auto programme = read();
  ROSTRUM_ASSERT(read() == programme);
  if (!programme) {
    are_told(programme.error(), files);
    return 0;
  }
  is_whole(*programme);
  begins_a_session(*programme);
  return 0;
}
