// What nodes that serve one session tell each other by way of the servers, which carry it to all who listen at that
// moment and keep nothing. It may come late, twice, from several servers, or never.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "council/answer.hpp"
#include "wire/frames.hpp"
#include "wire/stored.hpp"

namespace rostrum::wire {

/// A life of a node: random at each start. A writer that comes back under its old name would be taken for the one
/// before.
using WriterName = std::string;

/// The writer's: what is final, and that it is there. After each final commit, with that; and every `bell_every`.
struct Bell {
  Term term;
  WriterName writer;
  Seq seq;  // the last final one that it knows, and its digest
  Digest digest{};
  std::shared_ptr<const StoredCommit> commit;  // of `seq`; none where the bell only says that the writer is there
  Instant now;                                 // on the session's clock
  std::optional<WriterName> successor;         // who is to go on at once: the writer ends
  std::string held;                            // why nothing becomes final at the writer, in words; empty: it does
};

/// A node that is there, and could go on where the writer ends.
struct Present {
  WriterName who;
  std::optional<Instant> now;  // on the session's clock; none where it has not been told yet
};

/// Of whom a device follows at a node: all of them, each time.
struct Here {
  WriterName who;
  std::uint64_t number = 0;  // of this node's tellings: one that is not higher than another comes late
  std::set<DelegationId> delegations;
  std::optional<std::map<SeatId, std::uint32_t>> devices;  // by the seat that they signed in with; none: it is not said
};

/// A command on its way to the writer of `term`: no other takes it, so that a copy that comes late acts no more.
struct Forward {
  WriterName from;
  std::uint64_t number = 0;  // of its sender's
  Term term;
  GrantId grant;
  bool present = false;   // a device of the grant's delegation was connected to the sender when the command came
  ClientCommand command;  // with the instant at which it expires
};

/// The answer to a forward by the writer of `term`, to be told once the commit `as_of` has been shown.
struct Answered {
  WriterName to;
  std::uint64_t number = 0;
  Term term;
  council::Answer answer;
  Seq as_of;
};

using NodeMessage = std::variant<Bell, Present, Forward, Answered, Here>;

/// Deterministic: the same message gives the same bytes.
[[nodiscard]] std::string encode(const NodeMessage& message);

/// None where it is not one that this version knows.
[[nodiscard]] std::optional<NodeMessage> decode_node_message(std::string_view bytes);

}  // namespace rostrum::wire
