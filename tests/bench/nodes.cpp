#include "bench/nodes.hpp"

#include <cstdlib>
#include <functional>
#include <sstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "faults/http.hpp"
#include "load/failed.hpp"

namespace rostrum::bench {

namespace {

using load::Failed;

constexpr load::Nanos so_within = 60 * load::second_ns;
constexpr load::Nanos look_again_after = load::second_ns / 200;
constexpr auto answers_within = std::chrono::seconds(5);
constexpr std::string_view names = "abcdefgh";

std::string in_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (const std::string file = folder + '/' + program; ::access(file.c_str(), X_OK) == 0) return file;
  throw Failed(program + " is not installed");
}

std::uint16_t free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                     ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(descriptor);
  if (!bound) load::fail_with_errno("a free port");
  return ntohs(address.sin_port);
}

void wait_until(const std::string& what, const std::function<bool()>& is_so) {
  load::Loop pause;
  for (const load::Nanos until = load::now_ns() + so_within; !is_so();) {
    if (load::now_ns() >= until) throw Failed("it does not come about that " + what);
    pause.run_to(load::now_ns() + look_again_after);
  }
}

}  // namespace

Redis::Redis() : port_(free_port()) { start(); }

void Redis::start() {
  process_ = std::make_unique<load::Process>(
      std::vector<std::string>{in_path("redis-server"), "--port", std::to_string(port_), "--bind", "127.0.0.1", "--dir",
                               folder_.path(), "--appendonly", "yes", "--appendfsync", "always", "--save", "",
                               "--maxmemory-policy", "noeviction", "--daemonize", "no", "--logfile", ""},
      folder_.path() / "errors");
  process_->wait_until_said("eady to accept connections");
}

Nodes::Nodes(std::size_t nodes, std::size_t servers, std::size_t clients) : clients_(clients) {
  for (std::size_t number = 0; number < servers; ++number) {
    redis_.push_back(std::make_unique<Redis>());
    servers_ += (number == 0 ? "" : ",") + redis_.back()->name();
  }
  begin_log();
  nodes_.resize(nodes);
  for (std::size_t number = 0; number < nodes; ++number) start(number);
  hall_ = {.address = address(0), .sign_ins = load::read_sign_ins(file("sign-ins-a.json")), .server = std::nullopt};
  for (std::size_t number = 0; number < nodes; ++number) wait_until_follows(number);
}

void Nodes::begin_log() {
  load::Process begins({ROSTRUM_CTL, "journal", "begin", "--servers", servers_, "--secret", file("secret"),
                        "--programme", load::council_programme(), "--clock", load::clock_start},
                       file("errors-of-rostrumctl"));
  (void)begins.wait_for("The log of the session");
  begins.wait_for_end();
}

void Nodes::start(std::size_t number) {
  const std::string name(1, names.at(number));
  Node& node = nodes_.at(number);
  node.process = std::make_unique<load::Process>(
      std::vector<std::string>{load::server_program(), "--listen", "127.0.0.1:" + std::to_string(node.port), "--data",
                               file("data-" + name), "--programme", load::council_programme(), "--journal", servers_,
                               "--node", name, "--secret", file("secret"), "--sign-in-json",
                               file("sign-ins-" + name + ".json"), "--limits", load::limits_for(clients_)},
      file("errors-" + name));
  node.port = load::address_of(node.process->wait_for(load::ready_at)).port;
}

std::vector<load::Address> Nodes::addresses() const {
  std::vector<load::Address> all;
  for (std::size_t number = 0; number < count(); ++number) all.push_back(address(number));
  return all;
}

std::uint64_t Nodes::counted(std::size_t number, const std::string& series) const {
  return faults::counted(nodes_[number].port, series, answers_within);
}

std::size_t Nodes::writer() const {
  std::size_t found = 0;
  wait_until("one node writes", [&] {
    std::size_t writers = 0;
    for (std::size_t number = 0; number < count(); ++number)
      if (counted(number, "rostrum_node_writes") == 1) ++writers, found = number;
    return writers == 1;
  });
  return found;
}

std::size_t Nodes::held() const {
  std::size_t sum = 0;
  for (std::size_t number = 0; number < count(); ++number) sum += counted(number, "rostrum_held");
  return sum;
}

void Nodes::wait_until_follows(std::size_t number) const {
  const std::uint64_t reached = counted(writer(), "rostrum_seq");
  wait_until("node " + std::string(1, names.at(number)) + " follows: " + nodes_[number].process->errors(),
             [&] { return counted(number, "rostrum_seq") >= reached && counted(number, "rostrum_held") == 0; });
}

void Nodes::restart(std::size_t number) {
  nodes_.at(number).process->wait_for_end();
  start(number);
  wait_until_follows(number);
}

void Nodes::wait_for_redis(std::size_t number) const {
  const std::string series = "rostrum_redis_ready{server=\"" + redis_.at(number)->name() + "\"}";
  for (std::size_t node = 0; node < count(); ++node)
    wait_until("every node uses a server again", [&] { return counted(node, series) == 1; });
}

}  // namespace rostrum::bench
