// A connection to a Redis server that a test talks by, and what it answers in words.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <hiredis/hiredis.h>

#include "integration/support/redis_lines.hpp"

namespace rostrum::test {

[[nodiscard]] inline std::string in_words(const Result<const redisReply*, ledger::redis::NoReply>& reply) {
  using Why = ledger::redis::NoReply::Why;
  if (!reply) return reply.error().why == Why::away ? "away" : reply.error().why == Why::full ? "full" : "lost";
  const redisReply& is = **reply;
  return is.str == nullptr ? "type " + std::to_string(is.type) : std::string(is.str, is.len);
}

/// A connection, and all that it has answered.
struct Talk {
  Talk(Hall& of, ledger::redis::Terms terms)
      : hall(of),
        connection(of.strand(), std::move(terms), [this] { ++changes; }) {}

  void until(ledger::redis::Standing::Is is) {
    hall.until([&] { return connection.standing().is == is; });
  }
  void ask(const ledger::redis::Command& command) {
    const std::size_t before = answers.size();
    connection.ask(command, [this](const auto& reply) { answers.push_back(in_words(reply)); });
    CHECK(answers.size() == before);  // never inside the call
  }
  std::string says(const ledger::redis::Command& command) {
    answers.clear();
    ask(command);
    hall.until([&] { return !answers.empty(); });
    return answers.front();
  }

  Hall& hall;
  int changes = 0;
  std::vector<std::string> answers;
  ledger::redis::Connection connection;
};

/// What a line says of a server once it has looked, which has to be this.
[[nodiscard]] inline std::string words_once(Hall& hall, const ledger::redis::Terms& terms,
                                            ledger::redis::Standing::Is is) {
  Talk talk(hall, terms);
  hall.until([&] { return talk.changes > 0; });
  CHECK(talk.connection.standing().is == is);
  return in_words(talk.connection.standing());
}

[[nodiscard]] inline auto has(std::string words) {
  return [words = std::move(words)](const std::string& said) { return said.find(words) != std::string::npos; };
}

}  // namespace rostrum::test
