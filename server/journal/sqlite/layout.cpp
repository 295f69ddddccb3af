#include "journal/sqlite/layout.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace rostrum::journal::sqlite {
namespace {

using Kind = OpenFailure::Kind;

constexpr const char* tables = R"(
  PRAGMA synchronous = FULL;
  BEGIN;
  CREATE TABLE commits (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL, digest BLOB NOT NULL, beside BLOB) STRICT;
  CREATE TABLE ending (seq INTEGER NOT NULL) STRICT;
  INSERT INTO ending (seq) VALUES (0);
  PRAGMA application_id = 0x526f7374;
  PRAGMA user_version = 2;
  COMMIT;
  PRAGMA journal_mode = WAL;
)";

Result<void, Trouble> write_tables(const std::filesystem::path& path) {
  const auto connection = Connection::open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, {});
  if (!connection) return failure(connection.error());
  return connection->run(tables);
}

bool sync(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

std::filesystem::path beside(const std::filesystem::path& path, const char* suffix) { return path.string() + suffix; }

/// What a process that was killed while it began a file has left of it.
void remove_half_begun(const std::filesystem::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(beside(path, suffix), ignored);
}

}  // namespace

Result<void, OpenFailure> begin_file(const std::filesystem::path& path) {
  // SQLite would take an orphaned log for the new file's own.
  for (const char* suffix : {"-wal", "-journal"}) {
    if (std::filesystem::exists(beside(path, suffix))) {
      return failure(OpenFailure{Kind::damaged, path.string() + " is missing, and " + beside(path, suffix).string() +
                                                    ", which belongs to it, is there"});
    }
  }
  const auto unfinished = beside(path, ".new");
  remove_half_begun(unfinished);
  if (const auto written = write_tables(unfinished); !written) {
    return failure(OpenFailure{Kind::unavailable, unfinished.string() + " cannot be written: " + written.error().why});
  }
  const auto directory = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!sync(unfinished) || std::rename(unfinished.c_str(), path.c_str()) != 0 || !sync(directory)) {
    return failure(OpenFailure{Kind::unavailable,
                               path.string() + " cannot be made durable: " + std::generic_category().message(errno)});
  }
  return {};
}

Result<std::int64_t, OpenFailure> version_of(const Connection& connection) {
  const auto application = connection.integer("PRAGMA application_id");
  if (!application) {
    const bool foreign = application.error().primary() == SQLITE_NOTADB;
    const bool damaged = application.error().primary() == SQLITE_CORRUPT;
    return failure(OpenFailure{foreign   ? Kind::not_ours
                               : damaged ? Kind::damaged
                                         : Kind::unavailable,
                               application.error().why});
  }
  if (*application != application_id) return failure(OpenFailure{Kind::not_ours, "it is not a journal of Rostrum"});

  const auto version = connection.integer("PRAGMA user_version");
  if (!version) return failure(OpenFailure{Kind::unavailable, version.error().why});
  if (*version > layout_version) {
    return failure(OpenFailure{Kind::newer, "it is a journal of version " + std::to_string(*version) +
                                                ", and this program knows versions up to " +
                                                std::to_string(layout_version)});
  }
  if (*version != layout_version && *version != layout_without_beside) {
    return failure(
        OpenFailure{Kind::damaged, "its version is " + std::to_string(*version) + ", which was never written"});
  }
  return *version;
}

Result<void, Trouble> bring_forward(const Connection& connection) {
  return connection.run("BEGIN IMMEDIATE; ALTER TABLE commits ADD COLUMN beside BLOB; PRAGMA user_version = 2; COMMIT");
}

}  // namespace rostrum::journal::sqlite
