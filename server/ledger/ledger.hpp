// Where a session's commits become final, and who may add to it. Whoever serves a session proposes what it has decided
// and learns what has become final: its own commits and, where several nodes serve the session, those of others.
//
// There are two: *local* (local/: one process, the journal of its own, final is what it has synced, and it always
// writes) and *agreed* (agreed/: several nodes, final is what most servers hold). The chamber cannot tell which it has.
//
// Everything here runs on the hall's strand. A listener is never called from inside a call that it has made, but for
// `start`; what is given to `still_writing` and `read` may be called from inside that call.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"
#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::ledger {

/// A commit that stands for ever.
struct Final {
  Seq seq;
  Digest digest{};  // SHA-256 of its bytes
  wire::StoredCommit stored;
};

/// How the ledger stands.
struct Standing {
  enum class Is : std::uint8_t {
    well,
    held,          // nothing becomes final: there is no room, no writer, or too few servers
    out_of_touch,  // and others may go on without us: what is final here may be old
  };
  Is is = Is::well;
  std::string why;  // in words, for who runs the server; where all is well: what it may not stay so for, or nothing
  Instant since;    // of the session's clock

  bool operator==(const Standing&) const = default;
};

/// Who works on the ledger: the chamber.
class Listener {
 public:
  virtual ~Listener() = default;

  /// A commit has become final, ours or another's. Each once, in order, and never undone: this alone may change what is
  /// shown, told and answered.
  virtual void final(const Final& commit) = 0;

  /// From now on we may propose, under `term`. All that was final before has been given, and nothing else can become
  /// so.
  virtual void began_writing(Term term) = 0;

  /// We may not propose any more. What we had proposed and was not given as final may yet become so, or never.
  virtual void stopped_writing() = 0;

  virtual void standing(const Standing& standing) = 0;
};

class Ledger {
 public:
  virtual ~Ledger() = default;

  /// Whom to tell, from the commit on that follows what the archive held when the listener read it. Once, before all
  /// else.
  virtual void start(Listener& listener) = 0;

  /// Offers the commit that follows the last final one; only between `began_writing` and `stopped_writing`, and one at
  /// a time: what is decided meanwhile waits and becomes the next (group commit). It becomes final as it is, or
  /// `stopped_writing` comes first.
  virtual void propose(Seq seq, wire::StoredCommit commit) = 0;

  /// Whether, at some instant after this call, nobody else could have added to what we know as final: what was decided
  /// without a commit may be told then. Only while we write, and one at a time; answered before or with
  /// `stopped_writing`, hence before we write again.
  virtual void still_writing(std::function<void(bool)> then) = 0;

  /// Ends our writing in order: what is proposed becomes final first, and another is named to go on at once.
  virtual void hand_over() = 0;

  /// Whether other nodes have it too: then something may be final that is not known here yet.
  [[nodiscard]] virtual bool has_others() const = 0;

  /// Calls `then` with what is final here, once it can be read: never while it is being written to. It may lie behind
  /// the last final commit, by what `then` finds missing at its end.
  virtual void read(std::function<void(journal::Journal&)> then) = 0;
};

}  // namespace rostrum::ledger
