// What a Redis server's reply to a question of ours is: an answer of ledger/agreed/server.hpp, or a fault. A reply that
// is not in the form in which our scripts answer, or whose entries are not what they say that they are, is a fault too.
#pragma once

#include "base/result.hpp"
#include "ledger/agreed/server.hpp"
#include "ledger/redis/faults.hpp"

struct redisReply;

namespace rostrum::ledger::redis {

/// `question` is what was asked: a page has to begin where it was asked to.
[[nodiscard]] Result<Reply, Fault> answer_of(const Question& question, const redisReply& reply);

}  // namespace rostrum::ledger::redis
