// Several sessions on one server share nothing (N7).
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <set>

#include <fcntl.h>
#include <unistd.h>

#include "integration/support/raw_socket.hpp"
#include "integration/support/two_sessions.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;
using v1::ServerItem;

namespace {

const std::array committees{&azurite, &basalt};

const Committee& other(const Committee& one) { return one.word == azurite.word ? basalt : azurite; }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

v1::Command with_id(v1::Command command, const std::string& id) {
  command.set_id(id);
  return command;
}

/// What has been sent to the client until now has arrived when this returns.
void catch_up(client::Client& client) { REQUIRE(client.probe(0)); }

/// A panel and its list are opened, and both delegations are on its list.
std::unique_ptr<client::Client> at_work(const TwoSessions& both, const Committee& committee) {
  auto chair = both.come(committee, "chair");
  must(*chair, open_meeting());
  must(*chair, open_panel());
  must(*chair, open_list());
  list(*chair, {"KE", "CL"});
  return chair;
}

nlohmann::json rostrumctl(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out";
  REQUIRE(std::system((ROSTRUM_CTL " " + arguments + " >" + out.string()).c_str()) == 0);
  std::ifstream in(out);
  return nlohmann::json::parse(in);
}

/// A shell that gives a committee's folder a disk of 12 MiB, which only the server that it becomes sees: as root, or
/// where users have namespaces.
std::vector<std::string> with_small_disk(const Committee& of) {
  std::vector<std::string> command{"/usr/bin/unshare", "--mount", "--propagation", "unchanged"};
  if (::geteuid() != 0) command.push_back("--map-root-user");
  // In a chroot the root is no mount: those there stay as private as they were.
  const std::string mount = "mount --make-rprivate / 2>/dev/null; mkdir -p \"$5/$0\" && mount -t tmpfs -o size=12m "
                            "tmpfs \"$5/$0\" && exec \"$@\"";
  command.insert(command.end(), {"/bin/sh", "-c", mount, of.id});
  return command;
}

/// Writes a file until there is no room: down to the last page, for what a page lends is not taken.
void fill_disk(const std::filesystem::path& filler) {
  const int file = ::open(filler.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  REQUIRE(file >= 0);
  for (std::size_t block = 65'536; block >= 4'096; block /= 4) {
    const std::vector<char> bytes(block, 'x');
    while (::write(file, bytes.data(), block) == static_cast<ssize_t>(block)) continue;
  }
  ::close(file);
}

/// Asks the server until it answers as wanted; false after a time that is far longer than it needs.
bool comes_true(const std::function<bool()>& wanted) {
  const auto given_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!wanted())
    if (std::chrono::steady_clock::now() > given_up) return false;
  return true;
}

/// The devices of a seat, as a desk was told last; 0 where it was told of none.
unsigned devices(const client::Client& desk, const std::string& seat) {
  unsigned count = 0;
  for (const auto& item : desk.items()) {
    if (!item.has_presence()) continue;
    if (item.presence().whole()) count = 0;
    for (const auto& one : item.presence().seats())
      if (one.seat() == seat) count = one.devices();
  }
  return count;
}

}  // namespace

TEST_CASE("N7 an act in one session appears there, and the other stands as it stood", "[sessions]") {
  const TwoSessions both;
  const auto chair = both.come(basalt, "chair");
  std::vector<std::unique_ptr<client::Client>> watching;
  for (const auto* who : everyone) watching.push_back(both.come(basalt, who, Codec::json));
  std::vector<std::map<std::string, std::string>> before;
  for (const auto& client : watching) before.push_back(picture(client->store()));

  const auto acting = at_work(both, azurite);
  CHECK(listed(*acting) == List{"KE", "CL"});
  for (std::size_t i = 0; i < watching.size(); ++i) {
    catch_up(*watching[i]);
    CHECK(count(*watching[i], ServerItem::kPatch) == 0);
    CHECK(watching[i]->store().seq() == 1);
    CHECK(picture(watching[i]->store()) == before[i]);
  }
  CHECK(must(*chair, open_meeting()).seq() == 2);
  CHECK(both.metric(azurite, "rostrum_seq") == 6);
  CHECK(both.metric(basalt, "rostrum_seq") == 2);
}

TEST_CASE("N7 every byte that a role of one session is sent holds nothing of the other", "[sessions][privacy]") {
  TwoSessions both;
  std::map<std::string, std::map<std::string, std::unique_ptr<client::Client>>> present;  // by session and role
  bool json = false;
  for (const auto* committee : committees) {
    for (const auto* who : everyone) {
      json = !json;
      present[committee->id][who] = both.come(*committee, who, json ? Codec::json : Codec::protobuf);
    }
    json = !json;
  }
  for (const auto* committee : committees) {
    auto& of = present.at(committee->id);
    auto& chair = *of.at("chair");
    auto& desk = *of.at("desk");
    const std::string words = committee->canary;
    must(chair, open_meeting());
    must(chair, open_panel());
    must(chair, open_list());
    must(*of.at("KE"), request_floor());
    must(chair, request_floor("CL"));
    must(*of.at("KE"), submit(entry_for(chair, "KE"), "A text of " + words));
    must(desk, submit(entry_for(chair, "CL"), "Another text of " + words));
    must(desk, release(entry_for(chair, "CL")));
    must(desk, notice(to_all(), "To all of " + words));
    must(desk, notice(to_audience(v1::AUDIENCE_BOOTH), "To the booths of " + words));
    must(desk, notice(to_delegation("KE"), "To Kenya at " + words));
    must(*of.at("KE"), request_help("Help with " + words));
    reaches(chair, must(*of.at("CL"), raise_point("A point about " + words)).seq());
    must(chair, remove_entry(point_of(chair, "CL")->entry()));
    must(chair, set_title("The new title of " + words));
    const auto speech = give_to(chair, "KE");
    must(*of.at("interpreter"), raise_signal(v1::SIGNAL_KIND_SPEAK_SLOWLY));
    must(chair, end_speech(speech.speech()));
    for (const auto* who : {"chair", "desk"}) {
      const auto log = of.at(who)->ask_log();
      REQUIRE(log);
      CHECK(std::get<v1::Log>(*log).lines_size() > 10);
      const auto sheet = of.at(who)->ask_sheet();
      REQUIRE(sheet);
      const std::string html = std::get<v1::SignInSheet>(*sheet).html();
      for (const auto* seat : everyone) {
        CHECK(has(html, both.code(*committee, seat)));
        CHECK_FALSE(has(html, both.code(other(*committee), seat)));
      }
    }
  }
  for (const auto* committee : committees) {
    for (const auto& [who, client] : present.at(committee->id)) {
      CAPTURE(committee->id, who);
      catch_up(*client);
      CHECK(count(*client, ServerItem::kPatch) > 0);
      CHECK(has(client->messages(), committee->word));
      CHECK_FALSE(has(client->messages(), other(*committee).word));
    }
  }
  for (const auto* path : {"/", "/join", "/metrics", "/readyz", "/healthz"})
    CHECK_FALSE(has(get(both.server.port(), path).body, "canary"));
  const auto ended = both.server.stop();
  CHECK(has(ended.err, "event=signed_in session=" + azurite.id));
  CHECK_FALSE(has(ended.err, "canary"));
}

TEST_CASE("N7 a code leads into its own session and into no other", "[sessions]") {
  const TwoSessions both;
  std::set<std::string> codes;
  for (const auto* committee : committees) {
    for (const auto* who : everyone) {
      CHECK(codes.insert(both.code(*committee, who)).second);
      const auto client = both.come(*committee, who);  // which checks the session
      CHECK(client->store().find("panel/high-level")->panel().title().at("en") == "The panel of " + committee->canary);
    }
  }
  CHECK(both.metric(azurite, "rostrum_sign_ins_total") == everyone.size());
  CHECK(both.metric(basalt, "rostrum_sign_ins_total") == everyone.size());
  RawWebSocket guess(both.server.port());
  guess.sign_in("C0DEC0DE");
  CHECK(guess.close_code() == 4001);
}

TEST_CASE("N7 what a device holds of one session is not gone on from in the other", "[sessions]") {
  const TwoSessions both;
  const auto chair = at_work(both, azurite);
  const auto also = at_work(both, basalt);
  REQUIRE(chair->store().seq() == also->store().seq());
  for (const auto* who : {"KE", "display", "desk"}) {
    const auto fresh = both.come(basalt, who);
    const auto former = both.come(azurite, who);
    auto device =
        client::Client::connect({.port = both.server.port(), .keeps_messages = true}, Codec::protobuf, former->store());
    REQUIRE(device);
    const auto hello = (*device)->sign_in(both.code(basalt, who));
    REQUIRE(hello);
    CHECK_FALSE(hello->resumed());
    CHECK(hello->session() == basalt.id);
    CHECK_FALSE(has((*device)->messages(), azurite.word));
    CHECK(picture((*device)->store()) == picture(fresh->store()));
    // And the one that goes on where it was does.
    auto again = client::Client::connect({.port = both.server.port()}, Codec::protobuf, former->store());
    REQUIRE(again);
    CHECK((*again)->sign_in(both.code(azurite, who)).value().resumed());
  }
}

TEST_CASE("N7 the same seat's command of the same id acts in each session, once", "[sessions]") {
  const TwoSessions both;
  for (const auto* committee : committees) {
    const auto chair = both.come(*committee, "chair");
    const auto first = must(*chair, with_id(open_meeting(), "same-id"));
    CHECK(first.seq() == 2);
    CHECK(must(*chair, with_id(open_meeting(), "same-id")).seq() == 2);
    CHECK(refused(*chair, with_id(open_panel(), "same-id")) == "command_id_reused");
    CHECK(both.metric(*committee, "rostrum_duplicates_total") >= 1);
  }
}

TEST_CASE("N7 a session whose disk is full is held until there is room, and the other goes on", "[sessions][disk]") {
  TwoSessions both(with_small_disk(azurite));
  const auto chair = at_work(both, azurite);
  const auto also = at_work(both, basalt);
  // The disk is the server's alone: here its folder is looked at through the server's eyes.
  const std::filesystem::path seen =
      "/proc/" + std::to_string(both.server.pid()) + "/root" + both.folder(azurite).string();
  fill_disk(seen / "filler");
  const auto before = both.metric(azurite, "rostrum_seq");

  std::string outcome = "accepted";  // of some acts yet, which the journal had reserved room for
  for (int act = 0; act < 200 && outcome == "accepted"; ++act)
    outcome = refused(*chair, set_title("A title of some length, the " + std::to_string(act) + "th"));
  CHECK(outcome == "held");
  const auto ready = get(both.server.port(), "/readyz");
  CHECK(ready.status == 503);
  CHECK(has(ready.body, "journal of " + azurite.id));
  CHECK_FALSE(has(ready.body, basalt.id));
  const auto given = give_to(*also, "KE");
  must(*also, end_speech(given.speech()));
  CHECK(listed(*also) == List{"CL"});
  const auto held_at = both.metric(azurite, "rostrum_seq");
  // Two tries for room and nobody acts, which once was enough to be called ready.
  const auto tries = [&] { return both.metric(azurite, "rostrum_room_tries_total"); };
  const auto tried = tries();
  CHECK(comes_true([&] { return tries() >= tried + 2; }));
  CHECK(get(both.server.port(), "/readyz").status == 503);
  CHECK(both.metric(azurite, "rostrum_held") == 1);
  CHECK(held_at >= before);

  std::filesystem::remove(seen / "filler");
  CHECK(comes_true([&] { return get(both.server.port(), "/readyz").status == 200; }));  // which needs no act
  const auto taken = must(*chair, with_id(set_title("There is room again"), "after"));
  CHECK(taken.seq() == held_at + 1);
  give_to(*chair, "KE");
  CHECK(both.server.stop().status == 0);
}

TEST_CASE("N7 after a kill both sessions are there again, and each device goes on where it was", "[sessions]") {
  TwoSessions both;
  std::map<std::string, std::unique_ptr<client::Client>> chairs;
  for (const auto* committee : committees) chairs[committee->id] = at_work(both, *committee);
  must(*chairs.at(basalt.id), set_title("Only here, in " + basalt.canary));
  for (const auto* committee : committees) catch_up(*chairs.at(committee->id));
  both.server.kill_hard();
  both.server.start();
  for (const auto* committee : committees) {
    auto& before = *chairs.at(committee->id);
    const auto fresh = both.come(*committee, "chair");
    CHECK(picture(fresh->store()) == picture(before.store()));
    const auto resumed = both.come(*committee, "chair", Codec::protobuf, before.store());
    CHECK(count(*resumed, ServerItem::kSnapshot) == 0);
    CHECK(listed(*resumed) == List{"KE", "CL"});
    must(*resumed, give_floor(entry_for(*resumed, "KE")));
  }
}

TEST_CASE("N7 revoking a seat in one session leaves the seat of that name in the other", "[sessions]") {
  const TwoSessions both;
  const auto desk = both.come(azurite, "desk");
  const auto gone = both.come(azurite, "KE");
  const auto stays = both.come(basalt, "KE");
  must(*desk, revoke_seat("KE"));
  CHECK(gone->until_closed().refusal.code() == "revoked");
  must(*desk, issue_code("KE"));
  catch_up(*stays);
  CHECK(both.come(basalt, "KE")->store().seq() == 1);
  auto old = client::Client::connect({.port = both.server.port()}, Codec::protobuf);
  REQUIRE(old);
  const auto hello = (*old)->sign_in(both.code(azurite, "KE"));
  REQUIRE_FALSE(hello);
  CHECK(hello.error().refusal.code() == "revoked");
  const auto line = rostrumctl("links --json --data " + both.folder(azurite).string());
  const auto found =
      std::find_if(line.begin(), line.end(), [](const auto& one) { return one.at("delegation") == "KE"; });
  REQUIRE(found != line.end());
  CHECK(found->at("session").get<std::string>() == azurite.id);
  REQUIRE((*client::Client::connect({.port = both.server.port()}, Codec::protobuf))
              ->sign_in(found->at("code").get<std::string>()));
}

TEST_CASE("N7 a desk is told of the devices of its own session", "[sessions]") {
  const TwoSessions both;
  const auto desk = both.come(azurite, "desk");
  const auto other_desk = both.come(basalt, "desk");
  const auto one = both.come(azurite, "KE");
  const auto two = both.come(azurite, "KE");
  const auto three = both.come(basalt, "CL");
  sees(*desk, [&] { return devices(*desk, "KE") == 2; });
  sees(*other_desk, [&] { return devices(*other_desk, "CL") == 1; });
  catch_up(*desk);
  CHECK(devices(*desk, "CL") == 0);
  CHECK(devices(*other_desk, "KE") == 0);
  CHECK(devices(*other_desk, "desk") == 1);
  CHECK(both.metric(azurite, "rostrum_devices", "role=\"delegate\"") == 2);
  CHECK(both.metric(basalt, "rostrum_devices", "role=\"delegate\"") == 1);
  CHECK(both.metric(azurite, "rostrum_following", "audience=\"delegate\"") == 2);
}

TEST_CASE("N7 rostrumctl reads one session, and acts on it alone", "[sessions]") {
  const TwoSessions both;
  const auto chair = at_work(both, azurite);
  const auto data = [&](const Committee& of) { return " --data " + both.folder(of).string(); };
  const auto log = rostrumctl("log --json" + data(azurite)).dump();
  CHECK(has(log, "request_floor"));
  CHECK_FALSE(has(log, basalt.word));
  CHECK_FALSE(has(rostrumctl("log --json" + data(basalt)).dump(), "request_floor"));
  const auto to = " --json --server http://127.0.0.1:" + std::to_string(both.server.port());
  (void)rostrumctl("revoke CL" + data(basalt) + to);
  CHECK(both.metric(basalt, "rostrum_seq") == 2);
  CHECK(both.metric(azurite, "rostrum_seq") == 6);
  CHECK(both.come(azurite, "CL")->store().seq() == 6);
}

TEST_CASE("N7 a stop lets the clients of every session know", "[sessions]") {
  TwoSessions both;
  const auto chair = both.come(azurite, "chair");
  const auto display = both.come(basalt, "display", Codec::json);
  must(*chair, open_meeting());
  both.server.send_stop();
  for (const auto* client : {chair.get(), display.get()})
    CHECK(const_cast<client::Client*>(client)->until_closed().refusal.code() == "going_away");
  CHECK(both.server.wait().status == 0);
}

TEST_CASE("N7 the start tells how to sign in to each session", "[sessions]") {
  TwoSessions both;
  const auto said = both.server.out() + both.server.stop().out;
  for (const auto* committee : committees) {
    const auto at = said.find("\nSession " + committee->id + "\nSign in with\n");
    REQUIRE(at != std::string::npos);
    CHECK(said.find("/join#" + both.code(*committee, "chair"), at) != std::string::npos);
  }
}
