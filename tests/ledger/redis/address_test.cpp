// What is taken for the addresses of Redis servers, and what is said of all else.
#include "ledger/redis/address.hpp"

#include <catch2/catch.hpp>

namespace rostrum::ledger::redis {
namespace {

/// The addresses as they are written again, or what is wrong.
std::string read(const std::string& list) {
  const auto addresses = addresses_of(list);
  if (!addresses) return addresses.error();
  std::string all;
  for (const Address& address : *addresses) all += (all.empty() ? "" : " ") + text_of(address);
  return all;
}

}  // namespace

TEST_CASE("Addresses of Redis servers are read, and written as they were") {
  const std::pair<const char*, const char*> rows[] = {
      {"redis://127.0.0.1:6379", "redis://127.0.0.1:6379"},
      {"redis://Redis-1.Example:1", "redis://redis-1.example:1"},
      {"redis://[::1]:65535", "redis://[::1]:65535"},
      {"redis+unix:///run/redis/a.sock", "redis+unix:///run/redis/a.sock"},
      {"rediss://A:1", "rediss://a:1"},
      {"rediss://[::1]:1,rediss://b:1,rediss://c:1", "rediss://[::1]:1 rediss://b:1 rediss://c:1"},
      {"redis://a:1,redis://b:1,redis://a:2", "redis://a:1 redis://b:1 redis://a:2"},
      {"redis://a:1,b:1,[::1]:2", "redis://a:1 redis://b:1 redis://[::1]:2"},
      {"rediss://a:1,b:1,rediss://c:2", "rediss://a:1 rediss://b:1 rediss://c:2"},
      {"redis://a:1,redis://b:1,redis://c:1,redis://d:1,redis+unix:///e",
       "redis://a:1 redis://b:1 redis://c:1 redis://d:1 redis+unix:///e"},
  };
  for (const auto& [list, says] : rows) CHECK(read(list) == says);
  const auto one = addresses_of("redis://[::1]:6379");
  REQUIRE(one);
  CHECK(one->at(0) == Address{.host = "::1", .port = 6379, .path = {}});
}

TEST_CASE("An address that is no Redis server's is refused with where it is and what was expected") {
  const std::string first = "address 1 of the Redis servers: ";
  const std::pair<std::string, std::string> rows[] = {
      {"", first + "there is nothing: expected redis://HOST:PORT"},
      {"redis://a:1,", "address 2 of the Redis servers: there is nothing: expected redis://HOST:PORT"},
      {"http://a:1", first + "it begins otherwise: expected redis://HOST:PORT"},
      {"rediss://a", first + "there is no port: expected redis://HOST:PORT"},
      {"redis://a:1,rediss://b:1,redis://c:1",
       "address 2 of the Redis servers: rediss://b:1 differs from the others in TLS: expected rediss:// in all or in "
       "none"},
      {"rediss://a:1,rediss://b:1,redis+unix:///c", "address 3 of the Redis servers: redis+unix:///c differs from the "
                                                    "others in TLS: expected rediss:// in all or in "
                                                    "none"},
      {"redis://", first + "there is no port: expected redis://HOST:PORT"},
      {"redis://:1", first + "there is no host: expected redis://HOST:PORT"},
      {"redis://[]:1", first + "there is no host: expected redis://HOST:PORT"},
      {"redis://a", first + "there is no port: expected redis://HOST:PORT"},
      {"redis://[::1]", first + "there is no port: expected redis://HOST:PORT"},
      {"redis://::1:1", first + "the host has a colon: expected an IPv6 address in brackets, as in redis://[::1]:6379"},
      {"redis://a b:1", first + "the host has a character that none has: expected a name, an IPv4 address or [an IPv6 "
                                "address]"},
      {"redis://a:0", first + "the port is '0': expected a number from 1 to 65535"},
      {"redis://a:65536", first + "the port is '65536': expected a number from 1 to 65535"},
      {"redis://a:1x", first + "the port is '1x': expected a number from 1 to 65535"},
      {"redis://a:", first + "the port is '': expected a number from 1 to 65535"},
      {"redis://a:1/2", first + "something follows the port: expected redis://HOST:PORT and no more; the database is "
                                "the first"},
      {"redis+unix://a", first + "there is no whole path: expected redis+unix:///PATH"},
      {"redis+unix:///" + std::string(107, 'a'), first + "the path is too long: expected 107 bytes at most"},
      {"redis://a:1,redis://b:1,redis://A:1",
       "address 3 of the Redis servers: redis://a:1 is there twice: expected another server"},
      {"redis://a:1,redis://b:1", "the Redis servers are 2: expected one, three or five"},
      {"redis://a:1,redis://a:2,redis://a:3,redis://a:4", "the Redis servers are 4: expected one, three or five"},
  };
  for (const auto& [list, says] : rows) CHECK(read(list) == says);
}

TEST_CASE("A user or a password in an address is refused, and not said again") {
  for (const char* address : {"redis://secret@a:1", "redis://:secret@a:1", "redis://user:secret@a:1",
                              "rediss://user:secret@a:1", "redis://user:se/cret@a:1"})
    CHECK(read(address) ==
          "address 1 of the Redis servers: it has a user or a password: expected them in a file of their own, and "
          "redis://HOST:PORT here");
}

}  // namespace rostrum::ledger::redis
