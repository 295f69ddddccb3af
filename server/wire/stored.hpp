// Commits as the journal stores them: protobuf, serialized deterministically. docs/adr/0001-stored-format.md and
// protocol/rostrum/v1/event.proto tell the format. A log with an event this version does not know is refused, naming
// it.
//
// What people wrote and are called stands beside a commit's bytes, which hold salted digests of it: so it can be
// withheld one day, and the chain, which is of the bytes, is still sound (C5;
// docs/adr/0013-words-stand-beside-a-commit.md).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "council/act.hpp"
#include "council/event.hpp"

namespace rostrum::wire {

struct StoredAct {
  GrantId grant;
  std::string command_id;
  Digest command_digest{};  // of its content, keyed; plain in format 1
  SeatId actor;
  std::string act;  // the command's name
  Instant at;
  council::Events events;  // at least one

  bool operator==(const StoredAct&) const = default;
};

inline constexpr std::uint32_t stored_format = 2;
inline constexpr std::uint32_t format_of_before = 1;  // with every text in its place; read, and never written again

struct Commit {
  std::uint32_t format = stored_format;
  SessionId session;
  std::string epoch;  // epoch_bytes random bytes
  std::uint64_t term = 1;
  Seq seq;
  Digest previous{};  // of the stored bytes of the commit before; zeros for the first
  std::vector<StoredAct> acts;
  std::size_t withheld = 0;  // texts of it that are not there any more, and are empty

  bool operator==(const Commit&) const = default;
};

inline constexpr std::size_t epoch_bytes = 16;
inline constexpr std::size_t salt_bytes = 16;
inline constexpr std::size_t commit_bytes_max = 4u << 20;  // of its bytes, and of what stands beside them

/// A commit as it is stored: the bytes that the chain is of, and what stands beside them; empty where no text does.
struct StoredCommit {
  std::string bytes;
  std::string beside;

  bool operator==(const StoredCommit&) const = default;
};

/// The same, of somebody else's.
struct StoredView {
  std::string_view bytes;
  std::string_view beside;

  StoredView(std::string_view of, std::string_view with = {}) : bytes(of), beside(with) {}
  StoredView(const std::string& of) : bytes(of) {}
  StoredView(const StoredCommit& of) : bytes(of.bytes), beside(of.beside) {}

  [[nodiscard]] std::size_t size() const { return bytes.size() + beside.size(); }
};

/// Fills the bytes with random ones that nobody can guess; in tests, with what they choose.
using Salts = std::function<void(std::span<std::uint8_t>)>;

/// In the format of now, whatever the commit was read from, each text under a salt of its own.
[[nodiscard]] StoredCommit encode(const Commit& commit, const Salts& salts);

/// The commit with its texts, or why it is none: in words, with the field, the event or the text that is not known.
[[nodiscard]] Result<Commit, std::string> decode_commit(StoredView stored);

/// The place, term and chain link only, for checking a chain without reading its events.
struct Link {
  std::uint64_t term = 0;
  Seq seq;
  Digest previous{};
};
[[nodiscard]] Result<Link, std::string> decode_link(std::string_view bytes);

}  // namespace rostrum::wire
