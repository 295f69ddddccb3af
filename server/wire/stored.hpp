// Commits as the journal stores them: protobuf, serialized deterministically. docs/adr/0001-stored-format.md and
// protocol/rostrum/v1/event.proto tell the format. A log with an event this version does not know is refused, naming
// it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "council/act.hpp"
#include "council/event.hpp"

namespace rostrum::wire {

struct StoredAct {
  GrantId grant;
  std::string command_id;
  Digest command_digest{};
  SeatId actor;
  std::string act;  // the command's name
  Instant at;
  council::Events events;  // at least one

  bool operator==(const StoredAct&) const = default;
};

struct Commit {
  SessionId session;
  std::string epoch;  // epoch_bytes random bytes
  std::uint64_t term = 1;
  Seq seq;
  Digest previous{};  // of the stored bytes of the commit before; zeros for the first
  std::vector<StoredAct> acts;

  bool operator==(const Commit&) const = default;
};

inline constexpr std::uint32_t stored_format = 1;
inline constexpr std::size_t epoch_bytes = 16;
inline constexpr std::size_t commit_bytes_max = 4u << 20;

[[nodiscard]] std::string encode(const Commit& commit);

/// The commit, or why the bytes are none: in words, with the field or the event that is not known.
[[nodiscard]] Result<Commit, std::string> decode_commit(std::string_view bytes);

/// The place and chain link only, for checking a chain without reading its events.
struct Link {
  Seq seq;
  Digest previous{};
};
[[nodiscard]] Result<Link, std::string> decode_link(std::string_view bytes);

}  // namespace rostrum::wire
