// rostrumctl as people run it: on programmes, beside a running server, and on journals that are not what they should
// be.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <regex>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "council/event.hpp"
#include "integration/support/acts.hpp"
#include "integration/support/nodes.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "programme/read_programme.hpp"
#include "support/content.hpp"
#include "support/secrets.hpp"
#include "wire/stored.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

/// A journal as a server leaves it, or as none should.
class Written {
 public:
  Written() : programme_(programme::read_programme(ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml").value()) {
    add({council::SessionCreated{programme_}});
  }

  /// One commit of one act with these events.
  void add(council::Events events, const std::string& epoch = std::string(wire::epoch_bytes, 'e')) {
    auto journal = journal::open_sqlite_journal(folder_.path() / "journal.sqlite", journal::Access::write);
    REQUIRE(journal);
    const auto tail = (*journal)->tail();
    wire::Commit commit{
        .session = programme_.session.id, .epoch = epoch, .seq = tail.seq.next(), .previous = tail.digest};
    commit.acts.push_back({.grant = {"chair.1"},
                           .command_id = "c" + std::to_string(commit.seq.value),
                           .actor = {"chair"},
                           .act = "an_act",
                           .at = {1'133'272'800'000},
                           .events = std::move(events)});
    REQUIRE((*journal)->append(commit.seq, wire::encode(commit, test::known_salts)));
  }

  void damage(const std::string& sql) const {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((folder_.path() / "journal.sqlite").c_str(), &file) == SQLITE_OK);
    CHECK(sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(file);
  }

  [[nodiscard]] std::string data() const { return " --data " + folder_.path().string(); }

 private:
  Folder folder_;
  council::Programme programme_;
};

const MeetingId afternoon{"day-1-afternoon"};

}  // namespace

TEST_CASE("C5 rostrumctl verifies an export as it does the journal, names a text that was changed, and counts those "
          "withheld") {
  Written written;
  written.add({council::HelpRequested{{1}, {"KE"}, "The microphone is dead"}});
  const Folder folder;
  const auto file = folder.path() / "export";
  const auto verify = [&](const std::string& what) {
    std::ofstream(file) << what;
    return rostrumctl("verify --export " + file.string());
  };
  const auto exported = rostrumctl("export" + written.data());
  REQUIRE(exported.status == 0);
  CHECK(std::ranges::count(exported.out, '\n') == 2);
  const auto sound = verify(exported.out);
  CHECK(sound.status == 0);
  CHECK(sound.out == rostrumctl("verify" + written.data()).out);

  CHECK(has(verify(exported.out + "more\n").err, ":3: this is no line of an export"));
  auto lines = nlohmann::json::array();
  std::istringstream text(exported.out);
  for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
  CHECK(lines[1]["digest"].get<std::string>().size() == 64);
  auto renamed = lines;
  renamed[1]["digest"] = lines[0]["digest"];
  CHECK(has(verify(renamed[0].dump() + "\n" + renamed[1].dump() + "\n").err, ":2: this is no line of an export"));
  auto swapped = lines;
  swapped[1]["beside"] = lines[0]["beside"];
  CHECK(
      has(verify(swapped[0].dump() + "\n" + swapped[1].dump() + "\n").err, "commit 2: it has 2 digests of texts, and"));
  auto changed = lines;
  // Other words, each under a salt of the right length.
  changed[1]["beside"] = "ChwKEAECAwQFBgcICQoLDA0ODxASCG5vdCB0aGF0ChwKEAECAwQFBgcICQoLDA0ODxASCG5vdCB0aGF0";
  CHECK(has(verify(changed[0].dump() + "\n" + changed[1].dump() + "\n").err,
            "commit 2: text 0, which stands beside it, is not the one of its digest"));
  auto withheld = lines;
  withheld[1]["beside"] = "CgAKAA==";  // pieces without salt and words: of the note and of its command's digest
  const auto without = verify(withheld[0].dump() + "\n" + withheld[1].dump() + "\n");
  CHECK(without.status == 0);
  CHECK(has(without.out, "2 texts are withheld: their digests stand"));
}

TEST_CASE("C5 rostrumctl verify names the commit beside which a text is not the one that was written") {
  Written written;
  written.add({council::HelpRequested{{1}, {"KE"}, "The microphone is dead"}});
  written.damage(
      "UPDATE commits SET beside = CAST(replace(CAST(beside AS TEXT), 'dead', 'fine') AS BLOB) WHERE seq = 2");
  const auto ended = rostrumctl("verify" + written.data());
  CHECK(ended.status == 1);
  CHECK(has(ended.err, "commit 2: text 0, which stands beside it, is not the one of its digest"));
  CHECK(has(ended.out, "commits 1 to 1 are sound"));
}

TEST_CASE("rostrumctl check says what is in a programme") {
  const auto ended = rostrumctl("check " ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml");
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(has(ended.out, "council-2005: Council 2005: International Dialogue on Migration\n"));
  CHECK(
      has(ended.out,
          "2005-11-29 15:00 to 18:00  Day 1, afternoon (day-1-afternoon)\n  High-level Plenary Panel (high-level)\n"));
  CHECK(has(ended.out, "Special Event (special-event), a draft\n"));
  CHECK(has(ended.out, "144 delegations: member 115, observer_state 11, igo 10, ngo 7, secretariat 1\n"));
  CHECK(has(ended.out,
            "155 sign-ins: chair 1, desk 1, delegate 147, interpreter 3, captioner 1, observer 1, display 1\n"));
}

TEST_CASE("rostrumctl check says what Spanish calls a point of order where the programme chose it") {
  const Folder folder;
  const auto checked = [&](const std::string& more) {
    folder.write("p.yaml", "session: { id: s, title: S, timezone: Europe/Zurich, languages: [es]" + more +
                               " }\nmeetings: [{ id: m, title: M, date: 2006-05-11, starts: 10:00, ends: 13:00 }]\n"
                               "panels: [{ id: p, meeting: m, title: P }]\n"
                               "delegations: [{ id: CL, category: member }]\n");
    return rostrumctl("check " + (folder.path() / "p.yaml").string());
  };
  const auto usual = checked("");
  CHECK(usual.status == 0);
  CHECK_FALSE(has(usual.out, "orden"));
  CHECK(has(checked(", point_of_order_es: moción de orden").out, "a point of order is a moción de orden in Spanish\n"));
  CHECK(has(checked(", point_of_order_es: moción").err, "expected one of cuestión de orden, moción de orden"));
}

TEST_CASE("rostrumctl check tells every problem of a programme, and how many there are") {
  const Folder folder;
  folder.write(
      "p.yaml",
      "session: { id: s, title: S, timezone: Mars, languages: [en] }\nmeetings: []\npanels: 3\ndelegations: []\n");
  const auto ended = rostrumctl("check " + (folder.path() / "p.yaml").string());
  CHECK(ended.status == 1);
  CHECK(ended.out.empty());
  CHECK(has(ended.err, "p.yaml:1:39: expected a time zone by its IANA name"));
  CHECK(has(ended.err, "p.yaml:3:9: expected a list of panels, found \"3\"\n"));
  CHECK(has(ended.err, "p.yaml:4:14: expected at least one delegation, found a list\n"));
  CHECK(has(ended.err, "\n4 problems\n"));
}

TEST_CASE("rostrumctl links prints the codes that a running server takes") {
  const ServerProcess server;
  const auto url = "http://127.0.0.1:" + std::to_string(server.port());
  const auto data = " --data " + server.data().string();
  const auto ended = rostrumctl("links --json --url " + url + data);
  REQUIRE(ended.status == 0);
  const auto list = nlohmann::json::parse(ended.out);
  CHECK(list.size() == 155);
  CHECK(list[0].at("role") == "chair");
  CHECK(list[0].at("code") == server.code("chair"));
  CHECK(list[0].at("url") == url + "/join#" + server.code("chair"));
  CHECK(has(rostrumctl("links" + data).out, server.code("KE") + "  " + url + "/join#" + server.code("KE") + "\n"));
}

TEST_CASE("rostrumctl log tells a running session in sentences, of one panel where asked") {
  const ServerProcess server;
  const auto data = " --data " + server.data().string();
  const auto chair = signed_in(server, "chair");
  must(*chair, open_meeting());
  must(*chair, open_panel());
  const auto kenya = signed_in(server, "KE");
  must(*kenya, request_floor());

  const auto whole = rostrumctl("log" + data);
  CHECK(whole.status == 0);
  CHECK(has(whole.out, "The session “Council 2005: International Dialogue on Migration” is set up"));
  CHECK(std::regex_search(
      whole.out,
      std::regex(
          "2005-11-29 14:5\\d:\\d\\d  chair +open_meeting +\\d+\\.0  The meeting “Day 1, afternoon” opens\\.\n")));
  CHECK(std::regex_search(whole.out, std::regex("KE +request_floor +\\d+\\.0  Kenya asks for the floor in “High-level "
                                                "Plenary Panel” for a statement, place 1\\.\n")));

  const auto of_panel = rostrumctl("log --panel high-level" + data).out;
  CHECK(has(of_panel, "Kenya asks for the floor"));
  CHECK(has(of_panel, "The meeting “Day 1, afternoon” opens."));
  CHECK_FALSE(has(of_panel, "is set up"));
  CHECK(rostrumctl("log --panel year-in-review" + data).out.empty());
  const auto unknown = rostrumctl("log --panel high" + data);
  CHECK(unknown.status == 1);
  CHECK(unknown.err == "rostrumctl: the session has no panel \"high\"\n");
}

TEST_CASE("rostrumctl log as JSON has one object for each act") {
  Written written;
  written.add({council::MeetingOpened{afternoon}, council::PanelOpened{{"high-level"}}});
  written.add({council::MeetingSuspended{afternoon, Instant{1'133'274'600'000}}});
  const auto ended = rostrumctl("log --json" + written.data());
  REQUIRE(ended.status == 0);
  const auto acts = nlohmann::json::parse(ended.out);
  REQUIRE(acts.size() == 3);
  CHECK(acts[1].at("name") == "2.0");
  CHECK(acts[1].at("at_ms") == 1'133'272'800'000);
  CHECK(acts[1].at("local") == "2005-11-29T15:00:00");
  CHECK(acts[1].at("actor") == "chair");
  CHECK(acts[1].at("act") == "an_act");
  CHECK(acts[1].at("sentences").size() == 2);
  CHECK(acts[2].at("sentences")[0] == "The meeting “Day 1, afternoon” is suspended. [2005-11-29 15:30:00]");
}

TEST_CASE("rostrumctl verify counts what is sound and names the last commit's digest") {
  Written written;
  written.add({council::MeetingOpened{afternoon}});
  const auto ended = rostrumctl("verify" + written.data());
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(std::regex_match(ended.out,
                         std::regex("commits 1 to 2 are sound, with 2 acts; SHA-256 of the last: [0-9a-f]{64}\n")));
}

TEST_CASE("rostrumctl verify names the first commit that is damaged, and what stands before it is told") {
  Written written;
  written.add({council::MeetingOpened{afternoon}});
  written.add({council::MeetingClosed{afternoon}});
  written.damage("UPDATE commits SET bytes = zeroblob(length(bytes)) WHERE seq = 2");
  const auto verified = rostrumctl("verify" + written.data());
  CHECK(verified.status == 1);
  CHECK(has(verified.out, "commits 1 to 1 are sound, with 1 acts; "));
  CHECK(has(verified.err, "rostrumctl: commit 2: "));
  const auto told = rostrumctl("log" + written.data());
  CHECK(told.status == 1);
  CHECK(has(told.out, "is set up"));
  CHECK_FALSE(has(told.out, "opens"));
  CHECK(has(told.err, "rostrumctl: commit 2: "));
}

TEST_CASE("rostrumctl verify names a commit that no server could have written") {
  Written written;
  SECTION("of another epoch") {
    written.add({council::MeetingOpened{afternoon}}, std::string(wire::epoch_bytes, 'x'));
    CHECK(rostrumctl("verify" + written.data()).err == "rostrumctl: commit 2: is of another epoch\n");
  }
  SECTION("that creates the session again") {
    written.add({council::SessionCreated{}});
    CHECK(rostrumctl("verify" + written.data()).err == "rostrumctl: commit 2: creates the session again\n");
  }
  SECTION("whose event does not fit what was before") {
    written.add({council::SpeechEnded{{99}}});
    CHECK(has(rostrumctl("verify" + written.data()).err, "commit 2 cannot be replayed\n"));
  }
  CHECK(rostrumctl("verify" + written.data()).status == 1);
}

TEST_CASE("rostrumctl says that there is no session, and how it is used") {
  const Folder folder;
  for (const auto* command : {"links", "log", "verify"}) {
    const auto ended = rostrumctl(std::string(command) + " --data " + folder.path().string());
    CHECK(ended.status == 1);
    CHECK(has(ended.err, "there is no such file"));
  }
  CHECK(rostrumctl("").status == 2);
  CHECK(rostrumctl("links").status == 2);
  CHECK(rostrumctl("--help").status == 0);
}
