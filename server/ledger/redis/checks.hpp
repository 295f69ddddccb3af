// Whether a Redis server is fit to be one of ours, by what it says of itself: what it acknowledges has to outlive a
// power cut, and nothing but our scripts may remove it.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct redisReply;

namespace rostrum::ledger::redis {

/// By their names.
using Settings = std::map<std::string, std::string, std::less<>>;

/// Of the text that INFO answers.
[[nodiscard]] Settings settings_of(std::string_view info);
/// Of a list of names, each followed by its value, as CONFIG GET answers; none where it is something else.
[[nodiscard]] Settings settings_of(const redisReply& config);

/// What CONFIG GET is asked for.
[[nodiscard]] std::span<const std::string_view> looked_at();

struct Wrong {
  std::string setting;
  std::string is;
  std::string cure;

  bool operator==(const Wrong&) const = default;
};
[[nodiscard]] std::string in_words(const Wrong& wrong);

/// All that keeps the server from being one of ours. Where it is too old to be asked the rest, that alone.
[[nodiscard]] std::vector<Wrong> wrong_with(const Settings& info, const Settings& config);

/// What may only be so where a line has stood since: what was appended before is kept then. Where appending was
/// switched on while the server ran, nothing is before its first rewrite has ended, and no later one can be told from
/// that.
[[nodiscard]] std::vector<Wrong> wrong_at_first(const Settings& info);

/// Names a run of a server: no other has the same one.
[[nodiscard]] std::string run_id_of(const Settings& info);

/// A server as it was reached.
struct Reached {
  std::string address;
  std::string run_id;  // empty: it has not been reached
  std::string life;    // that it answered last; empty: none yet
};
/// What is wrong with each that is one with an earlier one, by its place: they are the same server, or one has a copy
/// of the other's data.
[[nodiscard]] std::map<std::size_t, std::string> reached_twice(std::span<const Reached> servers);

}  // namespace rostrum::ledger::redis
