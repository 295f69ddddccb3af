// Each fault of a Redis server that can be made on a real one is told by its kind. tests/ledger/redis has the rest.
#include <filesystem>

#include "integration/support/redis_process.hpp"
#include "ledger/agreed/driving.hpp"
#include "ledger/redis/answers.hpp"
#include "ledger/redis/requests.hpp"

namespace rostrum::ledger {
namespace {

using redis::Naming;
using test::free_port;
using test::RedisLine;
using test::RedisProcess;

const SessionId session{"session-1"};
const Right right{.term = {1}, .writer = "writer"};
const ServerLife life = "life-1";

/// An answer in words, or the fault.
std::string says(RedisLine& line, const Question& question, Naming naming = Naming::in_full) {
  const auto reply = line.ask(redis::command_of({.session = session, .set = set, .life = life}, question, naming));
  const auto answer = redis::answer_of(question, *reply);
  if (answer) return words_of(answer->is);
  INFO(answer.error().words);
  CHECK_FALSE(answer.error().words.empty());
  return "fault: " + std::string(redis::name_of(answer.error().kind));
}
std::string says_to_confirm(RedisLine& line) { return says(line, ask::Confirm{.right = right, .seq = {}}); }

const ask::Admit admit{.right = right, .life = life};
ask::Append append_of(const SharedEntry& entry) { return {.right = right, .entry = entry}; }
const ask::Tell tell{std::make_shared<const Sealed>("a message")};

/// One of each that does something.
std::vector<Question> questions() {
  const SharedEntry first = entry_after(nullptr, {1});
  return {ask::Raise{right},
          append_of(first),
          admit,
          ask::Confirm{.right = right, .seq = {}},
          ask::Enter{.right = right, .set = "set-2", .seq = {}},
          ask::Ring{.right = right, .message = tell.message},
          ask::Read{.from = {1}, .upto = {1}, .digest = first->digest},
          tell};
}
void all_say(RedisLine& line, const std::string& words) {
  for (const Question& question : questions()) CHECK(says(line, question) == words);
}

auto has(std::string words) {
  return [words = std::move(words)](const std::string& said) { return said.find(words) != std::string::npos; };
}

}  // namespace

TEST_CASE("A Redis server that does not know a script is sent it in full, and knows it from then on") {
  RedisProcess server;
  RedisLine line(server);
  for (const bool flushed : {false, true}) {
    if (flushed) REQUIRE(line.says({"SCRIPT", "FLUSH"}) == "OK");
    for (const Question& question : questions()) {
      CHECK(says(line, question, Naming::by_digest) == "fault: no_script");
      const std::string answer = says(line, question, Naming::in_full);
      CHECK_FALSE(has("fault")(answer));
      CHECK_FALSE(has("fault")(says(line, question, Naming::by_digest)));
    }
  }
}

TEST_CASE("A Redis server whose memory is full takes no entry and no right, but reads, confirms and tells") {
  RedisProcess server;
  RedisLine line(server);
  const SharedEntry first = entry_after(nullptr, {1});
  REQUIRE(says(line, admit) == "admitted");
  REQUIRE(says(line, append_of(first)) == "stands 1");
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "1"}) == "OK");
  CHECK(says(line, append_of(entry_after(first, {1}))) == "fault: no_room");
  CHECK(says(line, ask::Raise{right}) == "fault: no_room");
  CHECK(says(line, admit) == "fault: no_room");
  CHECK(says(line, ask::Enter{.right = right, .set = "set-2", .seq = {}}) == "fault: no_room");
  CHECK(says_to_confirm(line) == "confirmed");
  CHECK(says(line, ask::Read{.from = {1}, .upto = {1}, .digest = first->digest}) == "page of 1");
  CHECK(says(line, ask::Ring{.right = right, .message = tell.message}) == "told");
  CHECK(says(line, tell) == "told");
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "0"}) == "OK");
  CHECK(says(line, append_of(entry_after(first, {1}))) == "stands 2");
}

TEST_CASE("A Redis server that wants a password, or another one, says so") {
  RedisProcess server({"--requirepass", "password"});
  for (const Question& question : questions()) {
    RedisLine unknown(server);  // a server may hang up on one
    CHECK(says(unknown, question) == "fault: no_auth");
  }
  RedisLine line(server);
  CHECK(redis::fault_of(line.says({"AUTH", "another"})).kind == redis::FaultKind::no_auth);
  REQUIRE(line.says({"AUTH", "password"}) == "OK");
  CHECK(says_to_confirm(line) == "stranger");
}

TEST_CASE("A Redis server does nothing for a user without the commands, the keys or the channel") {
  struct Row {
    const char* may;
    Question question;
    const char* says;
  };
  const Row rows[] = {
      {"+ping ~* &*", tell, "fault: no_permission"},
      {"+@all -hset ~* &*", admit, "fault: no_permission"},
      {"+@all ~{another}* &*", admit, "fault: no_permission"},
      {"+@all ~* resetchannels &{another}*", tell, "fault: no_permission"},
      {"+eval +evalsha +hmget +hset +llen +del +publish resetkeys ~{session-1}:* resetchannels &{session-1}:told", tell,
       "told"},
  };
  for (const auto& [may, question, words] : rows) {
    INFO(may);
    RedisProcess server;
    RedisLine line(server);
    redis::Command command{"ACL", "SETUSER", "node", "on", ">password"};
    std::istringstream all(may);
    for (std::string word; all >> word;) command.push_back(word);
    REQUIRE(line.says(command) == "OK");
    REQUIRE(line.says({"AUTH", "node", "password"}) == "OK");
    CHECK(says(line, question) == words);
  }
}

TEST_CASE("A replica takes no question, not even one that changes nothing: it is no server of its own") {
  RedisProcess server({"--replicaof", "127.0.0.1 " + free_port(), "--replica-read-only", "yes"});
  RedisLine line(server);
  all_say(line, "fault: read_only");
  REQUIRE(line.says({"CONFIG", "SET", "replica-serve-stale-data", "no"}) == "OK");
  all_say(line, "fault: read_only");
}

TEST_CASE("A Redis server that reads its data yet says so") {
  RedisProcess server;
  {
    RedisLine line(server);
    for (int key = 0; key < 20; ++key)
      REQUIRE(line.says({"SET", "key-" + std::to_string(key), std::string(2'000, 'v')}) == "OK");
    REQUIRE(line.says({"CONFIG", "SET", "rdbcompression", "no"}) == "OK");
    REQUIRE(line.says({"SAVE"}) == "OK");
  }
  server.kill_hard();
  // Three seconds a key, between which it answers: the test ends it before the second.
  server.start({"--key-load-delay", "3000000", "--loading-process-events-interval-bytes", "1024"}, "Loading RDB");
  RedisLine line(server);
  CHECK(says_to_confirm(line) == "fault: loading");
}

TEST_CASE("A Redis server that runs somebody's script without end says so until that is ended") {
  RedisProcess server({"--busy-reply-threshold", "1"});
  RedisLine endless(server), line(server);
  REQUIRE(says_to_confirm(line) == "stranger");
  endless.send({"EVAL", "while true do end", "0"});
  endless.flush();
  line.until({"PING"}, has("BUSY"));
  all_say(line, "fault: busy");
  REQUIRE(line.says({"SCRIPT", "KILL"}) == "OK");
  CHECK(endless.read()->type == REDIS_REPLY_ERROR);
  CHECK(says_to_confirm(line) == "stranger");
}

TEST_CASE("A Redis server that cannot write its data to the disk takes no question") {
  RedisProcess server({"--save", "3600 1000000", "--stop-writes-on-bgsave-error", "yes"});
  RedisLine line(server);
  REQUIRE(says(line, admit) == "admitted");
  // In the way of the file, for whoever may write there too.
  std::filesystem::create_directory(server.folder() / "dump.rdb");
  (void)line.says({"BGSAVE"});
  line.until({"INFO", "persistence"}, has("rdb_last_bgsave_status:err"));
  all_say(line, "fault: cannot_persist");
}

TEST_CASE("A Redis server of a cluster takes no question, whether or not it has the keys' slot") {
  RedisProcess server({"--port", free_port(), "--cluster-enabled", "yes", "--cluster-port", free_port()});
  RedisLine line(server);
  all_say(line, "fault: cluster");
  CHECK(has("CLUSTERDOWN")(line.says(redis::command_of({.session = session, .set = set, .life = life}, tell))));
  REQUIRE(line.says({"CLUSTER", "ADDSLOTSRANGE", "0", "16383"}) == "OK");
  line.until({"CLUSTER", "INFO"}, has("cluster_state:ok"));
  all_say(line, "fault: cluster");
}

}  // namespace rostrum::ledger
