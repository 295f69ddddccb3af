// Where a server of several sessions keeps them, and what it does not start with (N7).
#include <fstream>

#include "integration/support/two_sessions.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

void is_refused(const Ended& ended, const std::string& why) {
  CHECK(ended.status == 1);
  CHECK(has(ended.err, why));
  CHECK_FALSE(has(ended.out, "ready"));
}

}  // namespace

TEST_CASE("N7 each of several sessions has a folder with all that is its own", "[sessions]") {
  const TwoSessions both;
  for (const auto* committee : {&azurite, &basalt})
    for (const auto* file : {"journal.sqlite", "secret", "clock", "address", "lock"})
      CHECK(fs::exists(both.folder(*committee) / file));
  for (const auto& at : fs::directory_iterator(both.server.data()))
    CHECK((at.path() == both.folder(azurite) || at.path() == both.folder(basalt)));
}

TEST_CASE("N7 a data folder of one session is not started with several programmes", "[sessions]") {
  const Folder programmes;
  const auto options = both(programmes);
  ServerProcess one({.programme = options.programme});
  CHECK(one.stop().status == 0);
  is_refused(run_server(one.data(), options), one.data().string() + " holds one session");
  CHECK_FALSE(fs::exists(one.data() / basalt.id));
}

TEST_CASE("N7 a data folder of several sessions is not started as one of a single session", "[sessions]") {
  TwoSessions both;
  CHECK(both.server.stop().status == 0);
  const Folder programmes;
  const auto programme = write_programme(programmes, azurite);
  const auto refused = run_server(both.server.data(), {.programme = programme});
  is_refused(refused, "(" + azurite.id + ", " + basalt.id + ")");
  CHECK_FALSE(fs::exists(both.server.data() / "journal.sqlite"));
  // One of them can be served by itself, from its folder.
  CHECK(has(refused.err, "--data " + both.folder(azurite).string()));
  is_refused(run_server(both.folder(basalt), {.programme = programme}), "the journal is of the session");
}

TEST_CASE("N7 two programmes of one session are refused", "[sessions]") {
  const Folder folder;
  const auto programme = write_programme(folder, azurite);
  const auto data = folder.path() / "data";
  is_refused(run_server(data, {.programme = programme, .more = {"--programme", programme}}),
             "two programmes are of the session \"" + azurite.id + '"');
  CHECK_FALSE(fs::exists(data));
}

TEST_CASE("N7 of several programmes, each that cannot be used is told, and nothing begins", "[sessions]") {
  const Folder folder;
  folder.write("first.yaml", "session:\n  id: 12 twelve!\n");
  folder.write("second.yaml", "session:\n  id: 13 thirteen!\n");
  const auto data = folder.path() / "data";
  const auto refused = run_server(data, {.programme = (folder.path() / "first.yaml").string(),
                                         .more = {"--programme", (folder.path() / "second.yaml").string(),
                                                  "--programme", write_programme(folder, azurite)}});
  is_refused(refused, "the programmes cannot be used");
  CHECK(has(refused.err, "first.yaml:2:"));
  CHECK(has(refused.err, "second.yaml:2:"));
  CHECK_FALSE(fs::exists(data));
}

TEST_CASE("N7 a session whose journal is damaged is named, and no other one begins", "[sessions]") {
  TwoSessions both;
  CHECK(both.server.stop().status == 0);
  fs::remove(both.folder(basalt) / "journal.sqlite-wal");
  std::ofstream(both.folder(basalt) / "journal.sqlite", std::ios::binary) << std::string(4'096, 'x');
  const Committee fresh{"cinnabar"};
  const Folder programmes;
  auto options = test::both(programmes);
  options.more.insert(options.more.begin(), {"--programme", write_programme(programmes, fresh)});
  const auto refused = run_server(both.server.data(), options);
  is_refused(refused, "session \"" + basalt.id + "\": ");
  CHECK_FALSE(has(refused.err, azurite.id));
  CHECK_FALSE(fs::exists(both.server.data() / fresh.id));
}

TEST_CASE("N7 a session that another server has is named, and nothing is served", "[sessions]") {
  const TwoSessions both;
  const Folder programmes;
  is_refused(run_server(both.server.data(), test::both(programmes)), "session \"" + azurite.id + "\": ");
}

TEST_CASE("N7 a session may be added, and --clock counts for it alone", "[sessions]") {
  TwoSessions both;
  const auto at = both.come(azurite, "chair")->probe(0).value().server_at();
  CHECK(both.server.stop().status == 0);
  const Committee fresh{"cinnabar"};
  const Folder programmes;
  auto options = test::both(programmes);
  options.clock = "2030-01-01T00:00Z,1";
  options.more.insert(options.more.end(), {"--programme", write_programme(programmes, fresh)});
  both.server.start(options);
  const auto later = both.come(azurite, "chair")->probe(0).value().server_at();
  CHECK(later >= at);
  CHECK(later < at + 3'600'000);
  CHECK(both.come(fresh, "chair")->probe(0).value().server_at() >= 1'893'456'000'000);
  CHECK(both.metric(fresh, "rostrum_seq") == 1);
}

TEST_CASE("N7 of one session alone nothing is labelled, and its folder is the data folder", "[sessions]") {
  const ServerProcess one({.clock = "2005-11-29T14:00+01:00,1"});  // before the first list opens
  CHECK(one.metric("rostrum_seq") == 1);
  CHECK(fs::exists(one.data() / "journal.sqlite"));
}

TEST_CASE("N7 a server has at most thirty-two sessions", "[sessions]") {
  const Folder folder;
  ServerOptions options{.programme = write_programme(folder, azurite)};
  for (int number = 0; number < 32; ++number) options.more.insert(options.more.end(), {"--programme", "x.yaml"});
  CHECK(run_server(folder.path() / "data", options).status == 2);
  options.more.resize(options.more.size() - 2);
  CHECK(run_server(folder.path() / "data", options).status == 1);  // there is no x.yaml
}
