// docs/protocol.md says what the code does: its examples are frames, and it tells all that a log line can hold. Its
// other tables are printed (tools/docs).
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "council/told.hpp"
#include "wire/golden.hpp"
#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

std::string protocol_page() {
  std::ifstream file(std::string(ROSTRUM_SOURCE_DIR) + "/docs/protocol.md");
  REQUIRE(file.is_open());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The contents of the page's fenced blocks that are marked "json WHO".
std::vector<std::string> examples(const std::string& who) {
  const std::string page = protocol_page();
  const std::string fence = "```json " + who + "\n";
  std::vector<std::string> found;
  for (auto at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const auto end = page.find("\n```\n", at);
    REQUIRE(end != std::string::npos);
    found.push_back(page.substr(at, end - at));
  }
  return found;
}

/// The rows of all tables, as their cells without surrounding spaces.
std::vector<std::vector<std::string>> table_rows() {
  std::istringstream lines(protocol_page());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    std::istringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) {
      const auto from = cell.find_first_not_of(' ');
      cells.push_back(from == std::string::npos ? "" : cell.substr(from, cell.find_last_not_of(' ') - from + 1));
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

/// The rows of the table whose first column is headed `heading`.
std::vector<std::vector<std::string>> rows_of(const std::string& heading) {
  const auto all = table_rows();
  std::vector<std::vector<std::string>> rows;
  bool in_table = false;
  for (std::size_t row = 0; row < all.size(); ++row) {
    if (all[row][0] == "---") continue;
    const bool is_heading = row + 1 < all.size() && all[row + 1][0] == "---";
    if (is_heading)
      in_table = all[row][0] == heading;
    else if (in_table)
      rows.push_back(all[row]);
  }
  return rows;
}

/// The words of `cell` that stand in backquotes.
std::set<std::string> words_in(const std::string& cell) {
  std::set<std::string> words;
  for (auto from = cell.find('`'); from != std::string::npos;) {
    const auto to = cell.find('`', from + 1);
    words.insert(cell.substr(from + 1, to - from - 1));
    from = cell.find('`', to + 1);
  }
  return words;
}

std::size_t count_of(const std::string& page, const std::string& text) {
  std::size_t count = 0;
  for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("every client example of docs/protocol.md is a frame that the server takes, and every act has one") {
  std::set<std::string> kinds;
  std::set<std::string> acts;
  for (const std::string& example : examples("client")) {
    INFO(example);
    // Strict, so that a misspelt field shows.
    const auto frame = test::frame_of<v1::ClientFrame>(Codec::json, example);
    for (const v1::ClientItem& item : frame.items())
      kinds.insert(item.GetReflection()->GetOneofFieldDescriptor(item, item.GetDescriptor()->oneof_decl(0))->name());
    const auto items = decode_client_frame(Codec::json, example);
    REQUIRE(items);
    for (const ClientItem& item : *items) {
      CHECK_FALSE(std::holds_alternative<MalformedCommand>(item));
      if (const auto* command = std::get_if<ClientCommand>(&item)) acts.emplace(council::name(command->command.act));
    }
  }
  CHECK(kinds == std::set<std::string>{"sign_in", "command", "time_probe", "log_request", "sheet_request", "question"});
  for (int field = 0; field < v1::Command::descriptor()->FindOneofByName("act")->field_count(); ++field) {
    const std::string name = v1::Command::descriptor()->FindOneofByName("act")->field(field)->name();
    INFO(name);
    CHECK(acts.contains(name));
  }
}

TEST_CASE("every server example of docs/protocol.md is a frame, and every item and entity has one") {
  std::set<int> items;
  std::set<int> entities;
  for (const std::string& example : examples("server")) {
    INFO(example);
    const auto frame = test::frame_of<v1::ServerFrame>(Codec::json, example);
    for (const v1::ServerItem& item : frame.items()) {
      items.insert(item.item_case());
      for (const v1::Entity& entity : item.snapshot().entities()) entities.insert(entity.entity_case());
      for (const v1::Entity& entity : item.patch().upserts()) entities.insert(entity.entity_case());
      for (const v1::Entity& entity : item.private_snapshot().entities()) entities.insert(entity.entity_case());
      for (const v1::Entity& entity : item.private_patch().upserts()) entities.insert(entity.entity_case());
    }
  }
  CHECK(items.size() == std::variant_size_v<ServerItem>);
  CHECK(entities.size() == std::variant_size_v<views::Entity>);
}

TEST_CASE("no JSON example of docs/protocol.md goes without being parsed") {
  CHECK(count_of(protocol_page(), "```json") == examples("client").size() + examples("server").size());
}

TEST_CASE("L14 docs/protocol.md tells every event that a log can have, with its details") {
  std::map<std::string, std::set<std::string>> told;
  for (const auto& cells : rows_of("event")) {
    REQUIRE(cells.size() == 2);
    CHECK(told.emplace(cells[0].substr(1, cells[0].size() - 2), words_in(cells[1])).second);
  }
  std::set<std::string> details;
  for (const auto& cells : rows_of("detail")) details.merge(words_in(cells[0]));
  std::set<std::string> events;
  for (const golden::Stored& stored : golden::commits()) {
    for (const council::Event& event : stored.commit.acts.front().events) {
      const council::Told line = council::told(council::State{}, event);
      INFO(line.event);
      events.insert(line.event);
      REQUIRE(told.contains(line.event));
      for (const auto& [name, value] : line.details) {
        INFO(name);
        CHECK(told.at(line.event).contains(name));
      }
    }
  }
  for (const auto& [event, names] : told) {
    INFO(event);
    CHECK(events.contains(event));
    for (const std::string& name : names) CHECK(details.contains(name));
  }
}

}  // namespace rostrum::wire
