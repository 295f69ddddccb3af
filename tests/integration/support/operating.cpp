#include "integration/support/operating.hpp"

#include <chrono>

namespace rostrum::test {

namespace {

constexpr std::chrono::seconds in_the_end{60};

v1::Command named(v1::Command command, const std::string& id) {
  command.set_id(id);
  return command;
}

}  // namespace

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

Ended in_the_end_says(const std::string& arguments, const std::function<bool(const Ended&)>& is_so) {
  const auto end = std::chrono::steady_clock::now() + in_the_end;
  while (true) {
    Ended ended = rostrumctl(arguments);
    if (is_so(ended)) return ended;
    if (std::chrono::steady_clock::now() > end) FAIL("it goes on to say: " << ended.out << ended.err);
  }
}

std::string url_of(const ServerProcess& node) { return "http://127.0.0.1:" + std::to_string(node.port()); }

std::string address_of(const RedisProcess& server) { return "redis+unix://" + server.socket().string(); }

void open_floor_at(client::Client& chair) {
  (void)must_in_the_end(chair, named(open_meeting(), "meeting"));
  (void)must_in_the_end(chair, named(open_panel(), "panel"));
}

std::uint64_t ask_at(client::Client& chair, const List& who) {
  std::uint64_t last = 0;
  for (const auto& one : who) last = must_in_the_end(chair, named(request_floor(one), one + " asks")).seq();
  return last;
}

void wipe(const RedisProcess& server) { REQUIRE(RedisLine(server).says({"FLUSHALL"}) == "OK"); }

}  // namespace rostrum::test
