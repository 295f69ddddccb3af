// What a node asks of a server and what a server answers: the whole of what the agreed ledger knows of the machines
// that hold its log. A server does not think; each question is answered in one step that nothing comes between.
//
// A server holds, of a session: the set of servers that it is a member of, a *life* (a random key that is made anew
// when the server has lost everything), the highest term that it was raised to with that term's writer, and the log.
// One without a set has been wiped, or never was a member: it is a *stranger* until a writer admits it.
//
// docs/several-nodes.md tells the protocol; that a model of a server is some hundred lines is the point of it
// (tests/simulation/model_server.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/agreed/seal.hpp"
#include "ledger/ledger.hpp"

namespace rostrum::ledger {

/// Names a life of a server: random, made by the first question that finds none. Empty: none.
using ServerLife = std::string;

/// Names the set of servers that hold a session's log: random, made when they are begun. Every question but Tell names
/// it, so that a node with another list of servers changes nothing on any of them.
using SetId = std::string;

/// Of a stranger, and of who asks servers what they are of.
inline const SetId no_set;

/// What a server is of while a set is being made: it bears a name that no node takes for that of its set.
struct Making {
  enum class Is : std::uint8_t {
    forming,  // it was a stranger, and is being given the log
    formed,   // it has the log, and is to be of the new set
    staying,  // it was of the set before, and is to be of the new one
    left,     // it was of the set before, and is not to be of the new one
  };
  Is is = Is::forming;
  SetId set;   // the new one
  SetId from;  // the one before; none where a log is begun

  bool operator==(const Making&) const = default;
};
[[nodiscard]] SetId name_of(const Making& making);
/// A set's id tells whose it is, so that nobody takes a part of its servers for all: random, or made of another's, and
/// the names of its servers in short.
[[nodiscard]] SetId set_of(const std::string& unlike_others, const std::vector<std::string>& servers);
[[nodiscard]] bool is_set_of(const SetId& set, const std::vector<std::string>& servers);
/// None where it is the name of a set.
[[nodiscard]] std::optional<Making> making_of(const SetId& name);
/// What a server of that name is, for people.
[[nodiscard]] std::string in_words(const SetId& name);

/// A place in the list of servers that all nodes are given, from 0.
using ServerNumber = std::size_t;

/// More than half of them.
[[nodiscard]] constexpr bool most(std::size_t count, std::size_t of) { return 2 * count > of; }

/// What most of these have reached: the highest that more than half of them are not below.
template <class Value>
[[nodiscard]] Value reached_by_most(std::vector<Value> values) {
  std::ranges::sort(values, std::greater<>{});
  return values[values.size() / 2];
}

/// A commit as a server's log holds it.
struct Entry {
  Seq seq;
  Digest previous{};  // of the entry before; zeros for the first
  Digest digest{};    // SHA-256 of its bytes, which have all of the above in them: it stands for the log up to here
  Term term;          // of the writer that made it; it keeps that when a later writer sends it again
  wire::StoredCommit stored;
};
using SharedEntry = std::shared_ptr<const Entry>;  // it goes to every server

[[nodiscard]] inline std::size_t bytes_of(const Entry& entry) { return wire::StoredView(entry.stored).size(); }

/// A commit as an entry, by what its bytes say; null where they are no commit.
[[nodiscard]] SharedEntry entry_of(wire::StoredCommit commit);

/// Who writes: a term belongs to one writer.
struct Right {
  Term term;
  WriterName writer;

  bool operator==(const Right&) const = default;
};

namespace ask {

/// Be of this term from now on, and take nothing from a lower one.
struct Raise {
  Right right;
};

/// Let `entry` stand at its place, behind the one that it names. What an older term left there is cut off.
struct Append {
  Right right;
  SharedEntry entry;
};

/// Begin anew as a member, of this term and with an empty log, if you still are the stranger of that life.
struct Admit {
  Right right;
  ServerLife life;
};

/// Do you still take entries from us, and does this one stand?
struct Confirm {
  Right right;
  Seq seq;          // 0: asks for no entry
  Digest digest{};  // of the entry at `seq`
};

/// Be of the set `set` from now on, with all that you hold, if you still take entries from us and your log ends with
/// that entry.
struct Enter {
  Right right;
  SetId set;
  Seq seq;          // 0: whatever it ends with
  Digest digest{};  // of the entry at `seq`
};

/// Tell all who listen, if you still take entries from us: a Bell.
struct Ring {
  Right right;
  SharedSealed message;
};

/// Give what stands from `from` to `upto`, as much as a page holds, if the entry at `upto` is of that digest.
struct Read {
  Seq from;
  Seq upto;         // 0: as far as there is, whatever stands there; it may not be final
  Digest digest{};  // of the entry at `upto`
};

/// Tell all who listen, whoever we are.
struct Tell {
  SharedSealed message;
};

}  // namespace ask

using Question =
    std::variant<ask::Raise, ask::Append, ask::Admit, ask::Confirm, ask::Enter, ask::Ring, ask::Read, ask::Tell>;

inline constexpr std::size_t page_bytes_max = 1u << 20;  // of what a Read gives, beyond one entry

namespace reply {

struct Granted {
  Term last;        // of the last entry; 0 where the log is empty
  Seq length;       // its place
  Digest digest{};  // and digest
};
/// A higher term was granted, or this one to another.
struct Refused {
  Term term;
};
/// The entry that was asked about stands. It says nothing of what stands behind it.
struct Stands {
  Seq seq;
};
/// The log ends before the entry that should stand before this one.
struct Gap {
  Seq length;
};
/// Another entry stands before this one, at `seq`.
struct Fork {
  Seq seq;
};
/// Of a higher term, or of another writer's in this.
struct Deposed {
  Term term;
};
/// Of a lower term: raise first.
struct Unraised {};
/// Without a set.
struct Stranger {};
/// Of another set of servers: `set` is its id.
struct OtherSet {
  std::string set;
};
struct Admitted {};
/// Not the stranger of that life.
struct NotAdmitted {};
struct Confirmed {};
/// It takes entries from us, but that one does not stand, or another stands behind it.
struct Lacks {};
struct Entered {};
struct Told {};
struct Page {
  std::vector<SharedEntry> entries;  // at least one
};
/// That entry does not stand there.
struct NotHere {};

using Is = std::variant<Granted, Refused, Stands, Gap, Fork, Deposed, Unraised, Stranger, OtherSet, Admitted,
                        NotAdmitted, Confirmed, Lacks, Entered, Told, Page, NotHere>;

}  // namespace reply

struct Reply {
  ServerLife life;
  reply::Is is;
};

}  // namespace rostrum::ledger
