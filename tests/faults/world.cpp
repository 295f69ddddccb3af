#include "faults/world.hpp"

#include <algorithm>
#include <fstream>

namespace rostrum::faults {

namespace fs = std::filesystem;

namespace {

/// Each node finds its own doors under the same names, which are in the log's set: the folder that a process starts in
/// is its own.
constexpr auto doors_at = "redis+unix:///proc/self/cwd/";

constexpr auto begun_within = std::chrono::seconds(60);

std::string list_of_servers() {
  std::string list;
  for (std::size_t server = 0; server < servers; ++server) list += (server == 0 ? "" : ",") + address_of_door(server);
  return list;
}

/// The offset of a clock that jumps, in nanoseconds, as the library reads it.
void write_offset(const fs::path& folder, std::chrono::seconds by) {
  const std::int64_t offset = std::chrono::duration_cast<std::chrono::nanoseconds>(by).count();
  std::fstream file(folder / "clock-offset", std::ios::binary | std::ios::in | std::ios::out);
  if (!file) file.open(folder / "clock-offset", std::ios::binary | std::ios::out);
  file.write(reinterpret_cast<const char*>(&offset), sizeof offset);
}

}  // namespace

std::string name_of_node(std::size_t node) { return std::string(1, static_cast<char>('a' + node)); }

std::string address_of_door(std::size_t server) { return doors_at + door_of(server); }

World::World(const WorldPlan& plan) : plan_(plan) {
  std::vector<fs::path> doors, sockets;
  for (std::size_t node = 0; node < nodes; ++node) {
    doors.push_back(sockets_.path() / name_of_node(node));
    fs::create_directories(doors.back());
    fs::create_directories(folder_of(node) / "data");
    write_offset(doors.back(), std::chrono::seconds(0));
    std::vector<std::string> environment;
    if (plan_.jumping_clocks) environment.push_back("LD_PRELOAD=" + plan_.programs.jumping_clock.string());
    nodes_[node] = std::make_unique<Server>(
        ServerPlan{.binary = plan_.programs.before.empty() ? plan_.programs.rostrum : plan_.programs.before,
                   .programme = plan_.programme,
                   .data = folder_of(node) / "data",
                   .around = folder_of(node),
                   .clock = {},
                   .limits = plan_.limits,
                   .more = options_of(node),
                   .folder = doors.back(),
                   .environment = std::move(environment)});
  }
  for (std::size_t server = 0; server < servers; ++server) {
    sockets.push_back(sockets_.path() / door_of(server));
    fs::create_directories(plan_.folder / door_of(server));
    servers_[server] = std::make_unique<RedisServer>(plan_.folder / door_of(server), sockets.back());
  }
  proxy_ = std::make_unique<Proxy>(doors, sockets);
}

fs::path World::folder_of(std::size_t node) const { return plan_.folder / ("node-" + name_of_node(node)); }

std::vector<std::string> World::options_of(std::size_t node) const {
  return {"--journal", list_of_servers(), "--node", name_of_node(node), "--secret", plan_.folder / "secret"};
}

Result<void, std::string> World::start_servers() {
  std::optional<fs::path> small;
  if (plan_.disk_of_server) small = servers_[*plan_.disk_of_server]->data();
  if (plan_.disk_of_node) small = nodes_[*plan_.disk_of_node]->data();
  if (small) {
    auto disk = SmallDisk::mount(*small);
    if (!disk) return failure("there is no disk to fill: " + disk.error());
    disk_.emplace(*std::move(disk));
  }
  for (std::size_t server = 0; server < servers; ++server)
    if (auto started = start_server(server); !started) return started;
  return {};
}

bool World::servers_are_ready() const {
  return std::ranges::all_of(servers_, [](const auto& server) { return server->ready(); });
}

/// Through the doors of the first node.
Result<void, std::string> World::begin_log() const {
  const fs::path log = plan_.folder / "journal-begin.log";
  Process begin;
  if (auto started = begin.start(
          {.words = {plan_.programs.rostrumctl, "journal", "begin", "--servers", list_of_servers(), "--secret",
                     plan_.folder / "secret", "--programme", plan_.programme, "--clock", plan_.clock},
           .log = log,
           .folder = sockets_.path() / name_of_node(0)});
      !started)
    return started;
  if (!begin.ended_in_order(begun_within)) return failure("the log is not begun: " + last_lines_of(log));
  return {};
}

// ---- nodes

Result<void, std::string> World::start_node(std::size_t node) {
  auto started = nodes_[node]->start();
  if (started) node_is_[node] = Is::up;
  return started;
}

bool World::kill_node(std::size_t node) {
  node_is_[node] = Is::down;
  return nodes_[node]->kill_hard();
}

void World::freeze_node(std::size_t node) {
  node_is_[node] = Is::frozen;
  nodes_[node]->freeze();
}

void World::thaw_node(std::size_t node) {
  nodes_[node]->thaw();
  node_is_[node] = Is::up;
}

void World::set_clock(std::size_t node, std::chrono::seconds by) const {
  write_offset(sockets_.path() / name_of_node(node), by);
}

// ---- servers

Result<void, std::string> World::start_server(std::size_t server) {
  auto started = servers_[server]->start();
  if (started) server_is_[server] = Is::up;
  return started;
}

bool World::kill_server(std::size_t server) {
  server_is_[server] = Is::down;
  return servers_[server]->process().kill_hard();
}

void World::freeze_server(std::size_t server) {
  server_is_[server] = Is::frozen;
  servers_[server]->process().freeze();
}

void World::thaw_server(std::size_t server) {
  servers_[server]->process().thaw();
  server_is_[server] = Is::up;
}

// ---- all

std::optional<std::string> World::ended_by_itself() {
  for (std::size_t node = 0; node < nodes; ++node)
    if (node_is_[node] != Is::down && nodes_[node]->ended_by_itself()) {
      node_is_[node] = Is::down;
      return "node " + name_of_node(node);
    }
  for (std::size_t server = 0; server < servers; ++server)
    if (server_is_[server] != Is::down && servers_[server]->process().ended_by_itself()) {
      server_is_[server] = Is::down;
      return door_of(server);
    }
  return std::nullopt;
}

std::vector<std::string> World::last_words() const {
  std::vector<std::string> all;
  for (std::size_t node = 0; node < nodes; ++node)
    all.push_back("the last words of node " + name_of_node(node) + ": " + nodes_[node]->last_words());
  for (std::size_t server = 0; server < servers; ++server)
    all.push_back("the last words of " + door_of(server) + ": " + servers_[server]->last_words());
  return all;
}

void World::keep_disk() const {
  std::error_code ignored;
  const fs::path from = plan_.disk_of_node     ? nodes_[*plan_.disk_of_node]->data()
                        : plan_.disk_of_server ? servers_[*plan_.disk_of_server]->data()
                                               : fs::path();
  if (disk_) fs::copy(from, plan_.folder / "kept", fs::copy_options::recursive, ignored);
}

}  // namespace rostrum::faults
