#include "journal/sqlite/connection.hpp"

#include "base/assert.hpp"

namespace rostrum::journal::sqlite {
namespace {

Trouble trouble(sqlite3* connection) { return {sqlite3_extended_errcode(connection), sqlite3_errmsg(connection)}; }

}  // namespace

void Statement::bind(int parameter, std::int64_t value) {
  ROSTRUM_ASSERT(sqlite3_bind_int64(statement_.get(), parameter, value) == SQLITE_OK);
}

void Statement::bind(int parameter, std::string_view bytes) {
  ROSTRUM_ASSERT(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC) ==
                 SQLITE_OK);
}

Result<bool, Trouble> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failure(trouble(sqlite3_db_handle(statement_.get())));
}

Result<void, Trouble> Statement::run() {
  auto stepped = step();
  while (stepped && *stepped) stepped = step();
  reset();
  if (!stepped) return failure(std::move(stepped).error());
  return {};
}

std::string_view Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Result<Connection, Trouble> Connection::open(const std::string& name, int flags, const std::string& vfs) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   vfs.empty() ? nullptr : vfs.c_str());
  Connection connection(raw);
  if (raw == nullptr) return failure(Trouble{SQLITE_NOMEM, "out of memory"});
  if (code != SQLITE_OK) return failure(trouble(raw));
  return connection;
}

Result<Statement, Trouble> Connection::prepare(const char* sql) const {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK)
    return failure(trouble(get()));
  return Statement(raw);
}

Result<void, Trouble> Connection::run(const char* sql) const {
  if (sqlite3_exec(get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failure(trouble(get()));
  return {};
}

Result<std::string, Trouble> Connection::text(const char* sql) const {
  auto statement = prepare(sql);
  if (!statement) return failure(std::move(statement).error());
  const auto row = statement->step();
  if (!row) return failure(row.error());
  return *row ? std::string(statement->bytes(0)) : std::string();
}

Result<std::int64_t, Trouble> Connection::integer(const char* sql) const {
  auto statement = prepare(sql);
  if (!statement) return failure(std::move(statement).error());
  const auto row = statement->step();
  if (!row) return failure(row.error());
  return *row ? statement->integer(0) : 0;
}

}  // namespace rostrum::journal::sqlite
