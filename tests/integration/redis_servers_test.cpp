// A node's questions on lines to real Redis servers: what is answered and what is not, who is listened to, and what is
// told of a server that is away, refuses, or is one with another.
#include "ledger/redis/servers.hpp"

#include <algorithm>
#include <map>

#include "integration/support/redis_lines.hpp"
#include "ledger/agreed/driving.hpp"
#include "ledger/redis/requests.hpp"

namespace rostrum::ledger::redis {
namespace {

using test::address_of;
using test::fit;
using test::fit_and;
using test::free_port;
using test::Hall;
using test::RedisLine;
using test::RedisProcess;
using test::terms_of;
using Is = ServerStanding::Is;

const SessionId session{"session-1"};
const Right right{.term = {}, .writer = "writer"};

/// The n-th candidate for a life.
std::string life_of(std::uint8_t number) { return hex(std::string(16, static_cast<char>(number))); }

/// Servers as a node has them, and all that comes of them.
struct Around final : Servers::End {
  Around(Hall& of, const std::vector<Address>& addresses, const LineLimits& limits = {})
      : hall(of),
        heard_of(addresses.size()),
        listened_to(addresses.size(), false),
        servers({.strand = of.strand(),
                 .session = session,
                 .servers = terms(addresses, limits),
                 .random = [this](auto bytes) { std::ranges::fill(bytes, ++lives); },
                 .moment = [this] { return now; },
                 .end = *this}) {}

  static std::vector<Terms> terms(const std::vector<Address>& addresses, const LineLimits& limits) {
    std::vector<Terms> all;
    for (const Address& address : addresses) all.push_back(terms_of(address, limits));
    return all;
  }

  void replied(std::uint64_t id, const Reply& reply) override {
    CHECK_FALSE(carries);
    answers.emplace(id, reply);
  }
  void heard(ServerNumber server, std::string_view message) override { heard_of[server].emplace_back(message); }
  void listens(ServerNumber server, bool listening) override { listened_to[server] = listening; }
  void changed(ServerNumber server) override { told[server] = servers.standing_of(server); }

  std::uint64_t ask(ServerNumber server, Question question, const SetId& as = set) {
    carries = true;
    servers.carry({.id = ++asked, .server = server, .set = as, .question = std::move(question)});
    carries = false;
    return asked;
  }
  /// The answer in words.
  std::string says(ServerNumber server, const Question& question, const SetId& as = set) {
    const std::uint64_t id = ask(server, question, as);
    hall.until([&] { return answers.contains(id); });
    return words_of(answers.at(id).is);
  }
  void until(ServerNumber server, Is is) {
    hall.until([&] { return servers.standing_of(server).is == is; });
    CHECK(told[server] == servers.standing_of(server));
  }
  /// It can be used, whether it holds a log or not.
  void until_answers(ServerNumber server) {
    hall.until([&] { return servers.standing_of(server).answers(); });
    CHECK(told[server] == servers.standing_of(server));
  }
  [[nodiscard]] const std::string& words(ServerNumber server) const { return servers.standing_of(server).words; }
  /// The server holds an empty log.
  void begin(ServerNumber server) {
    REQUIRE(says(server, ask::Confirm{.right = right, .seq = {}}) == "stranger");
    REQUIRE(says(server, ask::Admit{.right = right, .life = answers.at(asked).life}) == "admitted");
  }

  Hall& hall;
  Moment now;
  std::uint8_t lives = 0;  // candidates
  bool carries = false;
  std::uint64_t asked = 0;
  std::map<std::uint64_t, Reply> answers;
  std::vector<std::vector<std::string>> heard_of;
  std::vector<bool> listened_to;
  std::map<ServerNumber, ServerStanding> told;
  Servers servers;
};

const Question nothing = ask::Confirm{.right = right, .seq = {}};
Question append(const SharedEntry& entry) { return ask::Append{.right = right, .entry = entry}; }

}  // namespace

TEST_CASE("A Redis server that does not know a script is asked once more in full, with the same candidate for a life") {
  RedisProcess server(fit);
  Hall hall;
  Around around(hall, {address_of(server)});
  around.until(0, Is::ready);
  around.lives = 100;
  CHECK(around.says(0, nothing) == "stranger");
  CHECK(around.answers.at(around.asked).life == life_of(101));
  around.begin(0);
  RedisLine line(server);
  for (const SharedEntry& entry : log_of({1, 1, 1})) {
    REQUIRE(line.says({"SCRIPT", "FLUSH"}) == "OK");
    CHECK(around.says(0, append(entry)) == "stands " + std::to_string(entry->seq.value));
  }
  CHECK(around.words(0) == "ready");
  CHECK(around.servers.troubles_of(0).by_kind().empty());
}

TEST_CASE("What a Redis server that is away is asked has no answer, and it is said why it is until it is back") {
  RedisProcess server(fit), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(other)});
  around.ask(0, nothing);  // before it has been reached
  around.until_answers(0);
  around.until_answers(1);
  CHECK(around.listened_to == std::vector{true, true});
  server.kill_hard();
  around.until(0, Is::away);
  around.ask(0, nothing);
  hall.until([&] { return !around.listened_to[0] && around.words(0).starts_with("it cannot be reached: "); });
  CHECK(around.says(1, nothing) == "stranger");
  CHECK(around.servers.troubles_of(0).unanswered_for(NoReply::Why::away) == 2);
  CHECK(around.answers.size() == 1);
  server.start();
  around.until_answers(0);
  CHECK(around.listened_to[0]);
  CHECK(around.says(0, nothing) == "stranger");
}

TEST_CASE("What is told by way of a Redis server is heard, with the server that it was told by") {
  RedisProcess server(fit), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(other)});
  around.until_answers(0);
  around.until_answers(1);
  const auto message = std::make_shared<const Sealed>("what is told");
  CHECK(around.says(1, ask::Tell{message}) == "told");
  hall.until([&] { return !around.heard_of[1].empty(); });
  CHECK(around.heard_of == std::vector<std::vector<std::string>>{{}, {"what is told"}});
}

TEST_CASE("What would be told by way of a Redis server that is away goes by way of another, until it is back") {
  RedisProcess server(fit), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(other)});
  around.until_answers(0);
  around.until_answers(1);
  server.kill_hard();
  around.until(0, Is::away);
  const auto message = std::make_shared<const Sealed>("what is told");
  CHECK(around.says(0, ask::Tell{message}) == "told");
  hall.until([&] { return !around.heard_of[1].empty(); });
  CHECK(around.heard_of == std::vector<std::vector<std::string>>{{}, {"what is told"}});
  server.start();
  around.until_answers(0);
  CHECK(around.says(0, ask::Tell{message}) == "told");
  hall.until([&] { return !around.heard_of[0].empty(); });
  CHECK(around.heard_of[1].size() == 1);
}

TEST_CASE("What would be told by way of a Redis server that has fallen silent goes by way of one that has not") {
  RedisProcess server(fit), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(other)});
  around.until_answers(0);
  around.until_answers(1);
  const auto message = std::make_shared<const Sealed>("what is told");
  const auto heard_by = [&](ServerNumber number) {
    return
        [&around, number, before = around.heard_of[number].size()] { return around.heard_of[number].size() > before; };
  };
  around.now = seconds(1);
  RedisLine line(other);
  REQUIRE(line.ask({"PUBLISH", channel_of(session), "a bell"})->integer == 1);
  hall.until(heard_by(1));
  const auto heard = heard_by(1);
  CHECK(around.says(0, ask::Tell{message}) == "told");
  hall.until(heard);
  CHECK(around.heard_of[0].empty());
  const auto by_both = heard_by(0);
  REQUIRE(RedisLine(server).ask({"PUBLISH", channel_of(session), "a bell"})->integer == 1);
  hall.until(by_both);
  const auto again = heard_by(0);
  CHECK(around.says(0, ask::Tell{message}) == "told");
  hall.until(again);
}

TEST_CASE("A Redis server that has no room takes no entry, which is said with its cure until it takes one again") {
  RedisProcess server(fit), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(other)});
  around.until_answers(0);
  around.until_answers(1);
  around.begin(0);
  const Log log = log_of({1});
  RedisLine line(server);
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "1"}) == "OK");
  const std::uint64_t in_vain = around.ask(0, append(log.front()));
  around.until(0, Is::faulty);
  CHECK(around.words(0).starts_with("no_room (OOM "));
  CHECK(around.words(0).ends_with(cure_of(FaultKind::no_room)));
  CHECK(around.says(0, nothing) == "confirmed");
  CHECK(around.servers.standing_of(0).is == Is::faulty);
  CHECK(around.servers.standing_of(1).answers());
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "0"}) == "OK");
  CHECK(around.says(0, append(log.front())) == "stands 1");
  CHECK(around.words(0) == "ready");
  CHECK_FALSE(around.answers.contains(in_vain));
  CHECK(around.servers.troubles_of(0).by_kind().at(FaultKind::no_room).count == 1);
}

TEST_CASE("Of two addresses that are one Redis server the later is neither asked nor listened to, and named") {
  const std::string port = free_port();
  RedisProcess server(fit_and({"--port", port})), other(fit);
  Hall hall;
  Around around(hall, {address_of(server), address_of(port), address_of(other)});
  around.until_answers(0);
  around.until(1, Is::twice);
  around.until_answers(2);
  const std::string by = "redis://127.0.0.1:" + port;
  CHECK(around.words(1).ends_with(by + " are one server, which would be counted twice: name another one"));
  const std::uint64_t in_vain = around.ask(1, nothing);
  RedisLine line(server);
  REQUIRE(line.ask({"PUBLISH", channel_of(session), "to all"})->integer == 2);
  hall.until([&] { return !around.heard_of[0].empty(); });
  CHECK(around.says(0, nothing) == "stranger");
  hall.pass(std::chrono::milliseconds(1'500));  // it is looked at by ourselves
  CHECK_FALSE(around.answers.contains(in_vain));
  CHECK(around.heard_of[1].empty());
  CHECK(around.listened_to == std::vector{true, false, true});
}

TEST_CASE("A Redis server that has a copy of another's data is neither asked nor listened to until it has lost it") {
  RedisProcess server(fit), copy(fit);
  Hall hall;
  for (const RedisProcess* each : {&server, &copy})
    REQUIRE(RedisLine(*each).ask({"HSET", keys_of(session)[0], "life", "life-1"})->integer == 1);
  Around around(hall, {address_of(server), address_of(copy)});
  around.until(1, Is::twice);
  CHECK(around.words(1).ends_with(
      " hold the same, life and all, which would be counted twice: empty the one that is a copy"));
  around.until(0, Is::empty);
  CHECK(around.says(0, nothing) == "stranger");
  CHECK(around.answers.at(around.asked).life == "life-1");
  const std::uint64_t in_vain = around.ask(1, nothing);
  REQUIRE(RedisLine(copy).says({"FLUSHALL"}) == "OK");
  around.until(1, Is::empty);
  CHECK(around.listened_to == std::vector{true, true});
  CHECK(around.says(1, nothing) == "stranger");
  CHECK_FALSE(around.answers.contains(in_vain));
}

TEST_CASE("A Redis server that falls silent while it is asked nothing is noticed by the line for questions too") {
  RedisProcess server(fit);
  Hall hall;
  Around around(hall, {address_of(server)}, {.silent_most = seconds(2)});
  around.until_answers(0);
  server.freeze();
  around.until(0, Is::away);  // deaf, where the other line alone had noticed
  CHECK(around.words(0) == "it has been silent for too long");
  server.thaw();
  around.until_answers(0);
  CHECK(around.asked == 0);
}

}  // namespace rostrum::ledger::redis
