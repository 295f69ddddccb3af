// Lines to Redis servers where the way there is bad: names that nobody knows, addresses that swallow, servers that turn
// one away or break the line at once, and a network that is slow.
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include "integration/support/redis_talk.hpp"

namespace rostrum::ledger::redis {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;
using test::address_of;
using test::fit;
using test::fit_and;
using test::free_port;
using test::Hall;
using test::RedisLine;
using test::RedisProcess;
using test::Talk;
using test::terms_of;
using test::words_once;
using Is = Standing::Is;
using Clock = std::chrono::steady_clock;

/// Of a server whose address has a name, which is looked up so.
Terms by_name(const std::string& port, LookUp look_up, LineLimits limits = {}) {
  Terms terms = terms_of(address_of(port), limits);
  terms.address.host = "a-name";
  terms.look_up = std::move(look_up);
  return terms;
}

/// Takes every line, and says this.
class Listener {
 public:
  Listener(Hall& hall, std::string port, std::string says)
      : acceptor_(hall.strand(), {asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::stoi(port))}),
        says_(std::move(says)) {
    accept();
  }
  [[nodiscard]] std::string port() const { return std::to_string(acceptor_.local_endpoint().port()); }
  [[nodiscard]] std::size_t lines() const { return lines_.size(); }

 private:
  void accept() {
    acceptor_.async_accept([this](const error_code& error, tcp::socket line) {
      if (error) return;
      if (!says_.empty()) {
        asio::write(line, asio::buffer(says_));
        line.close();
      }
      lines_.push_back(std::move(line));
      accept();
    });
  }

  tcp::acceptor acceptor_;
  const std::string says_;
  std::vector<tcp::socket> lines_;
};

/// Hands on what comes, to a server, slowly; and at once what comes back.
class SlowNetwork {
 public:
  static constexpr std::size_t at_a_time = 400'000;
  static constexpr milliseconds every{50};

  SlowNetwork(Hall& hall, const std::string& server)
      : acceptor_(hall.strand()),
        here_(hall.strand()),
        there_(hall.strand()),
        timer_(hall.strand()) {
    acceptor_.open(tcp::v4());
    acceptor_.set_option(asio::socket_base::receive_buffer_size(64 << 10));  // else the system takes megabytes at once
    acceptor_.bind({asio::ip::make_address("127.0.0.1"), 0});
    acceptor_.listen();
    there_.connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::stoi(server))});
    acceptor_.async_accept(here_, [this](const error_code& error) {
      REQUIRE(!error);
      forth();
      back();
    });
  }
  [[nodiscard]] std::string port() const { return std::to_string(acceptor_.local_endpoint().port()); }

 private:
  void forth() {
    here_.async_read_some(asio::buffer(forth_), [this](const error_code& error, std::size_t count) {
      if (error) return;
      asio::async_write(there_, asio::buffer(forth_.data(), count),
                        [this, count](const error_code& failed, std::size_t) {
                          if (failed) return;
                          passed_ += count;
                          if (passed_ < at_a_time) return forth();
                          passed_ = 0;
                          timer_.expires_after(every);
                          timer_.async_wait([this](const error_code& ended) {
                            if (!ended) forth();
                          });
                        });
    });
  }
  void back() {
    there_.async_read_some(asio::buffer(back_), [this](const error_code& error, std::size_t count) {
      if (error) return;
      asio::async_write(here_, asio::buffer(back_.data(), count), [this](const error_code& failed, std::size_t) {
        if (!failed) back();
      });
    });
  }

  tcp::acceptor acceptor_;
  tcp::socket here_, there_;
  asio::steady_timer timer_;
  std::size_t passed_ = 0;
  std::vector<char> forth_ = std::vector<char>(at_a_time), back_ = std::vector<char>(at_a_time);
};

}  // namespace

TEST_CASE("The name of a Redis server has a time of its own, which is not taken from the time to connect") {
  const std::string port = free_port();
  const RedisProcess server(fit_and({"--port", port}));
  Hall hall;
  std::vector<std::function<void(const HostAddresses&)>> asked;
  const auto found = [&](const std::string& host, std::function<void(const HostAddresses&)> then) {
    CHECK(host == "a-name");
    asked.push_back(std::move(then));
  };
  Talk talk(hall, by_name(port, found, {.look_up_within = minutes(60), .connect_within = {200}}));
  hall.until([&] { return asked.size() == 1; });
  hall.pass(milliseconds(300));
  CHECK(talk.changes == 0);
  hall.until([&] {
    for (const auto& then : std::exchange(asked, {})) then(std::vector<std::string>{"127.0.0.1"});
    return talk.connection.standing().is == Is::ready;
  });
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("A name of a Redis server that is not known, or that nobody tells, is said to be") {
  Hall hall;
  const auto tells = [](HostAddresses told) {
    return [told = std::move(told)](const std::string&, std::function<void(const HostAddresses&)> then) { then(told); };
  };
  CHECK(words_once(hall, by_name("1", tells(failure(std::string("Host not found")))), Is::away) ==
        "its name is not known: Host not found");
  CHECK(words_once(hall, by_name("1", tells(std::vector<std::string>{})), Is::away) ==
        "its name is not known: it has no address");
  const LookUp silent = [](const std::string&, const std::function<void(const HostAddresses&)>&) {};
  CHECK(words_once(hall, by_name("1", silent, {.look_up_within = {20}}), Is::away) ==
        "its name is not known: nobody has told it");
  Terms unknown = terms_of(address_of(std::string("1")));
  unknown.address.host = "name.invalid";
  CHECK(words_once(hall, unknown, Is::away).starts_with("its name is not known: "));
}

TEST_CASE("Where the first address of a Redis server's name swallows all, the next one is tried first") {
  const std::string port = free_port();
  const RedisProcess server(fit_and({"--bind", "127.0.0.2", "--port", port}));
  Hall hall;
  const Listener swallows(hall, port, "");
  const LookUp both = [](const std::string&, const std::function<void(const HostAddresses&)>& then) {
    then(std::vector<std::string>{"127.0.0.1", "127.0.0.2"});
  };
  Talk talk(hall, by_name(port, both, {.silent_most = {200}}));
  talk.until(Is::ready);
  CHECK(swallows.lines() > 0);
  CHECK(talk.says({"PING"}) == "PONG");
}

TEST_CASE("A line to a Redis server that breaks whenever it is ready is not tried again at once") {
  const RedisProcess server(fit);
  Hall hall;
  Terms terms = terms_of(address_of(server), {.stands_after = minutes(60)});
  terms.random = [] { return 1.0; };
  Talk talk(hall, terms);
  RedisLine line(server);
  Clock::time_point before;
  for (int i = 0; i < 5; ++i) {
    talk.until(Is::ready);
    before = Clock::now();
    REQUIRE(line.ask({"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"})->integer == 1);
    talk.until(Is::away);
  }
  talk.until(Is::ready);
  CHECK(Clock::now() - before >= milliseconds(800));  // of 50, 100, 200, 400, 800
}

TEST_CASE("A large question to a Redis server over a slow network is not taken for a silence") {
  const std::string port = free_port();
  const RedisProcess server(fit_and({"--port", port}));
  Hall hall;
  SlowNetwork network(hall, port);
  Talk talk(hall, terms_of(address_of(network.port()), {.silent_most = seconds(5)}));
  talk.until(Is::ready);
  const Clock::time_point before = Clock::now();
  CHECK(talk.says({"SET", "key", std::string(60'000'000, 'a')}) == "OK");
  CHECK(Clock::now() - before > std::chrono::seconds(5));  // else nothing was tried
}

TEST_CASE("What a frozen Redis server takes in small pieces is no sign that it lives") {
  RedisProcess server(fit);
  Hall hall;
  Talk talk(hall, terms_of(address_of(server), {.silent_most = {500}}));
  talk.until(Is::ready);
  server.freeze();
  hall.until([&] {
    if (talk.connection.standing().is == Is::ready) talk.ask({"ECHO", std::string(100, 'a')});
    return talk.connection.standing().is == Is::away;
  });
  CHECK(in_words(talk.connection.standing()) == "it has been silent for too long");
}

TEST_CASE("A Redis server that has as many lines as it may have is named with its setting and the cure") {
  const RedisProcess server(fit_and({"--maxclients", "1"}));
  const RedisLine line(server);
  Hall hall;
  CHECK(words_once(hall, terms_of(address_of(server)), Is::unfit) ==
        "maxclients is reached: write a larger 'maxclients', or end lines that nobody needs: see CLIENT LIST");
}

TEST_CASE("A Redis server that lets no other machine in without a password is named with its setting and the cure") {
  Hall hall;
  const Listener listener(
      hall, free_port(),
      "-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the "
      "default user. In this mode connections are only accepted from the loopback interface.\r\n");
  CHECK(words_once(hall, terms_of(address_of(listener.port())), Is::unfit) ==
        "protected-mode is yes: switch the default user off or give it a password: before, no other machine is let in");
}

}  // namespace rostrum::ledger::redis
