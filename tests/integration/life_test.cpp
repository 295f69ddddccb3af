#include "integration/support/acts.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

std::string contents(const std::filesystem::path& path) {
  std::string out(std::filesystem::file_size(path), '\0');
  FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE(file != nullptr);
  REQUIRE(std::fread(out.data(), 1, out.size(), file) == out.size());
  std::fclose(file);
  return out;
}

}  // namespace

TEST_CASE("a server that is stopped tells everyone to come back, and ends well") {
  ServerProcess server;
  const auto chair = signed_in(server, "chair");
  const auto display = signed_in(server, "display", Codec::json);
  must(*chair, open_meeting());
  server.send_stop();
  for (const auto* client : {chair.get(), display.get()}) {
    const auto ended = const_cast<client::Client*>(client)->until_closed();
    CHECK(ended.refusal.code() == "going_away");
    CHECK(ended.refusal.reconnect());
    CHECK(ended.close_code == 4007);
  }
  CHECK(server.wait().status == 0);
  server.start();
  CHECK(refused(*signed_in(server, "chair"), open_meeting()) == "meeting_already_open");
}

TEST_CASE("a server without clients stops at once, and a client that does not close delays it so long and no longer") {
  ServerProcess server({.limits = "stop_timeout_ms=300,close_timeout_ms=600000"});
  CHECK(server.stop().status == 0);
  server.start();
  RawWebSocket deaf(server.port());
  deaf.sign_in(server.code("display"));
  REQUIRE(deaf.next(text_frame));
  CHECK(server.stop().status == 0);
}

TEST_CASE("a second server on the same data is refused") {
  const ServerProcess server;
  const Ended second = run_server(server.data(), {});
  CHECK(second.status == 1);
  CHECK(second.err.find("rostrum: ") != std::string::npos);
  CHECK(second.out.find("ready") == std::string::npos);
  CHECK(get(server.port(), "/healthz").status == 200);
}

TEST_CASE("a port that is taken is said to be") {
  const ServerProcess server;
  const Folder data;
  const Ended second = run_server(data.path(), {}, "127.0.0.1:" + std::to_string(server.port()));
  CHECK(second.status == 1);
  CHECK(second.err.find("cannot listen on 127.0.0.1 port " + std::to_string(server.port())) != std::string::npos);
}

TEST_CASE("a programme that cannot be used is refused with file, line and column") {
  const Folder folder;
  folder.write("programme.yaml", "session:\n  id: 12 twelve!\n");
  const Ended ended = run_server(folder.path() / "data", {.programme = (folder.path() / "programme.yaml").string()});
  CHECK(ended.status == 1);
  CHECK(ended.err.find("programme.yaml:2:") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "data" / "journal.sqlite"));
}

TEST_CASE("what the command line lacks is said, with status 2") {
  const Folder data;
  CHECK(run_server(data.path(), {.clock = "yesterday"}).status == 2);
  CHECK(run_server(data.path(), {.limits = "frames=1"}).status == 2);
  CHECK(run_server(data.path(), {}, "8080").status == 2);
  CHECK(run_server(data.path(), {.more = {"--origin", "screens.example"}}).status == 2);
}

TEST_CASE("the first lines say where to go, how to sign in, and what the clock shows") {
  ServerProcess server;
  const std::string said = server.out() + server.stop().out;
  CHECK(said.find("Rostrum is ready at http://127.0.0.1:" + std::to_string(server.port()) + "\n") != std::string::npos);
  CHECK(said.find("http://127.0.0.1:" + std::to_string(server.port()) + "/join#") != std::string::npos);
  CHECK(said.find("rostrumctl links --data " + server.data().string()) != std::string::npos);
  CHECK(said.find("The session's clock shows 2005-11-29 14:5") != std::string::npos);
}

TEST_CASE("the session's clock goes on from where it was set, and another --clock is said not to count") {
  ServerProcess server;
  const auto at = signed_in(server, "chair")->probe(0).value().server_at();
  CHECK(server.stop().status == 0);
  server.start({.clock = "2030-01-01T00:00Z,5"});
  const auto later = signed_in(server, "chair")->probe(0).value().server_at();
  CHECK(later >= at);
  CHECK(later < at + 3'600'000);
  CHECK(server.stop().out.find("--clock is not used") != std::string::npos);
  server.start({});
  CHECK(server.stop().out.find("--clock is not used") == std::string::npos);
}

TEST_CASE("without --clock the session's clock is the machine's") {
  ServerProcess server({.clock = {}});
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  const auto shown = signed_in(server, "chair")->probe(0).value().server_at();
  CHECK(shown >= now);
  CHECK(shown < now + 600'000);
  CHECK(server.stop().out.find("The session's clock") == std::string::npos);
}

TEST_CASE("a journal without its clock is not guessed at") {
  ServerProcess server;
  CHECK(server.stop().status == 0);
  std::filesystem::remove(server.data() / "clock");
  const Ended refused = run_server(server.data(), {.clock = {}});
  CHECK(refused.status == 1);
  CHECK(refused.err.find("--clock START,SPEED") != std::string::npos);
  server.start({});
  CHECK(server.stop().status == 0);
}

TEST_CASE("a programme that has changed is reported, and the session goes on as it began") {
  const Folder folder;
  for (const auto* name : {"council-2005.yaml", "council-2005-roster.csv"}) {
    std::filesystem::copy(std::filesystem::path(ROSTRUM_SOURCE_DIR) / "deploy/programmes" / name, folder.path() / name);
  }
  const auto path = folder.path() / "council-2005.yaml";
  ServerProcess server({.programme = path.string()});
  CHECK(server.stop().out.find("has changed") == std::string::npos);
  std::string text = contents(path);
  const std::string title = "en: High-level Plenary Panel";
  REQUIRE(text.find(title) != std::string::npos);
  text.replace(text.find(title), title.size(), "en: Another Panel");
  folder.write("council-2005.yaml", text);
  server.start();
  CHECK(server.out().find("The programme has changed since this session began") != std::string::npos);
  const auto display = signed_in(server, "display");
  CHECK(display->store().find("panel/high-level")->panel().title().at("en") == "High-level Plenary Panel");
}

TEST_CASE("the sign-in list is for its owner's eyes, and is there before the server is ready") {
  ServerProcess server;
  const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  CHECK((std::filesystem::status(server.sign_in_list()).permissions() & others) == std::filesystem::perms::none);
  CHECK_FALSE(server.code("chair").empty());
  CHECK(server.code("chair") != server.code("display"));
  const auto before = server.code("KE");
  CHECK(server.stop().status == 0);
  server.start();
  CHECK(server.code("KE") == before);
}
