// Robots on a real server: the program behind tools/rehearse plays a hall, and what it noted is held against the log.
#include <fstream>
#include <set>
#include <utility>

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include "faults/checker.hpp"
#include "integration/support/floor.hpp"
#include "robots/hall.hpp"
#include "robots/rehearsal.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr auto long_enough = std::chrono::seconds(60);

/// The program, which is ended with the value where it has not ended.
class Robots {
 public:
  explicit Robots(std::vector<std::string> words) {
    words.insert(words.begin(), ROSTRUM_REHEARSE);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    REQUIRE(posix_spawn(&pid_, argv[0], nullptr, nullptr, argv.data(), environ) == 0);
  }
  ~Robots() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  Robots(const Robots&) = delete;
  Robots& operator=(const Robots&) = delete;

  void send_stop() const { REQUIRE(::kill(pid_, SIGTERM) == 0); }
  int status() {
    int status = 0;
    REQUIRE(::waitpid(std::exchange(pid_, -1), &status, 0) > 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
};

std::vector<robots::NotedAck> acks_in(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<robots::NotedAck> acks;
  for (robots::NotedAck ack; in >> ack.seat >> ack.command_id >> ack.seq >> ack.index;) acks.push_back(ack);
  return acks;
}

std::set<std::string> acts_in_log(const ServerProcess& server) {
  std::set<std::string> acts;
  for (const auto& act : log_of(server)) acts.insert(act.at("act").get<std::string>());
  return acts;
}

}  // namespace

TEST_CASE("a rehearsal meets, hears delegations, rules on a point of order, and the log has every act it was told of") {
  const Folder folder;
  ServerProcess server({.clock = "2005-11-29T14:55+01:00,300"});
  const auto desk = signed_in(server, "desk");
  Robots robots({"--server", "http://127.0.0.1:" + std::to_string(server.port()), "--sign-in-json",
                 server.sign_in_list(), "--acks", folder.path() / "acks", "--delegations", "40", "--seed", "5"});
  std::set<std::string> heard;
  bool point = false, ruled = false;
  const auto lively = [&] {
    const auto& floor = robots::floor_of(desk->store(), robots::panel_under_way(desk->store()).id());
    const auto& speaking = client::speaking(floor);
    const bool before_chair = client::point_before_chair(floor) != nullptr;
    if (speaking.speech() != 0 && !before_chair && !speaking.delegation().empty()) heard.insert(speaking.delegation());
    if (point && !before_chair) ruled = true;
    point = before_chair;
    return heard.size() >= 4 && ruled;
  };
  const auto lived = desk->until(lively, long_enough);
  INFO(heard.size() << " delegations were heard, and a point of order was " << (ruled ? "" : "not ") << "ruled on");
  REQUIRE(lived);
  robots.send_stop();
  CHECK(robots.status() == 0);

  const auto acts = acts_in_log(server);
  for (const char* act : {"open_meeting", "open_panel", "request_floor", "submit_statement", "give_floor",
                          "reach_paragraph", "raise_point_of_order", "recognise_point_of_order", "rule_point_of_order"})
    CHECK(acts.contains(act));
  CHECK(server.stop().status == 0);
  const auto log = faults::read_log(server.data(), {}, 0);
  REQUIRE(log);
  const auto acks = acks_in(folder.path() / "acks");
  CHECK(acks.size() > 20);
  for (const auto& ack : acks) {
    INFO(ack.command_id << " of " << ack.seat);
    const auto found = log->acts.find({ack.seat, ack.command_id});
    REQUIRE(found != log->acts.end());
    CHECK(found->second.seq == ack.seq);
    CHECK(found->second.index == ack.index);
  }
}

TEST_CASE("where a person chairs, robots ask for the floor and speak, and leave the chair's acts alone") {
  ServerProcess server({.clock = "2005-11-29T14:55+01:00,300"});
  const auto chair = presiding(server);
  Robots robots({"--server", "http://127.0.0.1:" + std::to_string(server.port()), "--sign-in-json",
                 server.sign_in_list(), "--roles", "delegates", "--delegations", "10"});
  REQUIRE(chair->until([&] { return queue_of(*chair).entries_size() >= 2; }, long_enough));
  CHECK(floor_of(*chair).speech() == 0);
  const auto first = queue_of(*chair).entries(0);
  const auto given = chair->act(give_floor(first));  // which may have withdrawn in this very moment
  REQUIRE(given);
  if (std::holds_alternative<v1::Ack>(*given)) {
    const auto over = [&] { return floor_of(*chair).speech() == 0; };
    CHECK(chair->until(over, long_enough));  // the delegation gives the floor back
  }
  robots.send_stop();
  CHECK(robots.status() == 0);
  std::set<std::string> by_robots;
  for (const auto& act : log_of(server))
    if (act.at("actor") != "chair" && act.at("actor") != "system") by_robots.insert(act.at("act").get<std::string>());
  CHECK(by_robots.contains("request_floor"));
  for (const char* act : {"give_floor", "open_list", "close_list", "rule_point_of_order"})
    CHECK_FALSE(by_robots.contains(act));
}

TEST_CASE("robots without a server, or with words they do not know, end and say so by their status") {
  const Folder folder;
  folder.write("none.json", "[]");
  folder.write("wrong.json", "{}");
  const std::string none = folder.path() / "none.json", wrong = folder.path() / "wrong.json";
  CHECK(Robots({"--server", "http://127.0.0.1:1", "--sign-in-json", none}).status() == 2);
  CHECK(Robots({"--server", "http://127.0.0.1:1", "--sign-in-json", wrong}).status() == 2);
  CHECK(Robots({"--server", "127.0.0.1", "--sign-in-json", none}).status() == 2);
  CHECK(Robots({"--server", "http://127.0.0.1:1"}).status() == 2);
  folder.write("one.json", R"([{"role": "chair", "delegation": "", "name": "chair", "code": "7K3M-Q0ZX"}])");
  const std::string one = folder.path() / "one.json";
  CHECK(Robots({"--server", "http://127.0.0.1:1", "--sign-in-json", one, "--roles", "chairs"}).status() == 2);
  CHECK(Robots({"--server", "http://127.0.0.1:1", "--sign-in-json", one, "--minutes", "0.01"}).status() == 1);
}

TEST_CASE("the same seed draws the same cast, and plays one seat of each delegation") {
  std::vector<robots::SignIn> all{{"chair", "", "chair", "a"}, {"desk", "", "desk", "b"}};
  for (const char* id : {"KE", "CL", "MA", "PH", "FR", "JP"}) {
    all.push_back({"delegate", id, id, "c"});
    all.push_back({"delegate", id, std::string(id) + "-1", "d"});
  }
  const auto names = [&](const robots::Cast& cast, std::uint64_t seed) {
    std::vector<std::string> out;
    for (const auto& one : robots::drawn(all, cast, seed)) out.push_back(one.name);
    return out;
  };
  CHECK(names({}, 3).size() == 8);
  CHECK(names({}, 3) == names({}, 3));
  CHECK(names({}, 3) != names({}, 4));
  CHECK(names({{robots::Part::delegates}, 2}, 3).size() == 2);
  CHECK(names({{robots::Part::chair}, 0}, 3) == std::vector<std::string>{"chair"});
}

TEST_CASE("a speaker is at the paragraph that 110 words a minute lead to") {
  v1::Statement statement;
  auto& text = *statement.add_texts();
  text.set_language("en");
  std::string ten_words = "one two three four five six seven eight nine ten";
  for (int count = 0; count < 3; ++count) text.add_paragraphs(ten_words);
  CHECK(robots::paragraph_reached(statement, "en", seconds(0)) == 1);
  CHECK(robots::paragraph_reached(statement, "en", seconds(5)) == 1);
  CHECK(robots::paragraph_reached(statement, "fr", seconds(6)) == 2);
  CHECK(robots::paragraph_reached(statement, "en", seconds(600)) == 3);
  CHECK(robots::paragraph_reached({}, "en", seconds(600)) == 0);
}
