// Lines to real Redis servers by TLS: whose certificate is taken, and what is said where none is.
#include <fstream>

#include <boost/asio/ip/tcp.hpp>

#include "integration/support/certificate.hpp"
#include "integration/support/redis_talk.hpp"
#include "ledger/redis/stream.hpp"
#include "ledger/redis/subscription.hpp"

namespace rostrum::ledger::redis {
namespace {

namespace asio = boost::asio;
using test::Authority;
using test::fit_and;
using test::free_port;
using test::Hall;
using test::has;
using test::RedisLine;
using test::RedisProcess;
using test::Talk;
using test::words_once;
using Is = Standing::Is;

std::vector<std::string> by_tls(const std::string& port, const Authority::Issued& issued) {
  return fit_and({"--tls-port", port, "--tls-cert-file", issued.certificate, "--tls-key-file", issued.key,
                  "--tls-auth-clients", "no"});
}

Terms terms_of(const std::string& host, const std::string& port, const std::filesystem::path& authorities) {
  auto trust = Trust::load(authorities);
  REQUIRE(trust);
  Address address{.host = host, .port = static_cast<std::uint16_t>(std::stoi(port)), .path = {}, .tls = true};
  Terms terms = test::terms_of(std::move(address));
  terms.trust = *trust;
  return terms;
}

std::string why_not(const std::filesystem::path& authorities) {
  const auto trust = Trust::load(authorities);
  REQUIRE_FALSE(trust);
  return trust.error();
}

}  // namespace

TEST_CASE("A Redis server is asked and listened to by TLS where its certificate is for its name and of our authority") {
  const Authority authority;
  const auto [host, name] =
      GENERATE(table<std::string, std::string>({{"127.0.0.1", "IP:127.0.0.1"}, {"localhost", "DNS:localhost"}}));
  const std::string port = free_port();
  RedisProcess server(by_tls(port, authority.issue(name)));
  Hall hall;
  Terms terms = terms_of(host, port, authority.certificate());
  terms.limits.silent_most = seconds(60);
  Talk talk(hall, terms);
  talk.until(Is::ready);
  for (const std::size_t size : {std::size_t{1}, std::size_t{100'000}, std::size_t{5'000'000}})
    CHECK((talk.says({"ECHO", std::string(size, 'a')}) == std::string(size, 'a')));
  CHECK(in_words(talk.connection.standing()) == "ready");
  talk.answers.clear();
  for (int i = 0; i < 1'000; ++i) talk.ask({"ECHO", std::to_string(i)});
  hall.until([&] { return talk.answers.size() == 1'000; });
  for (std::size_t i = 0; i < 1'000; ++i) REQUIRE(talk.answers[i] == std::to_string(i));

  std::vector<std::string> messages;
  const Subscription subscription(
      hall.strand(), terms_of(host, port, authority.certificate()), "channel",
      [&](std::string_view message) { messages.emplace_back(message); }, [] {});
  hall.until([&] { return subscription.standing().is == Is::ready; });
  REQUIRE(talk.says({"PUBLISH", "channel", "a message"}) == "type 3");
  hall.until([&] { return !messages.empty(); });
  CHECK(messages == std::vector<std::string>{"a message"});
}

TEST_CASE("A line to a Redis server by TLS breaks and comes back as any other") {
  const Authority authority;
  const std::string port = free_port();
  RedisProcess server(by_tls(port, authority.issue("IP:127.0.0.1")));
  Hall hall;
  Talk talk(hall, terms_of("127.0.0.1", port, authority.certificate()));
  talk.until(Is::ready);
  server.freeze();
  talk.answers.clear();
  for (int i = 0; i < 100; ++i) talk.ask({"ECHO", std::string(10'000, 'a')});
  server.kill_hard();
  hall.until([&] { return talk.answers.size() == 100; });
  CHECK(talk.answers == std::vector<std::string>(100, "lost"));
  server.start();
  talk.until(Is::ready);
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("A Redis server whose certificate is of another authority is not talked to, and it is said why") {
  const Authority authority, another;
  const std::string port = free_port();
  const RedisProcess server(by_tls(port, authority.issue("IP:127.0.0.1")));
  Hall hall;
  CHECK(words_once(hall, terms_of("127.0.0.1", port, another.certificate()), Is::away)
            .starts_with("its certificate is not trusted: "));
  auto of_the_machine = Trust::load(std::nullopt);
  REQUIRE(of_the_machine);
  Terms terms = terms_of("127.0.0.1", port, authority.certificate());
  terms.trust = *of_the_machine;
  CHECK(words_once(hall, terms, Is::away).starts_with("its certificate is not trusted: "));
}

TEST_CASE("A Redis server whose certificate is for another name is not talked to, and it is said why") {
  const Authority authority;
  const std::string port = free_port();
  const auto [host, name] = GENERATE(table<std::string, std::string>({{"127.0.0.1", "IP:127.0.0.2"},
                                                                      {"127.0.0.1", "DNS:localhost"},
                                                                      {"localhost", "DNS:localhost.example"},
                                                                      {"localhost", "IP:127.0.0.1"}}));
  const RedisProcess server(by_tls(port, authority.issue(name)));
  Hall hall;
  CHECK(words_once(hall, terms_of(host, port, authority.certificate()), Is::away) ==
        "its certificate is for another name: expected one for " + host);
}

TEST_CASE("Where one side of a line to a Redis server speaks TLS and the other does not, it is said") {
  const Authority authority;
  const std::string with = free_port(), without = free_port();
  std::vector<std::string> options = by_tls(with, authority.issue("IP:127.0.0.1"));
  options.insert(options.end(), {"--port", without});
  const RedisProcess server(options);
  Hall hall;
  const std::string plain = words_once(hall, test::terms_of(test::address_of(with)), Is::away);
  INFO(plain);
  CHECK(has("a port of TLS is named rediss://")(plain));
  const std::string by_tls = words_once(hall, terms_of("127.0.0.1", without, authority.certificate()), Is::away);
  INFO(by_tls);
  CHECK((by_tls == "it does not answer by TLS: a port without it is named redis://" ||
         by_tls.starts_with("it does not speak TLS with us: ")));
}

TEST_CASE("A port that takes a line to a Redis server and shakes no hands is not waited for longer than for a line") {
  const Authority authority;
  Hall hall;
  asio::ip::tcp::acceptor silent(hall.strand(), {asio::ip::make_address("127.0.0.1"), 0});
  Terms terms = terms_of("127.0.0.1", std::to_string(silent.local_endpoint().port()), authority.certificate());
  terms.limits.connect_within = {50};
  terms.limits.silent_most = minutes(60);
  CHECK(words_once(hall, terms, Is::away) == "it does not answer by TLS: a port without it is named redis://");
}

TEST_CASE("A file without certificates of authorities is refused, and it is said why") {
  const test::Folder folder;
  folder.write("text", "this is no PEM\n");
  const std::string file = "the certificates of the Redis servers' authorities, ";
  CHECK(why_not(folder.path() / "missing") == file + (folder.path() / "missing").string() + ", do not exist");
  CHECK(why_not(folder.path()) == file + folder.path().string() + ", are not a file");
  CHECK(why_not(folder.path() / "text") == file + (folder.path() / "text").string() + ", hold no certificate in PEM");
}

}  // namespace rostrum::ledger::redis
