// What is found wrong with a Redis server, by what it says of itself.
#include "ledger/redis/checks.hpp"

#include <catch2/catch.hpp>

namespace rostrum::ledger::redis {
namespace {

const Settings info{{"redis_version", "7.0.15"},     {"role", "master"}, {"connected_slaves", "0"}, {"loading", "0"},
                    {"aof_last_write_status", "ok"}, {"run_id", "0a1b"}};
const Settings config{{"appendonly", "yes"},
                      {"appendfsync", "always"},
                      {"no-appendfsync-on-rewrite", "no"},
                      {"maxmemory-policy", "noeviction"},
                      {"cluster-enabled", "no"}};

Settings with(Settings settings, const std::string& name, const std::string& value) {
  settings[name] = value;
  return settings;
}

std::vector<std::string> words_of(const std::vector<Wrong>& wrong) {
  std::vector<std::string> words;
  for (const Wrong& each : wrong) words.push_back(in_words(each));
  return words;
}

}  // namespace

TEST_CASE("What INFO says is read by its names") {
  const Settings read =
      settings_of("# Server\r\nredis_version:7.0.15\r\nrun_id:0a1b\r\n\r\n# CPU\r\nconfig_file:/a:b\r\n"
                  "no value\r\nempty:\r\nlast:1");
  CHECK(
      read ==
      Settings{{"redis_version", "7.0.15"}, {"run_id", "0a1b"}, {"config_file", "/a:b"}, {"empty", ""}, {"last", "1"}});
  CHECK(settings_of("").empty());
  CHECK(run_id_of(read) == "0a1b");
  CHECK(run_id_of({}).empty());
}

TEST_CASE("Nothing is wrong with a Redis server that is set up as it has to be, nor with a Valkey") {
  CHECK(wrong_with(info, config).empty());
  CHECK(wrong_with(with(info, "redis_version", "10.0.0"), config).empty());
  CHECK(wrong_with(with(with(info, "server_name", "valkey"), "valkey_version", "8.0.1"), config).empty());
}

TEST_CASE("What is wrong with a Redis server is named with its setting and the line that cures it") {
  struct Row {
    bool of_info;
    std::string setting, is, says;
  };
  const Row rows[] = {
      {true, "redis_version", "6.2.14", "redis_version is 6.2.14: install Redis 7.0 or a later one, or Valkey"},
      {true, "redis_version", "", "redis_version is not said: install Redis 7.0 or a later one, or Valkey"},
      {true, "role", "slave", "role is slave: write 'replicaof no one', or name a server that is no replica"},
      {true, "connected_slaves", "2",
       "connected_slaves is 2: take the replicas away: one that took over would lack what was acknowledged"},
      {true, "loading", "1", "loading is 1: wait: the server reads its data since it was started"},
      {true, "aof_last_write_status", "err",
       "aof_last_write_status is err: free the server's disk or mend it: what is written could not be kept"},
      {false, "appendonly", "no", "appendonly is no: write 'appendonly yes'"},
      {false, "appendfsync", "everysec",
       "appendfsync is everysec: write 'appendfsync always': else what was acknowledged is lost by a power cut"},
      {false, "no-appendfsync-on-rewrite", "yes",
       "no-appendfsync-on-rewrite is yes: write 'no-appendfsync-on-rewrite no': else nothing is kept for that long"},
      {false, "maxmemory-policy", "allkeys-lru",
       "maxmemory-policy is allkeys-lru: write 'maxmemory-policy noeviction': else the log may be thrown away"},
      {false, "cluster-enabled", "yes",
       "cluster-enabled is yes: write 'cluster-enabled no': what fails over by itself loses what was acknowledged"},
  };
  for (const auto& [of_info, setting, is, says] : rows) {
    const auto wrong =
        of_info ? wrong_with(with(info, setting, is), config) : wrong_with(info, with(config, setting, is));
    CHECK(words_of(wrong) == std::vector{says});
  }
}

TEST_CASE("All that is wrong with a Redis server is named, also what it does not say") {
  CHECK(wrong_with({}, {}).size() == 1);  // who is too old is asked no more
  CHECK(wrong_with(info, {}).size() == looked_at().size());
  CHECK(wrong_with(with(info, "role", "slave"), with(config, "appendonly", "no")).size() == 2);
  CHECK(wrong_with(with(with(info, "server_name", "valkey"), "valkey_version", "6"), config).at(0).setting ==
        "valkey_version");
}

TEST_CASE("What a Redis server appends counts only once no rewrite is under way that may be its first") {
  const Settings ended{
      {"aof_rewrite_in_progress", "0"}, {"aof_rewrite_scheduled", "0"}, {"aof_last_bgrewrite_status", "ok"}};
  CHECK(wrong_at_first(ended).empty());
  const std::pair<std::string, std::string> rows[] = {
      {"aof_rewrite_in_progress", "wait: what is appended may not be kept before the first rewrite has ended"},
      {"aof_rewrite_scheduled", "wait: what is appended may not be kept before the first rewrite has ended"},
      {"aof_last_bgrewrite_status", "free the server's disk or mend it, and write 'BGREWRITEAOF'"},
  };
  for (const auto& [setting, cure] : rows)
    CHECK(words_of(wrong_at_first(with(ended, setting, "1"))) == std::vector{setting + " is 1: " + cure});
  CHECK(wrong_at_first({}).size() == std::size(rows));
}

TEST_CASE("One Redis server that is reached by two addresses is found, at the later of them") {
  const std::vector<Reached> servers{{"redis://a:1", "0a", ""},
                                     {"redis://b:1", "0b", ""},
                                     {"redis://c:1", "0a", ""},
                                     {"redis://d:1", "", ""},
                                     {"redis://e:1", "", ""}};
  CHECK(reached_twice(servers) ==
        std::map<std::size_t, std::string>{
            {2, "redis://a:1 and redis://c:1 are one server, which would be counted twice: name another one"}});
  CHECK(reached_twice(std::span(servers).first(2)).empty());
}

TEST_CASE("A Redis server that has a copy of another's data is found, at the later of both") {
  const std::vector<Reached> servers{{"redis://a:1", "0a", ""},
                                     {"redis://b:1", "0b", "life-1"},
                                     {"redis://c:1", "0c", "life-2"},
                                     {"redis://d:1", "0d", "life-1"},
                                     {"redis://e:1", "0e", ""}};
  CHECK(reached_twice(servers) == std::map<std::size_t, std::string>{
                                      {3, "redis://b:1 and redis://d:1 hold the same, life and all, which would be "
                                          "counted twice: empty the one that is a copy"}});
}

}  // namespace rostrum::ledger::redis
