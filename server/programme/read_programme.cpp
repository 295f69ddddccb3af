#include "programme/read_programme.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "programme/bounds.hpp"
#include "programme/reading.hpp"
#include "programme/roster.hpp"
#include "wire/stored.hpp"

namespace rostrum::programme {

namespace {

/// Where a document begins, and nothing of what is in it.
class Beginnings final : public YAML::EventHandler {
 public:
  Place last;

  void OnDocumentStart(const YAML::Mark& mark) override { last = {mark.line, mark.column}; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// Where the second document of `text` begins. Not by LoadAll, which never ends where a document begins with a comma:
/// each time, the parser takes an empty one before it.
std::optional<Place> second_document(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Beginnings beginnings;
  if (!parser.HandleNextDocument(beginnings) || !parser.HandleNextDocument(beginnings)) return std::nullopt;
  return beginnings.last;
}

/// The only document of `sheet`; none, and a problem, where it is not well-formed.
std::optional<Value> parse(Sheet& sheet) {
  if (!sheet.check_characters()) return std::nullopt;
  try {
    const std::string text(sheet.text());
    if (const auto second = second_document(text)) {
      sheet.expect(*second, "one document in the file", "another");
      return std::nullopt;
    }
    return Value(sheet, YAML::Load(text), {});
  } catch (const YAML::Exception& broken) {
    const Place at = broken.mark.is_null() ? Place{} : Place{broken.mark.line, broken.mark.column};
    sheet.expect(at, "well-formed YAML", fmt::format("what the parser calls {}", in_quotes(broken.msg)));
    return std::nullopt;
  }
}

/// The sheet of the roster that `value` names, from the folder of `programme_path`.
std::optional<Sheet> open_roster(const Value& value, const std::string& programme_path, const OpenSheet& open) {
  const auto name = value.line("the path of a roster", file_path_bytes_max);
  if (!name) return std::nullopt;
  auto sheet = open((std::filesystem::path(programme_path).parent_path() / *name).string());
  if (!sheet) {
    value.sheet().expect(value.place(), "a roster: " + sheet.error().expected,
                         fmt::format("{} ({})", in_quotes(sheet.error().file), sheet.error().found));
    return std::nullopt;
  }
  return std::move(*sheet);
}

void read_roster_into(Reading& reading, Sheet& roster) {
  if (!roster.check_characters()) return;
  reading.programme.delegations = read_roster(roster, reading.languages, reading.delegations);
}

void read_parts(Reading& reading, Sheet& sheet, const Fields& parts, std::optional<Sheet>& roster) {
  if (const auto* session = parts.need("session")) read_session(reading, *session);
  if (roster) read_roster_into(reading, *roster);
  if (const auto* delegations = parts.find("delegations"))
    read_delegations(reading, *delegations);
  else if (parts.sound() && !parts.find("roster"))
    sheet.expect(parts.place(), "delegations: the key \"roster\" or \"delegations\"", "none");
  if (const auto* defaults = parts.find("defaults")) read_defaults(reading, *defaults);
  if (const auto* meetings = parts.need("meetings")) read_meetings(reading, *meetings);
  if (const auto* panels = parts.need("panels")) read_panels(reading, *panels);
  read_seats(reading, sheet, parts.find("seats"), parts.find("participants"));
}

/// SHA-256 over both files, a zero byte between them.
Digest digest_of(const Sheet& sheet, const std::optional<Sheet>& roster) {
  std::string bytes(sheet.bytes());
  if (roster) bytes.append(1, '\0').append(roster->bytes());
  return sha256(bytes);
}

/// A programme is the content of one commit, so that is what it has to fit into.
void check_size(Sheet& sheet, const council::Programme& programme) {
  wire::Commit commit{.session = programme.session.id, .epoch = std::string(wire::epoch_bytes, '\0'), .seq = {1}};
  commit.acts.push_back({.grant = council::system_grant,
                         .command_id = "create_session",
                         .actor = council::system_seat,
                         .act = "create_session",
                         .events = {council::SessionCreated{programme}}});
  const wire::StoredCommit stored = wire::encode(commit, [](auto) {});
  const auto size = std::max(stored.bytes.size(), stored.beside.size());
  if (size <= wire::commit_bytes_max) return;
  sheet.expect(
      {},
      fmt::format("a programme that takes at most {} bytes with all names in all languages", wire::commit_bytes_max),
      fmt::format("{}", size));
}

}  // namespace

Result<council::Programme, std::vector<Problem>> read_programme(const std::string& path) {
  return read_programme(path, &Sheet::read);
}

Result<council::Programme, std::vector<Problem>> read_programme(const std::string& path, const OpenSheet& open) {
  auto read = open(path);
  if (!read) return failure(std::vector{read.error()});
  Sheet& sheet = *read;
  Reading reading;
  std::optional<Sheet> roster;
  if (const auto document = parse(sheet)) {
    const Fields parts(*document, "a programme",
                       {"session", "roster", "defaults", "meetings", "panels", "delegations", "seats", "participants"});
    if (const auto* value = parts.find("roster")) roster = open_roster(*value, path, open);
    if (parts.sound()) read_parts(reading, sheet, parts, roster);
  }
  auto problems = sheet.problems();
  if (roster) std::ranges::move(roster->problems(), std::back_inserter(problems));
  if (problems.empty()) {
    reading.programme.source_digest = digest_of(sheet, roster);
    check_size(sheet, reading.programme);
    problems = sheet.problems();
  }
  if (!problems.empty()) return failure(std::move(problems));
  return std::move(reading.programme);
}

}  // namespace rostrum::programme
