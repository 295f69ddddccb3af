// The log of commits of one session: numbered bytes, each chained to the one before by SHA-256 (C5), and what stands
// beside each, which the chain is not of: its digests are in the bytes, for whoever decodes them to check. What append
// has returned for is durable; what it has not returned for may be there or not after a crash, whole in either case.
//
// Blocking; used by one thread at a time: the chamber's writer, and whoever reads while nothing is written.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/assert.hpp"
#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "wire/stored.hpp"

namespace rostrum::journal {

/// Where the log ends: the last commit's place, and the SHA-256 of its stored bytes (zeros where the log is empty).
struct Tail {
  Seq seq;
  Digest digest{};

  bool operator==(const Tail&) const = default;
};

struct AppendFailure {
  enum class Kind {
    full,             // no room: nothing was written, the log goes on from its tail once there is room
    out_of_sequence,  // not the successor of the tail, or not chained to it: nothing was written
    unavailable,      // not known whether it stands: the journal must be opened again
  };
  Kind kind;
  std::string why;
};

/// Ends the process unless the journal is only full: where it is not known what stands in it, a restart that reads it
/// tells.
inline void end_unless_full(const AppendFailure& failed) {
  if (failed.kind != AppendFailure::Kind::full) invariant_broken(failed.why.c_str(), __FILE__, __LINE__);
}

/// The first commit that is damaged, missing or not chained to the one before. What stands before it has been visited.
struct Damage {
  Seq seq;
  std::string why;
};

class Journal {
 public:
  virtual ~Journal() = default;

  [[nodiscard]] virtual Tail tail() const = 0;

  /// Appends a commit as `seq`, durable when this returns. `seq` follows the tail, and the link in its bytes is the
  /// tail's digest.
  [[nodiscard]] virtual Result<void, AppendFailure> append(Seq seq, wire::StoredView commit) = 0;

  /// How many of several commits stand, and why not all of them do.
  struct Appended {
    std::size_t count = 0;
    Result<void, AppendFailure> result;
  };
  /// Appends commits as `first` and those behind it, as `append` does each, until there is no room. What stands is
  /// durable when this returns.
  [[nodiscard]] virtual Appended append_several(Seq first, std::span<const wire::StoredView> commits);

  /// Whether a commit of `bytes` bytes would find room: writes as much and takes it back, durable as a commit is. The
  /// log and its tail stay as they are. Fails as append does; `full` where there is no room.
  [[nodiscard]] virtual Result<void, AppendFailure> probe(std::size_t bytes) = 0;

  /// Visits the commits from `from` on, in order, each after its chain link has been checked; a visitor that returns
  /// false ends the reading early.
  using Visit = std::function<bool(Seq, wire::StoredView)>;
  [[nodiscard]] virtual Result<void, Damage> read(Seq from, const Visit& visit) = 0;
};

}  // namespace rostrum::journal
