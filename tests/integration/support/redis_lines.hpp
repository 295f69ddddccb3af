// What the tests of lines to Redis servers stand on: servers that are fit, how they are reached, and a thread's loop
// that runs until something is so. What is waited for has generous limits; no test depends on speed.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <catch2/catch.hpp>

#include "integration/support/redis_process.hpp"
#include "ledger/redis/connection.hpp"

namespace rostrum::test {

inline const std::vector<std::string> fit{"--appendonly", "yes", "--appendfsync", "always"};
[[nodiscard]] inline std::vector<std::string> fit_and(const std::vector<std::string>& more) {
  std::vector<std::string> all = fit;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

[[nodiscard]] inline ledger::redis::Address address_of(const RedisProcess& server) {
  return {.host = {}, .port = 0, .path = server.socket()};
}
[[nodiscard]] inline ledger::redis::Address address_of(const std::string& port) {
  return {.host = "127.0.0.1", .port = static_cast<std::uint16_t>(std::stoi(port)), .path = {}};
}
[[nodiscard]] inline ledger::redis::Terms terms_of(ledger::redis::Address address,
                                                   ledger::redis::LineLimits limits = {},
                                                   ledger::redis::Credentials credentials = {}) {
  return {.address = std::move(address),
          .credentials = std::move(credentials),
          .random = [] { return 0.5; },
          .limits = limits};
}
inline const ledger::redis::LineLimits impatient{.silent_most = {500}};

class Hall {
 public:
  [[nodiscard]] boost::asio::io_context& io() { return io_; }
  [[nodiscard]] boost::asio::any_io_executor strand() { return strand_; }

  template <class IsSo>
  void until(IsSo is_so) {
    until(is_so, [] { return std::string("nobody says how it is"); });
  }
  /// `how` says in words how it is, where it does not become so.
  template <class IsSo, class How>
  void until(IsSo is_so, How how) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!is_so()) {
      if (std::chrono::steady_clock::now() > end) FAIL("It does not become so: " << how());
      io_.restart();
      io_.run_one_for(std::chrono::milliseconds(20));
    }
  }
  void pass(std::chrono::milliseconds span) {
    const auto end = std::chrono::steady_clock::now() + span;
    until([&] { return std::chrono::steady_clock::now() > end; });
  }

 private:
  boost::asio::io_context io_;
  boost::asio::strand<boost::asio::io_context::executor_type> strand_ = boost::asio::make_strand(io_);
};

}  // namespace rostrum::test
