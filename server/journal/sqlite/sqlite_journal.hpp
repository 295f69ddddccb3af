// The journal on disk, in one SQLite file (WAL, synchronous FULL): the embedded default. What append has returned for
// survives a kill and a loss of power at any instant; so does what a freshly opened journal gives as its tail.
//
// Invariants: one process writes (DataLock), any number read beside it; a file is never repaired, cut or begun anew
// where something stands already. Blocking, used by one thread at a time. docs/adr/0001-stored-format.md tells the
// bytes, and sqlite/layout.hpp the file.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "journal/journal.hpp"

namespace rostrum::journal {

enum class Access {
  write,      // a missing file is begun; the caller holds the DataLock of its directory
  read_only,  // as the log stands now, beside a server that goes on writing; append answers `unavailable`
};

/// Why a file cannot be read at all. Where anything of it can be, it opens, and `read` names the first bad sequence.
struct OpenFailure {
  enum class Kind {
    missing,      // there is no such file (read_only)
    not_ours,     // not a SQLite file, or another program's
    newer,        // of a version this program does not know
    damaged,      // commit 1 is the first that cannot be read
    unavailable,  // the system refuses: permissions, no room, another program in the way
  };
  Kind kind;
  std::string why;  // begins with the path
};

/// Opens the journal at `path`. `vfs` names a registered SQLite VFS, for tests; empty: SQLite's own.
///
/// A damaged journal opens too: `read` visits what stands before the damage and names it, `tail` is as far as the file
/// says that it goes, and nothing is written to it.
[[nodiscard]] Result<std::unique_ptr<Journal>, OpenFailure>
open_sqlite_journal(const std::filesystem::path& path, Access access, const std::string& vfs = {});

}  // namespace rostrum::journal
