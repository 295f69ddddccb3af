#include "simulation/servers.hpp"

#include <algorithm>

#include "support/secrets.hpp"

namespace rostrum::simulation {

using namespace ledger;

namespace {

bool acted(const Reply& reply) {
  return std::holds_alternative<reply::Stands>(reply.is) || std::holds_alternative<reply::Granted>(reply.is) ||
         std::holds_alternative<reply::Admitted>(reply.is);
}

}  // namespace

Seals seals_of_world() { return Seals(test::known_hmac, set_of_world); }

Seals seals_of_strangers() {
  return Seals([](std::string_view message) { return sha256(message); }, set_of_world);
}

Servers::Servers(Loop& loop, Trace& trace, const Setting& setting, Chance chance, std::vector<SharedEntry> log)
    : loop_(loop),
      trace_(trace),
      setting_(setting),
      chance_(std::move(chance)),
      nodes_(static_cast<std::size_t>(setting.nodes)) {
  auto lives = std::make_shared<Chance>(chance_.split());
  for (int server = 0; server < setting.servers; ++server) {
    servers_.push_back({.model = ModelServer([lives] { return lives->number(); }), .away = 0, .frozen_until = {}});
    servers_.back().model.begin(set_of_world, log);
  }
  for (NodeThere& node : nodes_) node.ways.resize(servers_.size());
}

void Servers::connect(std::size_t node, const std::shared_ptr<ServerEnd>& end) {
  nodes_[node].end = end;
  for (WayThere& way : nodes_[node].ways) way.listening = false;
  look_who_listens();
}

Millis Servers::travel() {
  Millis span = chance_.span({}, setting_.network.latency_most);
  if (!healed_ && chance_.one_in(setting_.network.late_one_in)) span += chance_.span({}, seconds(5));
  return span;
}

void Servers::carry(std::size_t node, Request request) {
  if (lost()) return;
  Millis span = travel();
  for (const Interference& each : interferences_)
    if (each.until > loop_.now()) span += each.meets(node, request).value_or(Millis{});
  if (span >= never) return;
  later(span, [this, node, end = nodes_[node].end, request = std::move(request)] { arrive(node, end, request); });
}

void Servers::arrive(std::size_t node, const std::weak_ptr<ServerEnd>& end, const Request& request) {
  Server& server = servers_[request.server];
  const WayThere& way = nodes_[node].ways[request.server];
  if (server.away > 0 || way.to_server_cut > 0) return;
  if (loop_.now() < server.frozen_until)
    return later(server.frozen_until - loop_.now(), [this, node, end, request] { arrive(node, end, request); });
  const Reply reply = server.model.answer(
      request.set, request.question, [this, &request](const SharedSealed& message) { tell(request.server, message); });
  if (lost() || way.to_node_cut > 0) {
    lost_answers_ += acted(reply);
    return;
  }
  later(travel(), [end, id = request.id, reply] {
    if (const auto there = end.lock()) there->replied(id, reply);
  });
}

void Servers::tell(ServerNumber server, const SharedSealed& message) {
  for (NodeThere& node : nodes_) {
    const WayThere& way = node.ways[server];
    if (!way.listening || way.to_node_cut > 0 || way.deaf > 0 || lost()) continue;
    for (int copies = !healed_ && chance_.one_in(setting_.network.twice_one_in) ? 2 : 1; copies > 0; --copies)
      later(travel(), [end = node.end, server, message] {
        if (const auto there = end.lock()) there->heard(server, message);
      });
  }
}

// ---- trouble

void Servers::look_who_listens() {
  for (std::size_t node = 0; node < nodes_.size(); ++node)
    for (ServerNumber server = 0; server < servers_.size(); ++server) look_who_listens(node, server);
}

/// A node learns late that a way is no more, or is there again.
void Servers::look_who_listens(std::size_t node, ServerNumber server) {
  later(chance_.span({}, seconds(1)), [this, node, server, end = nodes_[node].end] {
    WayThere& way = nodes_[node].ways[server];
    const bool cut = way.to_node_cut > 0 || way.to_server_cut > 0 || way.deaf > 0;
    const bool there = servers_[server].away == 0 && !cut;
    const auto life = end.lock();
    if (!life || life != nodes_[node].end.lock() || way.listening == there) return;
    way.listening = there;
    life->listens(server, there);
  });
}

void Servers::stop(ServerNumber server, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "server " + std::to_string(server + 1), "is away for", "ms",
             static_cast<std::uint64_t>(span.value));
  ++servers_[server].away;
  look_who_listens();
  later(span, [this, server] {
    --servers_[server].away;
    look_who_listens();
  });
}

void Servers::freeze(ServerNumber server, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "server " + std::to_string(server + 1), "stands still for", "ms",
             static_cast<std::uint64_t>(span.value));
  servers_[server].frozen_until = std::max(servers_[server].frozen_until, loop_.now() + span);
}

void Servers::wipe(ServerNumber server) {
  if (healed_) return;
  trace_.say(loop_.now(), "server " + std::to_string(server + 1), "loses all");
  ++wipes_;
  servers_[server].model.wipe();
}

void Servers::cut(std::size_t node, ServerNumber server, Way way, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "node " + std::to_string(node + 1), "is cut off from server",
             way == Way::both      ? "both ways"
             : way == Way::to_node ? "towards it"
                                   : "from it",
             server + 1);
  const int to_server = way != Way::to_node, to_node = way != Way::to_server;
  nodes_[node].ways[server].to_server_cut += to_server;
  nodes_[node].ways[server].to_node_cut += to_node;
  look_who_listens();
  later(span, [this, node, server, to_server, to_node] {
    nodes_[node].ways[server].to_server_cut -= to_server;
    nodes_[node].ways[server].to_node_cut -= to_node;
    look_who_listens();
  });
}

void Servers::deafen(std::size_t node, ServerNumber server, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "node " + std::to_string(node + 1), "does not hear", "server", server + 1);
  ++nodes_[node].ways[server].deaf;
  look_who_listens(node, server);
  later(span, [this, node, server] {
    --nodes_[node].ways[server].deaf;
    look_who_listens(node, server);
  });
}

void Servers::interfere(Millis span, Meets meets) {
  if (healed_) return;
  std::erase_if(interferences_, [this](const Interference& each) { return each.until <= loop_.now(); });
  interferences_.push_back({loop_.now() + span, std::move(meets)});
}

void Servers::heal() {
  healed_ = true;
  interferences_.clear();
}

bool Servers::most_wiped() const {
  const auto members = std::ranges::count_if(servers_, [](const Server& server) { return server.model.member(); });
  return !most(static_cast<std::size_t>(members), servers_.size());
}

}  // namespace rostrum::simulation
