// SQLite ends the recovery of a write-ahead log at the first frame whose checksum is wrong, and says nothing: right for
// the torn end of a commit that was never acknowledged, but a damaged byte further up drops what was acknowledged
// behind it. This tells one from the other.
//
// Every commit is synced before the next begins, so a torn end holds the frames of one commit only. Sound frames of a
// further commit behind the first bad frame therefore mean damage. Not told apart: damage in the very last commit.
// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
#pragma once

#include <filesystem>

namespace rostrum::journal::sqlite {

/// Whether acknowledged commits behind a damaged frame of the log `path` would be lost. False where there is no log.
/// Safe beside a process that is writing it.
[[nodiscard]] bool damaged_before_its_end(const std::filesystem::path& path);

}  // namespace rostrum::journal::sqlite
