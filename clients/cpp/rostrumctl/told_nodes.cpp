#include "told_nodes.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rostrum::ctl {

namespace {

constexpr std::string_view of_redis = "rostrum_redis_";

/// A line of /metrics.
struct Sample {
  std::string name;
  std::map<std::string, std::string> labels;
  std::string value;

  [[nodiscard]] std::string label(const std::string& key) const {
    const auto found = labels.find(key);
    return found == labels.end() ? std::string() : found->second;
  }
  [[nodiscard]] std::uint64_t number() const {
    std::uint64_t read = 0;
    std::from_chars(value.data(), value.data() + value.size(), read);
    return read;
  }
};

/// A label's text up to its closing quote, which is left behind with it.
std::string take_quoted(std::string_view& line) {
  std::string text;
  while (!line.empty() && line.front() != '"') {
    if (line.front() == '\\' && line.size() > 1) line.remove_prefix(1);
    text += line.front();
    line.remove_prefix(1);
  }
  if (!line.empty()) line.remove_prefix(1);
  return text;
}

/// None where the line is no sample.
std::optional<Sample> sample_of(std::string_view line) {
  if (line.empty() || line.front() == '#') return std::nullopt;
  const auto end = line.find_first_of("{ ");
  if (end == std::string_view::npos) return std::nullopt;
  Sample sample{.name = std::string(line.substr(0, end)), .labels = {}, .value = {}};
  const bool labelled = line[end] == '{';
  line.remove_prefix(end + 1);
  while (labelled && !line.empty() && line.front() != '}') {
    if (line.front() == ',') line.remove_prefix(1);
    const auto equals = line.find("=\"");
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string key(line.substr(0, equals));
    line.remove_prefix(equals + 2);
    sample.labels[key] = take_quoted(line);
  }
  const auto value = line.find_first_not_of("} ");
  if (value == std::string_view::npos) return std::nullopt;
  sample.value = line.substr(value);
  return sample;
}

ToldServer& server_of(ToldSession& session, const std::string& name) {
  const auto found = std::ranges::find(session.servers, name, &ToldServer::server);
  return found != session.servers.end()
             ? *found
             : session.servers.emplace_back(ToldServer{.server = name, .is = {}, .behind = {}, .synced_ms_ago = {}});
}

void take(ToldServer& server, const Sample& sample) {
  const auto known = sample.value.starts_with('-') ? std::nullopt : std::optional(sample.number());
  if (sample.name == "rostrum_redis_is" && sample.number() == 1) server.is = sample.label("is");
  if (sample.name == "rostrum_redis_behind") server.behind = known;
  if (sample.name == "rostrum_redis_synced_ms_ago") server.synced_ms_ago = known;
}

void take(ToldSession& session, const Sample& sample) {
  if (sample.name == "rostrum_seq") session.last = sample.number();
  if (sample.name == "rostrum_held") session.held = sample.number() == 1;
  if (sample.name == "rostrum_node_writes") session.writes = sample.number() == 1;
  if (sample.name == "rostrum_node_term") {
    session.alone = false;
    session.term = sample.number();
  }
  if (sample.name.starts_with(of_redis)) take(server_of(session, sample.label("server")), sample);
}

std::string of(const std::string& session) { return session.empty() ? "" : fmt::format(" of the session {}", session); }

/// Whoever writes in the highest term is the one that does; another may not have heard of it yet.
void look_who_writes(const std::vector<ToldNode>& nodes, const std::string& session, std::vector<std::string>& into) {
  std::map<std::uint64_t, std::vector<std::string>> writers;
  bool alone = false;
  for (const ToldNode& node : nodes)
    for (const ToldSession& one : node.sessions) {
      if (one.id != session) continue;
      alone |= one.alone;
      if (one.writes) writers[one.term].push_back(node.url);
    }
  if (writers.empty() && !alone) into.push_back(fmt::format("no node writes{}", of(session)));
  if (writers.size() > 1)
    into.push_back(
        fmt::format("{} has not heard yet that another node writes{}", writers.begin()->second.front(), of(session)));
}

void look_at(const ToldNode& node, std::vector<std::string>& into) {
  if (!node.unreached.empty()) return into.push_back(node.url + " cannot be reached");
  if (!node.troubles.empty()) into.push_back(node.url + " is not ready");
  for (const ToldSession& session : node.sessions) {
    if (session.held) into.push_back(fmt::format("{} is held{}", node.url, of(session.id)));
    for (const ToldServer& server : session.servers) {
      if (!server.ready()) into.push_back(fmt::format("{} cannot use {}{}", node.url, server.server, of(session.id)));
      if (server.ready() && server.behind.value_or(0) > 0)
        into.push_back(fmt::format("{} has {} {} behind{}", node.url, server.server, *server.behind, of(session.id)));
    }
  }
}

}  // namespace

std::vector<ToldSession> sessions_of(std::string_view metrics) {
  std::map<std::string, ToldSession> sessions;
  while (!metrics.empty()) {
    const auto sample = sample_of(metrics.substr(0, metrics.find('\n')));
    metrics.remove_prefix(std::min(metrics.find('\n'), metrics.size() - 1) + 1);
    if (!sample) continue;
    const std::string id = sample->label("session");
    const bool of_a_session = sample->name == "rostrum_seq" || sessions.contains(id) ||
                              sample->name.starts_with("rostrum_node_") || sample->name.starts_with(of_redis) ||
                              sample->name == "rostrum_held";
    if (of_a_session) take(sessions.try_emplace(id, ToldSession{.id = id, .servers = {}}).first->second, *sample);
  }
  std::vector<ToldSession> all;
  for (auto& [id, session] : sessions) all.push_back(std::move(session));
  return all;
}

std::vector<std::string> not_well(const std::vector<ToldNode>& nodes) {
  std::vector<std::string> found;
  std::map<std::string, bool> sessions;
  for (const ToldNode& node : nodes) {
    look_at(node, found);
    for (const ToldSession& session : node.sessions) sessions[session.id] = true;
  }
  for (const auto& [id, there] : sessions) look_who_writes(nodes, id, found);
  return found;
}

std::string_view role_of(const ToldSession& session) {
  if (session.alone) return "alone";
  return session.writes ? "writes" : "follows";
}

}  // namespace rostrum::ctl
