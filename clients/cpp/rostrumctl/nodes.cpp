// `nodes`: how the nodes of a session stand, and the Redis servers that hold its log, in what each says at one look.
#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "client/address.hpp"
#include "client/http.hpp"
#include "commands.hpp"
#include "held_logs.hpp"
#include "told_nodes.hpp"

namespace rostrum::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::chrono::milliseconds node_within(3'000);
constexpr unsigned http_ok = 200;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What a node says; that it says nothing, too.
ToldNode look_at(const std::string& url) {
  ToldNode node{.url = url, .unreached = {}, .troubles = {}, .sessions = {}};
  const auto address = client::address_of(url);
  const auto ready = address ? client::http_get(*address, "/readyz", node_within)
                             : Result<client::HttpAnswer, std::string>(failure(address.error()));
  const auto metrics = ready ? client::http_get(*address, "/metrics", node_within) : ready;
  if (!metrics)
    node.unreached = metrics.error();
  else if (metrics->status != http_ok)
    node.unreached = fmt::format("what answers there is no Rostrum server (status {})", metrics->status);
  if (!node.unreached.empty()) return node;
  if (ready->status != http_ok) node.troubles = lines_of(ready->body);
  node.sessions = sessions_of(metrics->body);
  return node;
}

/// A Redis server, as it is found from here.
struct LookedAt {
  std::string name;
  ledger::redis::ServerStanding standing;
  HeldLog held;
  Seq final;  // that a node has said before

  [[nodiscard]] bool member() const { return held.holds() && !ledger::making_of(*held.set); }
  [[nodiscard]] std::uint64_t behind() const {
    return member() && held.answered && held.last < final ? final.value - held.last.value : 0;
  }
};

Seq final_of(const std::vector<ToldNode>& nodes, const std::string& session) {
  Seq last;
  for (const ToldNode& node : nodes)
    for (const ToldSession& one : node.sessions)
      if (one.id.empty() || one.id == session) last = std::max(last, Seq{one.last});
  return last;
}

Result<std::vector<LookedAt>, std::string> look_at_servers(const NodesOptions& options, Seq final) {
  std::vector<LookedAt> all;
  if (options.servers.list.empty()) return all;
  const auto reach = ledger::redis::reach_of(options.servers);
  if (!reach) return failure(reach.error());
  Talk talk(*reach, {options.session});
  const auto held = held_logs(talk, final, nullptr);
  for (ledger::ServerNumber number = 0; number < held.size(); ++number)
    all.push_back(
        {.name = talk.names()[number], .standing = talk.standing_of(number), .held = held[number], .final = final});
  return all;
}

/// What is not well with a server; empty: it is.
std::string not_well(const LookedAt& server) {
  if (!server.standing.answers() || !server.held.set) return fmt::format("{} cannot be used", server.name);
  if (!server.held.holds()) return fmt::format("{} holds nothing of the session", server.name);
  if (!server.member()) return fmt::format("{} {}", server.name, ledger::in_words(*server.held.set));
  if (!server.held.answered) return fmt::format("{} does not tell how far its log reaches", server.name);
  if (server.behind() > 0) return fmt::format("{} is {} behind", server.name, server.behind());
  return {};
}

// ---- in words

std::string in_words(const LookedAt& server) {
  std::string words = server.standing.words;
  if (!server.held.set) return words;
  if (!server.held.holds()) return words;
  if (!server.member()) words += "; " + ledger::in_words(*server.held.set);
  words += fmt::format("; commits 1 to {}, term {}", server.held.last.value, server.held.term.value);
  return words;
}

/// As a node has it; only the one that writes knows how far it has come.
std::string in_words(const ToldServer& server) {
  std::string words = "is " + (server.is.empty() ? "not known yet" : server.is);
  if (server.behind) words += fmt::format(", {} behind", *server.behind);
  if (server.synced_ms_ago) words += fmt::format(", synced {} ms ago", *server.synced_ms_ago);
  return words;
}

void tell(const ToldNode& node, std::size_t width) {
  if (!node.unreached.empty())
    return void(std::cout << fmt::format("{:<{}}  cannot be reached: {}\n", node.url, width, node.unreached));
  for (const ToldSession& session : node.sessions) {
    std::cout << fmt::format("{:<{}}  {:<7}  term {}, last final commit {}, {}{}\n", node.url, width, role_of(session),
                             session.term, session.last, node.troubles.empty() ? "ready" : "not ready",
                             session.id.empty() ? "" : ", session " + session.id);
    for (const ToldServer& server : session.servers)
      if (!server.ready() || server.behind)
        std::cout << fmt::format("{:<{}}  {} {}\n", "", width, server.server, in_words(server));
  }
  for (const std::string& trouble : node.troubles) std::cout << fmt::format("{:<{}}  {}\n", "", width, trouble);
}

void tell(const std::vector<ToldNode>& nodes, const std::vector<LookedAt>& servers,
          const std::vector<std::string>& wrong) {
  std::size_t width = 0;
  for (const ToldNode& node : nodes) width = std::max(width, node.url.size());
  for (const LookedAt& server : servers) width = std::max(width, server.name.size());
  for (const ToldNode& node : nodes) tell(node, width);
  for (const LookedAt& server : servers) std::cout << fmt::format("{:<{}}  {}\n", server.name, width, in_words(server));
  std::cout << (wrong.empty() ? "All is well.\n" : fmt::format("Not well: {}.\n", fmt::join(wrong, "; ")));
}

// ---- as JSON

Json as_json(const ToldNode& node) {
  if (!node.unreached.empty()) return {{"url", node.url}, {"reached", false}, {"why", node.unreached}};
  Json sessions = Json::array();
  for (const ToldSession& session : node.sessions) {
    Json servers = Json::array();
    for (const ToldServer& server : session.servers) {
      servers.push_back({{"server", server.server}, {"is", server.is}});
      if (server.behind) servers.back()["behind"] = *server.behind;
      if (server.synced_ms_ago) servers.back()["synced_ms_ago"] = *server.synced_ms_ago;
    }
    sessions.push_back({{"session", session.id},
                        {"role", role_of(session)},
                        {"term", session.term},
                        {"last_final", session.last},
                        {"held", session.held},
                        {"servers", std::move(servers)}});
  }
  return {{"url", node.url},
          {"reached", true},
          {"ready", node.troubles.empty()},
          {"troubles", node.troubles},
          {"sessions", std::move(sessions)}};
}

Json as_json(const LookedAt& server) {
  Json json{{"server", server.name},
            {"ready", server.standing.is == ledger::redis::ServerStanding::Is::ready},
            {"standing", server.standing.words},
            {"reached", server.held.set.has_value()}};
  if (!server.held.set) return json;
  json["set"] = *server.held.set;
  json["member"] = server.member();
  json["term"] = server.held.term.value;
  json["last"] = server.held.last.value;
  json["behind"] = server.behind();
  return json;
}

void tell_json(const std::vector<ToldNode>& nodes, const std::vector<LookedAt>& servers,
               const std::vector<std::string>& wrong) {
  Json json{{"well", wrong.empty()}, {"why", wrong}, {"nodes", Json::array()}, {"servers", Json::array()}};
  for (const ToldNode& node : nodes) json["nodes"].push_back(as_json(node));
  for (const LookedAt& server : servers) json["servers"].push_back(as_json(server));
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int nodes(const NodesOptions& options) {
  if (options.urls.empty() && options.servers.list.empty())
    return complain("nothing is named to look at: nodes with --urls, or Redis servers with --servers");
  std::vector<ToldNode> nodes;
  for (const std::string& url : options.urls) nodes.push_back(look_at(url));
  const auto servers = look_at_servers(options, final_of(nodes, options.session));
  if (!servers) return complain(servers.error());
  std::vector<std::string> wrong = not_well(nodes);
  for (const LookedAt& server : *servers)
    if (std::string why = not_well(server); !why.empty()) wrong.push_back(std::move(why));
  if (options.json)
    tell_json(nodes, *servers, wrong);
  else
    tell(nodes, *servers, wrong);
  return wrong.empty() ? done : failed;
}

}  // namespace rostrum::ctl
