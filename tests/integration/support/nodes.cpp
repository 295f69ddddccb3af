#include "integration/support/nodes.hpp"

#include <chrono>
#include <cstdlib>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "support/content.hpp"

namespace rostrum::test {

namespace {

constexpr std::chrono::seconds in_the_end{60};
constexpr auto council = ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml";

}  // namespace

Ended rostrumctl(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out", err = around.path() / "err";
  const int status = std::system((ROSTRUM_CTL " " + arguments + " >" + out.string() + " 2>" + err.string()).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}

RedisServers::RedisServers(std::size_t count) {
  for (std::size_t number = 0; number < count; ++number)
    servers_.push_back(
        std::make_unique<RedisProcess>(std::vector<std::string>{"--appendonly", "yes", "--appendfsync", "always"}));
}

std::string RedisServers::list() const {
  std::string all;
  for (const auto& server : servers_)
    all += (all.empty() ? "redis+unix://" : ",redis+unix://") + server->socket().string();
  return all;
}

Nodes::Nodes(std::size_t nodes, std::size_t servers, std::string clock) : redis(servers) {
  const std::string begin = "journal begin --servers " + redis.list() + " --secret " + secret() + " --programme " +
                            council + (clock.empty() ? "" : " --clock " + clock);
  if (const Ended begun = rostrumctl(begin); begun.status != 0) FAIL("not begun: " << begun.err);
  for (std::size_t number = 0; number < nodes; ++number)
    nodes_.push_back(std::make_unique<ServerProcess>(options(number)));
}

ServerOptions Nodes::options(std::size_t number) const {
  const std::string name(1, static_cast<char>('a' + number));
  return {.programme = council, .clock = {}, .more = {"--journal", redis.list(), "--node", name, "--secret", secret()}};
}

std::unique_ptr<client::Client> signed_in_at(const ServerProcess& node, const std::string& who, client::Store held) {
  const auto end = std::chrono::steady_clock::now() + in_the_end;
  std::string why;
  while (std::chrono::steady_clock::now() < end) {
    auto client = client::Client::connect({.port = node.port()}, client::Codec::protobuf, held);
    auto hello = client ? (*client)->sign_in(node.code(who)) : failure(client.error());
    if (hello) return *std::move(client);
    why = hello.error().why;
  }
  FAIL("cannot sign in as " << who << ": " << why);
  return nullptr;
}

v1::Ack must_in_the_end(client::Client& client, v1::Command command) {
  const auto end = std::chrono::steady_clock::now() + in_the_end;
  while (std::chrono::steady_clock::now() < end) {
    const auto answer = client.act(command, std::chrono::seconds(10));
    if (!answer) FAIL("no answer: " << answer.error().why);
    if (const auto* ack = std::get_if<v1::Ack>(&*answer)) return *ack;
    const std::string& code = std::get<v1::Rejection>(*answer).code();
    if (code != "unconfirmed") FAIL("rejected: " << code);
  }
  FAIL("not acknowledged");
  return {};
}

}  // namespace rostrum::test
