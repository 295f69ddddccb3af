#include "faults/redis_server.hpp"

#include <memory>

#include <hiredis/hiredis.h>

#include "ledger/redis/requests.hpp"

namespace rostrum::faults {

namespace fs = std::filesystem;

namespace {

constexpr timeval patience{5, 0};  // with a server that stands still

struct Free {
  void operator()(redisReply* reply) const { freeReplyObject(reply); }
  void operator()(redisContext* context) const { redisFree(context); }
};
using Reply = std::unique_ptr<redisReply, Free>;

/// On a line of its own.
Reply asked(const fs::path& socket, const std::vector<std::string>& command) {
  const std::unique_ptr<redisContext, Free> line(redisConnectUnixWithTimeout(socket.c_str(), patience));
  if (!line || line->err != 0 || redisSetTimeout(line.get(), patience) != REDIS_OK) return nullptr;
  std::vector<const char*> words;
  std::vector<std::size_t> lengths;
  for (const std::string& word : command) {
    words.push_back(word.data());
    lengths.push_back(word.size());
  }
  return Reply(static_cast<redisReply*>(
      redisCommandArgv(line.get(), static_cast<int>(words.size()), words.data(), lengths.data())));
}

std::string_view text_of(const redisReply& reply) {
  return reply.str == nullptr ? std::string_view() : std::string_view(reply.str, reply.len);
}

}  // namespace

Result<void, std::string> RedisServer::start() {
  return process_.start({.words = {"redis-server", "--port", "0", "--unixsocket", socket_, "--dir", data_, "--logfile",
                                   log_file(), "--appendonly", "yes", "--appendfsync", "always", "--save", "",
                                   "--maxmemory-policy", "noeviction", "--daemonize", "no"},
                         .log = log_file()});
}

void RedisServer::lose_its_disk() const {
  std::error_code ignored;
  for (const auto& each : fs::directory_iterator(data_, ignored)) fs::remove_all(each.path(), ignored);
}

std::string RedisServer::says(const std::vector<std::string>& command) const {
  const Reply reply = asked(socket_, command);
  return reply ? std::string(text_of(*reply)) : std::string();
}

std::uint64_t RedisServer::length_of_log(const SessionId& session) const {
  const Reply reply = asked(socket_, {"LLEN", ledger::redis::keys_of(session)[1]});
  return reply && reply->type == REDIS_REPLY_INTEGER ? static_cast<std::uint64_t>(reply->integer) : 0;
}

Result<Chain, std::string> RedisServer::log(const SessionId& session) const {
  const auto keys = ledger::redis::keys_of(session);
  const Reply rows = asked(socket_, {"LRANGE", keys[1], "0", "-1"});
  const Reply besides = asked(socket_, {"LRANGE", keys[2], "0", "-1"});
  if (!rows || !besides || rows->type != REDIS_REPLY_ARRAY || besides->type != REDIS_REPLY_ARRAY)
    return failure("the log at " + socket_.filename().string() + " cannot be read");
  if (rows->elements != besides->elements)
    return failure("at " + socket_.filename().string() + " the log has " + std::to_string(rows->elements) +
                   " entries, and what stands beside them " + std::to_string(besides->elements));
  Chain chain{.of = socket_.filename().string(), .links = {}};
  for (std::size_t place = 0; place < rows->elements; ++place) {
    const std::string_view row = text_of(*rows->element[place]);
    if (row.size() < ledger::redis::row_head_bytes) return failure(chain.of + " holds a row that is too short");
    const Link link = link_of({row.substr(ledger::redis::row_head_bytes), text_of(*besides->element[place])});
    if (!row.starts_with(as_bytes(link.digest)))
      return failure(chain.of + " holds an entry at " + std::to_string(place + 1) + " under another's digest");
    chain.links.push_back(link);
  }
  return chain;
}

}  // namespace rostrum::faults
