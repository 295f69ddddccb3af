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

/// What a server without room does not do (docs/several-nodes.md#on-redis).
bool needs_room(const Question& question) {
  return std::holds_alternative<ask::Append>(question) || std::holds_alternative<ask::Raise>(question) ||
         std::holds_alternative<ask::Admit>(question) || std::holds_alternative<ask::Enter>(question);
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
    servers_.push_back({.model = ModelServer([lives] { return lives->number(); }), .frozen_until = {}});
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
  const int line = nodes_[node].ways[request.server].line;
  const int process = servers_[request.server].starts;
  later(span,
        [this,
         what = UnderWay{
             .node = node, .end = nodes_[node].end, .request = std::move(request), .line = line, .process = process}] {
          arrive(what);
        });
}

void Servers::arrive(const UnderWay& what) {
  const ServerNumber number = what.request.server;
  Server& server = servers_[number];
  const WayThere& way = nodes_[what.node].ways[number];
  if (server.away > 0 || way.to_server_cut > 0 || what.process != server.starts) return;
  if (what.line != way.line && chance_.one_in(2)) return;  // it was in what the line still carried, or was not
  if (loop_.now() < server.frozen_until)
    return later(server.frozen_until - loop_.now(), [this, what] { arrive(what); });
  if (server.full > 0 && needs_room(what.request.question)) return;
  const Reply reply = server.model.answer(what.request.set, what.request.question,
                                          [this, number](const SharedSealed& message) { tell(number, message); });
  if (lost() || way.to_node_cut > 0) {
    lost_answers_ += acted(reply);
    return;
  }
  later(travel(), [this, what, reply] { answer(what, reply); });
}

/// Over the line by which it was asked.
void Servers::answer(const UnderWay& what, const Reply& reply) {
  if (what.line != nodes_[what.node].ways[what.request.server].line) {
    lost_answers_ += acted(reply);
    return;
  }
  if (const auto there = what.end.lock()) there->replied(what.request.id, reply);
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

void Servers::restart(ServerNumber server, Millis span, bool loses_all) {
  if (healed_) return;
  trace_.say(loop_.now(), "server " + std::to_string(server + 1), "ends");
  ++servers_[server].starts;
  servers_[server].frozen_until = {};
  for (NodeThere& node : nodes_) ++node.ways[server].line;
  if (loses_all) wipe(server);
  stop(server, span);
}

void Servers::fill(ServerNumber server, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "server " + std::to_string(server + 1), "has no room for", "ms",
             static_cast<std::uint64_t>(span.value));
  ++servers_[server].full;
  later(span, [this, server] { --servers_[server].full; });
}

void Servers::lose_line(std::size_t node, ServerNumber server, Millis span) {
  if (healed_) return;
  trace_.say(loop_.now(), "node " + std::to_string(node + 1), "loses its line to", "server", server + 1);
  ++nodes_[node].ways[server].line;
  cut(node, server, Way::to_server, span);
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
