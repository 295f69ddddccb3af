// Lines to real Redis servers: what goes over them, and what is told where a server is away, frozen, or not fit.
#include <chrono>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <catch2/catch.hpp>

#include "integration/support/redis_talk.hpp"
#include "ledger/redis/answers.hpp"
#include "ledger/redis/link.hpp"
#include "ledger/redis/subscription.hpp"

namespace rostrum::ledger::redis {
namespace {

namespace asio = boost::asio;
using test::address_of;
using test::fit;
using test::fit_and;
using test::free_port;
using test::Hall;
using test::has;
using test::impatient;
using test::RedisLine;
using test::RedisProcess;
using test::Talk;
using test::terms_of;
using test::words_once;
using Is = Standing::Is;

/// How often the server was looked at.
int looks_at(RedisLine& line) {
  const std::string counts = line.says({"INFO", "commandstats"}), of_looks = "cmdstat_config|get:calls=";
  const std::size_t found = counts.find(of_looks);
  return found == std::string::npos ? 0 : std::stoi(counts.substr(found + of_looks.size()));
}

}  // namespace

TEST_CASE("A thousand questions to a Redis server that do not wait for one another are answered in their order") {
  const std::string port = free_port();
  RedisProcess server(fit_and({"--port", port}));
  const std::string name = GENERATE("unix", "tcp", "localhost");
  INFO(name);
  Hall hall;
  Address address = name == "unix" ? address_of(server) : address_of(port);
  if (name == "localhost") address.host = name;
  Talk talk(hall, terms_of(address));
  talk.until(Is::ready);
  const ask::Confirm confirm{.right = {.term = {1}, .writer = "writer"}, .seq = {}};
  const Asker node{.session = SessionId{"session-1"}, .set = "set-1", .life = "life-1"};
  std::vector<std::string> answers;
  for (int i = 0; i < 1'000; ++i)
    talk.connection.ask(command_of(node, confirm, i == 0 ? Naming::in_full : Naming::by_digest),
                        [&answers, &confirm, i](const auto& reply) {
                          const auto answer = reply ? answer_of(confirm, **reply) : failure(Fault{});
                          const bool is_stranger = answer && std::holds_alternative<reply::Stranger>(answer->is);
                          answers.push_back(std::to_string(i) + (is_stranger ? " stranger" : " another answer"));
                        });
  for (int i = 0; i < 1'000; ++i) talk.ask({"ECHO", std::to_string(i)});
  CHECK(answers.empty());
  hall.until([&] { return talk.answers.size() == 1'000; });
  REQUIRE(answers.size() == 1'000);
  for (std::size_t i = 0; i < 1'000; ++i) {
    REQUIRE(answers[i] == std::to_string(i) + " stranger");
    REQUIRE(talk.answers[i] == std::to_string(i));
  }
}

TEST_CASE("What is under way when a Redis server is killed ends, and the line comes back by itself") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server)));
  CHECK(talk.says({"PING"}) == "away");
  talk.until(Is::ready);
  REQUIRE(talk.says({"SET", "key", "value"}) == "OK");
  talk.answers.clear();
  server.freeze();
  for (int i = 0; i < 100; ++i) talk.ask({"GET", "key"});
  server.kill_hard();
  hall.until([&] { return talk.answers.size() == 100; });
  CHECK(talk.answers == std::vector<std::string>(100, "lost"));
  CHECK(talk.connection.standing().is == Is::away);
  CHECK(talk.says({"PING"}) == "away");
  server.start();
  talk.until(Is::ready);
  CHECK(talk.says({"GET", "key"}) == "value");
}

TEST_CASE("What a frozen Redis server is asked ends after a while, and goes on when it thaws") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), impatient));
  talk.until(Is::ready);
  server.freeze();
  CHECK(talk.says({"PING"}) == "lost");
  CHECK(in_words(talk.connection.standing()) == "it has been silent for too long");
  hall.pass(std::chrono::milliseconds(1'200));  // it is tried again, in vain
  CHECK(talk.connection.standing().is == Is::away);
  server.thaw();
  hall.until([&] { return talk.connection.standing().is == Is::ready && talk.says({"PING"}) == "PONG"; });
}

TEST_CASE("A Redis server that is asked nothing may be silent") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), impatient));
  talk.until(Is::ready);
  const int changes = talk.changes;
  hall.pass(std::chrono::milliseconds(1'200));
  CHECK(talk.changes == changes);
}

TEST_CASE("More than a bound is not asked of a Redis server, and no reply of more is taken") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(
      hall,
      terms_of(address_of(server),
               {.silent_most = seconds(60), .commands_max = 3, .bytes_max = 500'000, .reply_bytes_max = 200'000}));
  talk.until(Is::ready);
  CHECK(talk.says({"ECHO", std::string(500'000, 'a')}) == "full");
  CHECK(talk.says({"ECHO", std::string(100'000, 'a')}) == std::string(100'000, 'a'));
  talk.answers.clear();
  server.freeze();
  for (const char* word : {"1", "2", "3", "4"}) talk.ask({"ECHO", word});
  hall.until([&] { return talk.answers.size() == 1; });
  server.thaw();
  hall.until([&] { return talk.answers.size() == 4; });
  CHECK(talk.answers == std::vector<std::string>{"full", "1", "2", "3"});
  CHECK(talk.says({"ECHO", std::string(400'000, 'a')}) == "lost");
  talk.until(Is::ready);
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("A Redis server that is not set up as it has to be is named with setting and cure, and used once it is") {
  RedisProcess server({"--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "allkeys-lru"});
  Hall hall;
  Talk talk(hall, terms_of(address_of(server)));
  talk.until(Is::unfit);
  CHECK(in_words(talk.connection.standing()) ==
        "appendfsync is everysec: write 'appendfsync always': else what was acknowledged is lost by a power cut; "
        "maxmemory-policy is allkeys-lru: write 'maxmemory-policy noeviction': else the log may be thrown away");
  CHECK(talk.says({"PING"}) == "away");
  RedisLine line(server);
  REQUIRE(line.says({"CONFIG", "SET", "appendfsync", "always", "maxmemory-policy", "noeviction"}) == "OK");
  talk.until(Is::ready);
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("A Redis server that was fit is looked at again, and not used once it is not") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), {.look_every = {20}}));
  RedisLine line(server);
  const auto becomes_unfit = [&](const Command& change, const std::string& words) {
    talk.until(Is::ready);
    REQUIRE(line.says(change) == "OK");
    talk.until(Is::unfit);
    CHECK(in_words(talk.connection.standing()) == words);
    CHECK(talk.says({"PING"}) == "away");
  };
  becomes_unfit(
      {"CONFIG", "SET", "appendfsync", "everysec"},
      "appendfsync is everysec: write 'appendfsync always': else what was acknowledged is lost by a power cut");
  REQUIRE(line.says({"CONFIG", "SET", "appendfsync", "always"}) == "OK");
  becomes_unfit({"REPLICAOF", "127.0.0.1", free_port()},
                "role is slave: write 'replicaof no one', or name a server that is no replica");
  REQUIRE(line.says({"REPLICAOF", "NO", "ONE"}) == "OK");
  talk.until(Is::ready);
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("Looks at a Redis server come between no question and its answer, and what is under way ends with the line") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), {.look_every = {0}}));
  talk.until(Is::ready);
  for (int i = 0; i < 1'000; ++i) {
    talk.answers.clear();
    REQUIRE(talk.says({"ECHO", std::to_string(i)}) == std::to_string(i));
  }
  RedisLine line(server);
  CHECK(looks_at(line) > 2);
  talk.answers.clear();
  talk.ask({"CONFIG", "SET", "appendfsync", "no"});
  std::size_t asked = 1;
  while (talk.connection.standing().is == Is::ready) {
    talk.ask({"ECHO", "answered"});
    ++asked;
    hall.pass(std::chrono::milliseconds(1));
  }
  hall.until([&] { return talk.answers.size() == asked; });
  for (const std::string& answer : talk.answers) CHECK((answer == "OK" || answer == "answered" || answer == "lost"));
}

TEST_CASE("A look that a frozen Redis server does not answer ends the line, though nothing else was asked") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), {.silent_most = {500}, .look_every = {20}}));
  talk.until(Is::ready);
  server.freeze();
  talk.until(Is::away);
  CHECK(in_words(talk.connection.standing()) == "it has been silent for too long");
}

TEST_CASE("A Redis server on which appending is switched on is used only once its first rewrite has ended") {
  RedisProcess server({"--appendfsync", "always", "--rdb-key-save-delay", "10000000"});  // us: of a rewrite too
  RedisLine line(server);
  for (int i = 0; i < 60; ++i) REQUIRE(line.says({"SET", "key" + std::to_string(i), "value"}) == "OK");
  REQUIRE(line.says({"CONFIG", "SET", "appendonly", "yes"}) == "OK");
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), {.look_every = {20}}));
  talk.until(Is::unfit);
  CHECK(in_words(talk.connection.standing()) ==
        "aof_rewrite_in_progress is 1: wait: what is appended may not be kept before the first rewrite has ended");
  REQUIRE(line.says({"CONFIG", "SET", "appendonly", "no"}) == "OK");  // which ends it
  REQUIRE(line.says({"CONFIG", "SET", "rdb-key-save-delay", "0"}) == "OK");
  REQUIRE(line.says({"CONFIG", "SET", "appendonly", "yes"}) == "OK");
  talk.until(Is::ready);

  REQUIRE(line.says({"CONFIG", "SET", "rdb-key-save-delay", "10000000"}) == "OK");
  const int changes = talk.changes;
  REQUIRE(!line.says({"BGREWRITEAOF"}).starts_with("ERR"));
  line.until({"INFO", "persistence"}, has("aof_rewrite_in_progress:1"));
  const int before = looks_at(line);
  hall.until([&] { return looks_at(line) > before + 2; });
  CHECK(talk.changes == changes);  // a later one does no harm
}

TEST_CASE("A Redis server that follows another, or is of a cluster, is not fit") {
  Hall hall;
  RedisProcess replica(fit_and({"--replicaof", "127.0.0.1 " + free_port()}));
  CHECK(words_once(hall, terms_of(address_of(replica)), Is::unfit) ==
        "role is slave: write 'replicaof no one', or name a server that is no replica");
  RedisProcess of_cluster(fit_and({"--cluster-enabled", "yes", "--cluster-port", free_port()}));
  CHECK(words_once(hall, terms_of(address_of(of_cluster)), Is::unfit) ==
        "cluster-enabled is yes: write 'cluster-enabled no': what fails over by itself loses what was acknowledged");
}

TEST_CASE("A Redis server is told who we are, and is not fit where it does not let us in") {
  RedisProcess server(fit_and({"--requirepass", "password"}));
  Hall hall;
  const std::string cure = "): give the node the server's user name and password";
  CHECK(words_once(hall, terms_of(address_of(server)), Is::unfit) ==
        "INFO is refused (NOAUTH Authentication required." + cure);
  CHECK(words_once(hall, terms_of(address_of(server), {}, {.user = {}, .password = "another"}), Is::unfit) ==
        "AUTH is refused (WRONGPASS invalid username-password pair or user is disabled." + cure);
  CHECK(words_once(hall, terms_of(address_of(server), {}, {.user = {}, .password = "password"}), Is::ready) == "ready");
  RedisLine line(server);
  REQUIRE(line.says({"AUTH", "password"}) == "OK");
  REQUIRE(line.says({"ACL", "SETUSER", "node", "on", ">secret", "+info", "+config|get"}) == "OK");
  CHECK(words_once(hall, terms_of(address_of(server), {}, {.user = "node", .password = "secret"}), Is::ready) ==
        "ready");
}

TEST_CASE("A password that a Redis server says again is not told") {
  RedisProcess server(fit_and({"--rename-command", "AUTH", ""}));
  Hall hall;
  CHECK(
      words_once(hall, terms_of(address_of(server), {}, {.user = "node", .password = "secret"}), Is::unfit) ==
      "AUTH is refused (ERR unknown command ): see what the server says, and its own log; it has to be Redis 7.0 or a "
      "later one");
}

TEST_CASE("Where no Redis server is, it is said why") {
  Hall hall;
  const std::string port = free_port();
  CHECK(words_once(hall, terms_of(address_of(port)), Is::away) == "it cannot be reached: Connection refused");

  const std::string saying = GENERATE("HTTP/1.1 400 Bad Request\r\n\r\n", "*2147483647\r\n");
  asio::ip::tcp::acceptor acceptor(hall.strand(), {asio::ip::make_address("127.0.0.1"), 0});
  asio::ip::tcp::socket client(hall.strand());
  acceptor.async_accept(client, [&](const boost::system::error_code& error) {
    REQUIRE(!error);
    asio::write(client, asio::buffer(saying));
  });
  const std::string there = std::to_string(acceptor.local_endpoint().port());
  const std::string words = words_once(hall, terms_of(address_of(there)), Is::away);
  CHECK(words.starts_with("what it says is nothing that Redis says: "));
}

TEST_CASE("One Redis server that is reached by two addresses has one run") {
  const std::string port = free_port();
  RedisProcess server(fit_and({"--port", port}));
  Hall hall;
  std::vector<Reached> reached;
  for (const Address& address : {address_of(server), address_of(port)}) {
    Talk talk(hall, terms_of(address));
    talk.until(Is::ready);
    reached.push_back({.address = text_of(address), .run_id = talk.connection.standing().run_id});
  }
  CHECK(reached_twice(reached).size() == 1);
}

TEST_CASE("Nothing is called once a line to a Redis server is gone, though it goes inside a call") {
  RedisProcess server(fit);
  Hall hall;
  auto talk = std::make_unique<Talk>(hall, terms_of(address_of(server)));
  talk->until(Is::ready);
  int calls = 0;
  for (int i = 0; i < 100; ++i)
    talk->connection.ask({"PING"}, [&](const auto&) {
      ++calls;
      talk.reset();
    });
  hall.until([&] { return calls > 0; });
  hall.pass(std::chrono::milliseconds(200));
  CHECK(calls == 1);
}

namespace {

struct Listener {
  Listener(Hall& of, Terms terms)
      : hall(of),
        subscription(
            of.strand(), std::move(terms), "channel",
            [this](std::string_view message) { messages.emplace_back(message); }, [this] { ++changes; }) {}

  void until(Is is) {
    hall.until([&] { return subscription.standing().is == is; });
  }
  void hears(RedisLine& line, const std::string& message) {
    messages.clear();
    REQUIRE(line.ask({"PUBLISH", "channel", message})->integer == 1);
    hall.until([&] { return !messages.empty(); });
    CHECK(messages == std::vector{message});
  }

  Hall& hall;
  int changes = 0;
  std::vector<std::string> messages;
  Subscription subscription;
};

}  // namespace

TEST_CASE("What is told on a channel of a Redis server is heard, and it is said when it is not") {
  RedisProcess server(fit);
  Hall hall;
  Listener listener(hall, terms_of(address_of(server)));
  CHECK(listener.subscription.standing().is == Is::away);
  listener.until(Is::ready);
  {
    RedisLine line(server);
    listener.hears(line, std::string("a message\0with\r\nbytes", 22));
    REQUIRE(line.ask({"PUBLISH", "another channel", "another message"})->integer == 0);
    for (int i = 0; i < 1'000; ++i) line.send({"PUBLISH", "channel", std::to_string(i)});
    for (int i = 0; i < 1'000; ++i) REQUIRE(line.read()->integer == 1);
    listener.messages.clear();
    hall.until([&] { return listener.messages.size() == 1'000; });
    for (std::size_t i = 0; i < 1'000; ++i) REQUIRE(listener.messages[i] == std::to_string(i));
  }
  server.kill_hard();
  listener.until(Is::away);
  server.start();
  listener.until(Is::ready);
  RedisLine line(server);
  listener.hears(line, "after it");
}

TEST_CASE("A channel of a Redis server may be silent, and a frozen server is not listened to") {
  RedisProcess server(fit);
  Hall hall;
  Listener listener(hall, terms_of(address_of(server), {.silent_most = seconds(2)}));
  listener.until(Is::ready);
  const int changes = listener.changes;
  hall.pass(std::chrono::milliseconds(3'500));
  CHECK(listener.changes == changes);
  server.freeze();
  listener.until(Is::away);
  CHECK(in_words(listener.subscription.standing()) == "it has been silent for too long");
  server.thaw();
  listener.until(Is::ready);
  RedisLine line(server);
  listener.hears(line, "after it");
}

TEST_CASE("A Redis server that lets nobody listen is not fit") {
  RedisProcess server(fit);
  RedisLine line(server);
  REQUIRE(line.says({"ACL", "SETUSER", "node", "on", ">secret", "+info", "+config|get", "+subscribe"}) == "OK");
  Hall hall;
  Listener listener(hall, terms_of(address_of(server), {}, {.user = "node", .password = "secret"}));
  listener.until(Is::unfit);
  const std::string words = in_words(listener.subscription.standing());
  INFO(words);
  CHECK(words.starts_with("SUBSCRIBE is refused (NOPERM"));
}

}  // namespace rostrum::ledger::redis
