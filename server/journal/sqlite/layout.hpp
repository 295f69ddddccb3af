// The journal's file, a SQLite database in WAL mode:
//
//   application_id  0x526f7374 ("Rost")
//   user_version    2
//   commits         seq INTEGER PRIMARY KEY   1, 2, 3, ... without a gap
//                   bytes BLOB                the stored commit (docs/adr/0001-stored-format.md)
//                   digest BLOB               SHA-256 of `bytes`: tells which commit is damaged, the last too
//                   beside BLOB               what stands beside them; from version 2 on
//   ending          seq INTEGER               one row: the last commit's, so that lost ones are missed
//
// A file at its path is always a whole one: it is begun under another name, and renamed when it is durable.
#pragma once

#include <filesystem>

#include "base/result.hpp"
#include "journal/sqlite/connection.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace rostrum::journal::sqlite {

inline constexpr std::int64_t application_id = 0x526f7374;
inline constexpr std::int64_t layout_version = 2;
inline constexpr std::int64_t layout_without_beside = 1;  // read as it is; brought forward before it is written to

/// Makes an empty journal at `path`, where there is none; durable when this returns.
[[nodiscard]] Result<void, OpenFailure> begin_file(const std::filesystem::path& path);

/// The version of the open file, where it is a journal of ours of a version that we know. Reads its first page only.
[[nodiscard]] Result<std::int64_t, OpenFailure> version_of(const Connection& connection);

/// Makes a file of version 1 one of now, in one transaction: no row of it changes.
[[nodiscard]] Result<void, Trouble> bring_forward(const Connection& connection);

}  // namespace rostrum::journal::sqlite
