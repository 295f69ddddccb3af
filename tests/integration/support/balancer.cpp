#include "integration/support/balancer.hpp"

#include <chrono>
#include <csignal>
#include <sstream>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "integration/support/child.hpp"
#include "support/content.hpp"

namespace rostrum::test {

namespace {

constexpr std::chrono::seconds lets_through_within{60};
constexpr std::size_t nodes_named = 3;  // by both files

/// What a site changes, changed for these nodes: nothing else. The user is who runs the test.
std::string changed(const std::string& text, Nodes& nodes, const std::string& at) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  user ") || line.starts_with("  group ")) continue;
    if (line.starts_with("  bind ")) line = "  bind " + at;
    if (line.starts_with("  listen ")) line = "  listen " + at + ";";
    bool is_there = true;
    for (std::size_t number = 0; number < nodes_named; ++number) {
      const std::string named = "10.0.0.1" + std::to_string(number + 1) + ":8080";
      const std::size_t place = line.find(named);
      if (place == std::string::npos) continue;
      is_there = number < nodes.count();
      if (is_there) line.replace(place, named.size(), "127.0.0.1:" + std::to_string(nodes[number].port()));
    }
    if (is_there) out += line + '\n';
  }
  return out;
}

/// For haproxy: no look at a node ends for want of an answer.
std::string waiting_for_long(std::string text) {
  const std::string deployed = "timeout check 2s";
  const std::size_t place = text.find(deployed);
  REQUIRE(place != std::string::npos);
  return text.replace(place, deployed.size(), "timeout check 60s");
}

/// The file beside which rostrum.conf stands, with all that nginx writes in the same folder.
std::string nginx_around(const std::string& folder) {
  std::string paths;
  for (const std::string what : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    paths += what + "_temp_path " + folder + "/" + what + ";\n";
  return "daemon off;\nmaster_process off;\npid " + folder +
         "/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + paths + "include " + folder +
         "/rostrum.conf;\n}\n";
}

bool lets_through(std::uint16_t port) {
  auto client = client::Client::connect({.port = port}, client::Codec::protobuf);
  return client.has_value();
}

}  // namespace

Balancer::Balancer(Of of, Nodes& nodes, Waits waits) : port_(static_cast<std::uint16_t>(std::stoi(free_port()))) {
  const std::string deployed = ROSTRUM_SOURCE_DIR "/deploy/", at = "127.0.0.1:" + std::to_string(port_);
  const std::string folder = folder_.path();
  std::vector<std::string> words;
  if (of == Of::haproxy) {
    const std::string text = changed(content_of(deployed + "haproxy/haproxy.cfg"), nodes, at);
    folder_.write("haproxy.cfg", waits == Waits::for_long ? waiting_for_long(text) : text);
    words = {"/usr/sbin/haproxy", "-db", "-f", folder + "/haproxy.cfg"};
  } else {
    folder_.write("rostrum.conf", changed(content_of(deployed + "nginx/rostrum.conf"), nodes, at));
    folder_.write("nginx.conf", nginx_around(folder));
    words = {"/usr/sbin/nginx", "-e", "stderr", "-p", folder, "-c", folder + "/nginx.conf"};
  }
  const Spawned spawned = spawn(words, folder_.path() / "err");
  pid_ = spawned.pid;
  out_descriptor_ = spawned.out;
  const auto end = std::chrono::steady_clock::now() + lets_through_within;
  while (!lets_through(port_)) {
    if (std::chrono::steady_clock::now() < end) continue;
    ::kill(pid_, SIGKILL);
    (void)reaped(pid_);
    FAIL("nobody is let through: " << content_of(folder_.path() / "err"));
  }
}

Balancer::~Balancer() {
  ::kill(pid_, SIGKILL);
  (void)reaped(pid_);
  ::close(out_descriptor_);
}

}  // namespace rostrum::test
