// A real Redis server with exactly the configuration and the users of deploy/redis: a node can do all that it does, and
// nothing else.
#include <algorithm>
#include <sstream>

#include "integration/support/deployed_redis.hpp"
#include "integration/support/redis_talk.hpp"
#include "ledger/agreed/driving.hpp"
#include "ledger/redis/answers.hpp"
#include "ledger/redis/subscription.hpp"

namespace rostrum::ledger::redis {
namespace {

using test::address_of;
using test::Hall;
using test::has;
using test::RedisProcess;
using test::Talk;
using test::terms_of;
using Is = Standing::Is;

const Credentials node{.user = "rostrum", .password = "a secret"};
const SessionId session{"session-1"};
const Right right{.term = {1}, .writer = "writer"};
const ServerLife life = "life-1";

/// The server's folder and socket are the test's own.
class Deployed {
 public:
  Deployed()
      : server_({(test::deployed_redis / "redis.conf").string(), "--aclfile", users_.file()},
                RedisProcess::As::configured) {}

  [[nodiscard]] Terms terms() const { return terms_of(address_of(server_), {.look_every = {20}}, node); }

  /// As after a power cut.
  void starts_again() {
    server_.kill_hard();
    server_.start();
  }

 private:
  test::DeployedUsers users_{node.password};
  RedisProcess server_;
};

/// What the node's user may do, as the file says it.
std::vector<std::string> allowed() {
  const std::string text = test::content_of(test::deployed_redis / "users.acl");
  std::istringstream words(text.substr(text.find("user rostrum")));
  std::vector<std::string> commands;
  for (std::string word; words >> word;)
    if (word.starts_with('+')) commands.push_back(word.substr(1));
  return commands;
}

std::string answer_to(Talk& talk, const Question& question, Naming naming) {
  std::string words;
  talk.connection.ask(command_of({.session = session, .set = set, .life = life}, question, naming),
                      [&](const auto& reply) {
                        REQUIRE(reply);
                        const auto answer = answer_of(question, **reply);
                        words = answer ? words_of(answer->is) : answer.error().words;
                      });
  talk.hall.until([&] { return !words.empty(); });
  return words;
}

void every_question_is_answered(Talk& talk) {
  const SharedEntry first = entry_after(nullptr, {1}), second = entry_after(first, {1});
  const SharedEntry other = entry_after(first, {2});
  const Right higher{.term = {2}, .writer = "writer"};
  const auto message = std::make_shared<const Sealed>("a message");
  const std::pair<Question, std::string> rows[] = {
      {ask::Raise{right}, "stranger"},
      {ask::Admit{.right = right, .life = life}, "admitted"},
      {ask::Append{.right = right, .entry = first}, "stands 1"},
      {ask::Append{.right = right, .entry = second}, "stands 2"},
      {ask::Raise{higher}, "granted"},
      {ask::Append{.right = higher, .entry = other}, "stands 2"},  // which cuts off the other
      {ask::Confirm{.right = higher, .seq = {2}, .digest = other->digest}, "confirmed"},
      {ask::Read{.from = {1}, .upto = {2}, .digest = other->digest}, "page"},
      {ask::Ring{.right = higher, .message = message}, "told"},
      {ask::Tell{message}, "told"},
      {ask::Enter{.right = higher, .set = set, .seq = {2}, .digest = other->digest}, "entered"},
  };
  for (const auto& [question, says] : rows) {
    CHECK(answer_to(talk, question, Naming::in_full).starts_with(says));
    CHECK_FALSE(answer_to(talk, question, Naming::by_digest).starts_with("NOSCRIPT"));
  }
}

}  // namespace

TEST_CASE("With the configuration and the users that come with it a Redis server is fit, and every command is needed") {
  const Deployed deployed_server;
  Hall hall;
  Talk talk(hall, deployed_server.terms());
  hall.until([&] { return talk.changes > 0; });
  REQUIRE(in_words(talk.connection.standing()) == "ready");

  std::vector<std::string> messages;
  const Subscription subscription(
      hall.strand(), deployed_server.terms(), channel_of(session),
      [&](std::string_view message) { messages.emplace_back(message); }, [] {});
  hall.until([&] { return subscription.standing().is == Is::ready; });
  every_question_is_answered(talk);
  hall.until([&] { return messages.size() >= 2; });

  const auto uses = [&](const std::string& command) {
    return has("cmdstat_" + command + ":calls=")(talk.says({"INFO", "commandstats"}));
  };
  const std::vector<std::string> commands = allowed();
  CHECK(commands.size() > 10);
  for (const std::string& command : commands) {
    INFO(command);
    hall.until([&] { return uses(command); });  // the listener's ping is sent each second
  }
}

TEST_CASE("What a Redis server took is there after it was started again, with the users that come with it") {
  Deployed deployed_server;
  const SharedEntry first = entry_after(nullptr, {1});
  const auto asks = [&](const std::vector<std::pair<Question, std::string>>& rows) {
    Hall hall;
    Talk talk(hall, deployed_server.terms());
    hall.until([&] { return talk.changes > 0 && in_words(talk.connection.standing()) == "ready"; });
    for (const auto& [question, says] : rows) CHECK(answer_to(talk, question, Naming::in_full).starts_with(says));
  };
  asks({{ask::Raise{right}, "stranger"},
        {ask::Admit{.right = right, .life = life}, "admitted"},
        {ask::Append{.right = right, .entry = first}, "stands 1"}});
  deployed_server.starts_again();
  asks({{ask::Confirm{.right = right, .seq = {1}, .digest = first->digest}, "confirmed"},
        {ask::Read{.from = {1}, .upto = {1}, .digest = first->digest}, "page"}});
}

TEST_CASE("A node's user may do nothing else at a Redis server with the users that come with it") {
  const Deployed deployed_server;
  Hall hall;
  Talk talk(hall, deployed_server.terms());
  talk.until(Is::ready);
  const std::vector<Command> refused = {
      {"FLUSHALL"},
      {"FLUSHDB"},
      {"KEYS", "*"},
      {"SCAN", "0"},
      {"CONFIG", "SET", "appendonly", "no"},
      {"CONFIG", "RESETSTAT"},
      {"ACL", "LIST"},
      {"ACL", "SETUSER", "rostrum", "+@all"},
      {"CLIENT", "KILL", "TYPE", "normal"},
      {"SCRIPT", "FLUSH"},
      {"FUNCTION", "FLUSH"},
      {"SHUTDOWN"},
      {"REPLICAOF", "127.0.0.1", "1"},
      {"MONITOR"},
      {"SAVE"},
      {"MULTI"},
      {"SET", "{session-1}:ballot", "value"},
      {"EXPIRE", "{session-1}:log", "1"},
      {"RENAME", "{session-1}:log", "{session-1}:beside"},
      {"HSET", "key", "field", "value"},
      {"DEL", "session-1:log"},
      {"RPUSH", "{session-1}:another", "value"},
      {"PUBLISH", "channel", "message"},
      {"SUBSCRIBE", "channel"},
      {"PSUBSCRIBE", "*"},
      {"EVAL", "return 1", "1", "key"},
  };
  for (const Command& command : refused) {
    const std::string says = talk.says(command);
    INFO(command.front() << ": " << says);
    CHECK(says.starts_with("NOPERM"));
  }
  CHECK(has("can't run this command")(talk.says({"EVAL", "return redis.call('FLUSHALL')", "0"})));
  CHECK(has("can't")(talk.says({"EVAL", "return redis.call('HSET', 'key', 'field', 'value')", "0"})));
}

TEST_CASE("Nobody comes in at a Redis server with the users that come with it but by the node's password") {
  const Deployed deployed_server;
  Hall hall;
  Terms terms = deployed_server.terms();
  for (const auto& who : {Credentials{}, Credentials{.user = {}, .password = "a secret"},
                          Credentials{.user = "rostrum", .password = "another"}}) {
    terms.credentials = who;
    const std::string words = test::words_once(hall, terms, Is::unfit);
    INFO(words);
    CHECK(has("give the node the server's user name and password")(words));
  }
}

TEST_CASE("A Redis server does not start with the users that come with it before somebody has given them a password") {
  const RedisProcess server(
      {(test::deployed_redis / "redis.conf").string(), "--aclfile", (test::deployed_redis / "users.acl").string()},
      RedisProcess::As::configured, "Aborting Redis startup because of ACL errors");
}

}  // namespace rostrum::ledger::redis
