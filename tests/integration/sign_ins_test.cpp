// Codes revoked, issued and printed, presence, and the log, with the real server and rostrumctl (P5, P6, L14).
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "integration/support/acts.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Ended rostrumctl(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out", err = around.path() / "err";
  const int status = std::system((ROSTRUM_CTL " " + arguments + " >" + out.string() + " 2>" + err.string()).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

std::string of(const ServerProcess& server) {
  return " --data " + server.data().string() + " --server http://127.0.0.1:" + std::to_string(server.port());
}

/// "signed in", or why not.
std::string sign_in_with(const ServerProcess& server, const std::string& code, const std::string& forwarded_for = {}) {
  auto client =
      client::Client::connect({.port = server.port(), .forwarded_for = forwarded_for}, client::Codec::protobuf);
  REQUIRE(client);
  const auto hello = (*client)->sign_in(code);
  return hello ? "signed in" : hello.error().why;
}

}  // namespace

TEST_CASE("P5 rostrumctl revoke signs the devices of a seat out, and its code is void") {
  const ServerProcess server;
  const auto tablet = signed_in(server, "KE");
  const auto phone = signed_in(server, "KE", client::Codec::json);
  const auto other = signed_in(server, "MA");
  const auto ended = rostrumctl("revoke KE" + of(server));
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(ended.out == "The code of KE is void, and its devices are signed out.\n");
  for (client::Client* device : {tablet.get(), phone.get()}) {
    const auto over = device->until_closed();
    CHECK(over.refusal.code() == "revoked");
    CHECK_FALSE(over.refusal.reconnect());
    CHECK(over.close_code == 4002);
  }
  CHECK(sign_in_with(server, server.code("KE")) == "revoked");
  CHECK(other->probe(1));
  CHECK_FALSE(has(rostrumctl("links --data " + server.data().string()).out, server.code("KE")));
  const auto again = rostrumctl("revoke KE" + of(server));
  CHECK(again.status == 1);
  CHECK(again.err == "rostrumctl: the server refused: already_revoked (seat KE)\n");
}

TEST_CASE("P5 rostrumctl issue prints a new code that signs in, and the one before is void, also after a kill") {
  ServerProcess server;
  const auto old = server.code("KE");
  const auto tablet = signed_in(server, "KE");
  const auto ended = rostrumctl("issue KE --json --url https://hall.example" + of(server));
  REQUIRE(ended.status == 0);
  const auto issued = nlohmann::json::parse(ended.out);
  const std::string code = issued.at("code");
  CHECK(issued.at("seat") == "KE");
  CHECK(issued.at("url") == "https://hall.example/join#" + code);
  CHECK(code != old);
  CHECK(tablet->until_closed().refusal.code() == "revoked");
  for (int round = 0; round < 2; ++round) {
    CHECK(sign_in_with(server, old) == "revoked");
    CHECK(sign_in_with(server, code) == "signed in");
    server.kill_hard();
    server.start();
  }
}

TEST_CASE("P5 rostrumctl says what stands in the way of revoking and issuing") {
  ServerProcess server;
  const auto url = of(server);
  CHECK(rostrumctl("issue XX" + url).err == "rostrumctl: the session has no seat \"XX\"\n");
  CHECK(has(rostrumctl("revoke KE --server ftp://h --data " + server.data().string()).err, "is not such as http://"));
  CHECK(rostrumctl("revoke desk" + url).status == 0);  // by the chair
  const auto nobody = rostrumctl("revoke chair" + url);
  CHECK(nobody.status == 1);
  CHECK(has(nobody.err, "no other seat of the desk or the chair"));
  const ServerProcess another;
  const auto elsewhere = rostrumctl("revoke KE --data " + another.data().string() +
                                    " --server http://127.0.0.1:" + std::to_string(server.port()));
  CHECK(has(elsewhere.err, "it runs on another data folder"));
  server.stop();
  const auto down = rostrumctl("issue KE" + url);
  CHECK(down.status == 1);
  CHECK(has(down.err, "no server answers at http://127.0.0.1:"));
}

TEST_CASE("P5 codes expire on a running server: devices are signed out, and a new code lets them in again") {
  const ChangedProgramme programme("  languages:", "  codes_valid_days: 1\n  languages:");
  ServerProcess server({.programme = programme.path(), .clock = "2005-11-29T14:55+01:00,9000"});  // a day in 9.6 s
  const auto tablet = signed_in(server, "KE");
  const auto chair = signed_in(server, "chair");
  const auto over = tablet->until_closed(std::chrono::seconds(60));
  CHECK(over.refusal.code() == "expired_code");
  CHECK_FALSE(over.refusal.reconnect());
  CHECK(over.close_code == 4008);
  CHECK(sign_in_with(server, server.code("KE")) == "expired_code");
  CHECK(chair->probe(1));
  CHECK(sign_in_with(server, server.code("desk")) == "signed in");  // who lets the others in again
  const auto issued = rostrumctl("issue KE --json" + of(server));
  REQUIRE(issued.status == 0);
  CHECK(sign_in_with(server, nlohmann::json::parse(issued.out).at("code")) == "signed in");
}

TEST_CASE("P5 links and the sheet carry the address where people reach the server") {
  const ServerProcess server({.more = {"--url", "https://hall.example/"}});
  const auto list = nlohmann::json::parse(content_of(server.sign_in_list()));
  REQUIRE_FALSE(list.empty());
  for (const auto& line : list)
    CHECK(line.at("url") == "https://hall.example/join#" + line.at("code").get<std::string>());
  const auto desk = signed_in(server, "desk");
  const auto given = desk->ask_sheet("en");
  REQUIRE(given);
  const std::string data = " --data " + server.data().string();
  for (const std::string& html : {std::get<v1::SignInSheet>(*given).html(), rostrumctl("sheet" + data).out}) {
    CHECK(has(html, "https://hall.example/join"));
    CHECK(html.find("127.0.0.1") == std::string::npos);
  }
  CHECK(has(rostrumctl("links" + data).out, "https://hall.example/join#" + server.code("KE")));
  const auto issued = nlohmann::json::parse(rostrumctl("issue KE --json" + of(server)).out);
  CHECK(issued.at("url") == "https://hall.example/join#" + issued.at("code").get<std::string>());
  const Folder other;
  for (const auto* wrong : {"hall.example", "ftp://hall.example", "https://hall.example/floor", "https://",
                            "https://hall.example?hall=1", "https://hall.example/?hall=1", "https://hall.example#a",
                            "https://hall.example//", "https://a b", "https://hall\"example", ""}) {
    INFO(wrong);
    const auto ended = run_server(other.path(), {.more = {"--url", wrong}});
    CHECK(ended.status == 2);
    CHECK(has(ended.err, "is not such as https://hall.example"));
  }
}

TEST_CASE("P5 the sheet holds every code, for the desk over the wire as from rostrumctl, and for nobody else") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  const auto given = desk->ask_sheet("fr");
  REQUIRE(given);
  REQUIRE(std::holds_alternative<v1::SignInSheet>(*given));
  const auto& html = std::get<v1::SignInSheet>(*given).html();
  for (const auto* who : {"chair", "KE", "MA"}) CHECK(has(html, ">" + server.code(who) + "<"));
  const Folder folder;
  const auto file = folder.path() / "sheet.html";
  const auto made = rostrumctl("sheet --language fr --output " + file.string() + " --data " + server.data().string() +
                               " --url http://127.0.0.1:" + std::to_string(server.port()));
  CHECK(made.status == 0);
  CHECK(content_of(file) == html);
  CHECK(std::filesystem::status(file).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK(rostrumctl("sheet --language xx --data " + server.data().string()).status == 2);
  const auto kenya = signed_in(server, "KE");
  const auto refused = kenya->ask_sheet();
  REQUIRE(refused);
  CHECK(std::get<v1::Rejection>(*refused).code() == "unauthorized");
}

TEST_CASE("P6 the desk sees devices come and go") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  auto one = signed_in(server, "KE");
  const auto two = signed_in(server, "KE", client::Codec::json);
  const auto devices = [&](std::uint32_t wanted) {
    return desk->until([&] {
      const auto found = desk->store().presence().find("KE");
      return (found == desk->store().presence().end() ? 0 : found->second) == wanted;
    });
  };
  CHECK(devices(2));
  one->cut();
  CHECK(devices(1));
  const auto screen = signed_in(server, "display");
  CHECK(screen->store().presence().empty());
  CHECK(server.metric("rostrum_devices{role=\"delegate\"}") == 1);
}

TEST_CASE("L14 the desk reads the log, of a panel where asked, and a delegate does not") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  must(*desk, open_meeting());
  must(*desk, open_panel());
  const auto whole = desk->ask_log();
  REQUIRE(whole);
  const auto& log = std::get<v1::Log>(*whole);
  REQUIRE(log.lines_size() >= 3);
  CHECK(log.lines(0).event() == "panel_opened");
  CHECK(log.lines(0).actor() == "desk");
  CHECK(log.lines(log.lines_size() - 1).event() == "session_created");
  const auto of_panel = desk->ask_log(panel);
  REQUIRE(of_panel);
  CHECK(std::get<v1::Log>(*of_panel).lines(0).event() == "panel_opened");
  for (const auto& line : std::get<v1::Log>(*of_panel).lines())
    CHECK((line.event() == "panel_opened" || line.event() == "list_opened"));
  const auto kenya = signed_in(server, "KE");
  const auto refused = kenya->ask_log();
  REQUIRE(refused);
  CHECK(std::get<v1::Rejection>(*refused).code() == "unauthorized");
}

TEST_CASE("P5 guesses are counted by the address that a trusted proxy tells, and only then") {
  const std::string few = "guesses_per_second_max=1,guesses_burst_max=3";
  const auto guess = [](const ServerProcess& server, const std::string& from) {
    return sign_in_with(server, "0000-0000", from);
  };
  constexpr int most = 100;  // more than the burst, by far: a slow machine gives tokens back meanwhile
  SECTION("with the setting") {
    const ServerProcess server({.limits = few, .more = {"--trust-forwarded"}});
    int guesses = 0;
    while (guess(server, "203.0.113.5, 192.0.2.1") != "too_fast" && guesses < most) ++guesses;
    CHECK(guesses < most);
    CHECK(guess(server, "192.0.2.2") == "unknown_code");
    CHECK(sign_in_with(server, server.code("chair"), "192.0.2.2") == "signed in");
  }
  SECTION("without it the header says nothing") {
    const ServerProcess server({.limits = few});
    int guesses = 0;
    while (guess(server, "192.0.2." + std::to_string(guesses)) != "too_fast" && guesses < most) ++guesses;
    CHECK(guesses < most);
  }
}
