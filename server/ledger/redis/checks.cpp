#include "ledger/redis/checks.hpp"

#include <array>
#include <charconv>

#include <hiredis/hiredis.h>

namespace rostrum::ledger::redis {

namespace {

constexpr int version_least = 7;

std::string value_of(const Settings& settings, std::string_view name) {
  const auto found = settings.find(name);
  return found == settings.end() ? std::string() : found->second;
}

std::string shown(std::string value) { return value.empty() ? "not said" : value; }

/// What has to be as it is here.
struct Rule {
  std::string_view setting;
  std::string_view is;
  std::string_view cure;
};
constexpr Rule of_info[] = {
    {"role", "master", "write 'replicaof no one', or name a server that is no replica"},
    {"connected_slaves", "0", "take the replicas away: one that took over would lack what was acknowledged"},
    {"loading", "0", "wait: the server reads its data since it was started"},
    {"aof_last_write_status", "ok", "free the server's disk or mend it: what is written could not be kept"},
};
constexpr Rule of_info_at_first[] = {
    {"aof_rewrite_in_progress", "0", "wait: what is appended may not be kept before the first rewrite has ended"},
    {"aof_rewrite_scheduled", "0", "wait: what is appended may not be kept before the first rewrite has ended"},
    {"aof_last_bgrewrite_status", "ok", "free the server's disk or mend it, and write 'BGREWRITEAOF'"},
};
constexpr Rule of_config[] = {
    {"appendonly", "yes", "write 'appendonly yes'"},
    {"appendfsync", "always", "write 'appendfsync always': else what was acknowledged is lost by a power cut"},
    {"no-appendfsync-on-rewrite", "no", "write 'no-appendfsync-on-rewrite no': else nothing is kept for that long"},
    {"maxmemory-policy", "noeviction", "write 'maxmemory-policy noeviction': else the log may be thrown away"},
    {"cluster-enabled", "no", "write 'cluster-enabled no': what fails over by itself loses what was acknowledged"},
};

constexpr auto config_names = [] {
  std::array<std::string_view, std::size(of_config)> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = of_config[i].setting;
  return names;
}();

void look(const Settings& settings, std::span<const Rule> rules, std::vector<Wrong>& wrong) {
  for (const Rule& rule : rules)
    if (std::string is = value_of(settings, rule.setting); is != rule.is)
      wrong.push_back(
          {.setting = std::string(rule.setting), .is = shown(std::move(is)), .cure = std::string(rule.cure)});
}

/// Valkey goes on from Redis 7.2, and says its own version beside the one it is like.
std::string_view version_name(const Settings& info) {
  return value_of(info, "server_name") == "valkey" ? "valkey_version" : "redis_version";
}

bool is_recent(std::string_view version) {
  int major = 0;
  std::from_chars(version.data(), version.data() + version.size(), major);
  return major >= version_least;
}

/// Empty: they are two.
std::string why_one(const Reached& first, const Reached& later) {
  const std::string both = first.address + " and " + later.address;
  if (!first.run_id.empty() && first.run_id == later.run_id)
    return both + " are one server, which would be counted twice: name another one";
  if (!first.life.empty() && first.life == later.life)
    return both + " hold the same, life and all, which would be counted twice: empty the one that is a copy";
  return {};
}

}  // namespace

Settings settings_of(std::string_view info) {
  Settings settings;
  while (!info.empty()) {
    const std::size_t end = info.find('\n');
    std::string_view line = info.substr(0, end);
    info.remove_prefix(end == std::string_view::npos ? info.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t colon = line.find(':');
    if (line.starts_with('#') || colon == std::string_view::npos) continue;
    settings.insert_or_assign(std::string(line.substr(0, colon)), std::string(line.substr(colon + 1)));
  }
  return settings;
}

Settings settings_of(const redisReply& config) {
  Settings settings;
  if (config.type != REDIS_REPLY_ARRAY) return settings;
  const std::span all(config.element, config.elements);
  for (std::size_t i = 0; i + 1 < all.size(); i += 2)
    if (all[i]->type == REDIS_REPLY_STRING && all[i + 1]->type == REDIS_REPLY_STRING)
      settings.insert_or_assign(std::string(all[i]->str, all[i]->len), std::string(all[i + 1]->str, all[i + 1]->len));
  return settings;
}

std::span<const std::string_view> looked_at() { return config_names; }

std::string in_words(const Wrong& wrong) { return wrong.setting + " is " + wrong.is + ": " + wrong.cure; }

std::vector<Wrong> wrong_with(const Settings& info, const Settings& config) {
  const std::string_view name = version_name(info);
  if (std::string version = value_of(info, name); !is_recent(version))
    return {{.setting = std::string(name),
             .is = shown(std::move(version)),
             .cure = "install Redis " + std::to_string(version_least) + ".0 or a later one, or Valkey"}};
  std::vector<Wrong> wrong;
  look(info, of_info, wrong);
  look(config, of_config, wrong);
  return wrong;
}

std::vector<Wrong> wrong_at_first(const Settings& info) {
  std::vector<Wrong> wrong;
  look(info, of_info_at_first, wrong);
  return wrong;
}

std::string run_id_of(const Settings& info) { return value_of(info, "run_id"); }

std::map<std::size_t, std::string> reached_twice(std::span<const Reached> servers) {
  std::map<std::size_t, std::string> twice;
  for (std::size_t later = 1; later < servers.size(); ++later)
    for (const Reached& first : servers.first(later))
      if (std::string why = why_one(first, servers[later]); !why.empty()) twice.emplace(later, std::move(why));
  return twice;
}

}  // namespace rostrum::ledger::redis
