#include "ledger/redis/look.hpp"

#include <hiredis/hiredis.h>

#include "base/assert.hpp"
#include "ledger/redis/faults.hpp"

namespace rostrum::ledger::redis {

namespace {

std::string_view words_of(const redisReply& reply) {
  return reply.str == nullptr ? std::string_view() : std::string_view(reply.str, reply.len);
}

/// A server that does not know a command says again, in quotes, what it was given with it.
std::string_view without_what_was_sent(const std::string& words) {
  return std::string_view(words).substr(0, words.find_first_of("'`\""));
}

}  // namespace

std::optional<Wrong> refusal_of(std::string_view command, const redisReply& reply) {
  if (reply.type != REDIS_REPLY_ERROR) return std::nullopt;
  const Fault fault = fault_of(words_of(reply));
  const std::string_view words = command == "AUTH" ? without_what_was_sent(fault.words) : fault.words;
  return Wrong{.setting = std::string(command),
               .is = "refused (" + std::string(words) + ")",
               .cure = std::string(cure_of(fault.kind))};
}

std::optional<Wrong> turned_away(const redisReply& reply) {
  if (reply.type != REDIS_REPLY_ERROR) return std::nullopt;
  if (words_of(reply).starts_with("DENIED "))
    return Wrong{.setting = "protected-mode",
                 .is = "yes",
                 .cure = "switch the default user off or give it a password: before, no other machine is let in"};
  if (words_of(reply).starts_with("ERR max number of clients"))
    return Wrong{.setting = "maxclients",
                 .is = "reached",
                 .cure = "write a larger 'maxclients', or end lines that nobody needs: see CLIENT LIST"};
  return std::nullopt;
}

std::vector<Command> Look::questions() {
  Command config{"CONFIG", "GET"};
  config.insert(config.end(), looked_at().begin(), looked_at().end());
  return {{"INFO"}, std::move(config)};
}

void Look::hear(const redisReply& reply) {
  ROSTRUM_ASSERT(!ended());
  const bool of_info = heard_++ == 0;
  refused_ = refusal_of(of_info ? "INFO" : "CONFIG", reply);
  if (refused_) return;
  if (of_info) {
    info_ = settings_of(words_of(reply));
  } else {
    config_ = settings_of(reply);
  }
}

bool Look::ended() const { return refused_ || heard_ == 2; }

std::vector<Wrong> Look::wrong() const {
  ROSTRUM_ASSERT(ended());
  if (refused_) return {*refused_};
  std::vector<Wrong> wrong = wrong_with(info_, config_);
  if (!wrong.empty() || which_ == Which::later) return wrong;
  return wrong_at_first(info_);
}

}  // namespace rostrum::ledger::redis
