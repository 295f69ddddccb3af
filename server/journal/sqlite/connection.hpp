// SQLite for this room: a connection and its statements, closed by themselves, with what went wrong as a value.
//
// Used by one thread at a time. Statements end before their connection does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/result.hpp"

namespace rostrum::journal::sqlite {

/// What SQLite refused: its extended result code, and why in words.
struct Trouble {
  int code = SQLITE_ERROR;
  std::string why;

  /// The code without its extension, such as SQLITE_FULL.
  [[nodiscard]] int primary() const { return code & 0xff; }
};

class Statement {
 public:
  void bind(int parameter, std::int64_t value);
  /// Not copied: `bytes` lives until the statement is reset.
  void bind(int parameter, std::string_view bytes);

  /// Whether there is a (next) row.
  [[nodiscard]] Result<bool, Trouble> step();
  /// Steps to the end and resets.
  [[nodiscard]] Result<void, Trouble> run();
  void reset() { sqlite3_reset(statement_.get()); }

  [[nodiscard]] bool is_integer(int column) const { return type(column) == SQLITE_INTEGER; }
  [[nodiscard]] bool is_blob(int column) const { return type(column) == SQLITE_BLOB; }
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  /// Of a blob or a text; valid until the next step.
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] int type(int column) const { return sqlite3_column_type(statement_.get(), column); }

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Connection {
 public:
  /// `flags` as sqlite3_open_v2 takes them; an empty `vfs` is SQLite's own.
  [[nodiscard]] static Result<Connection, Trouble> open(const std::string& name, int flags, const std::string& vfs);

  [[nodiscard]] Result<Statement, Trouble> prepare(const char* sql) const;
  /// For statements whose rows do not matter.
  [[nodiscard]] Result<void, Trouble> run(const char* sql) const;
  /// The first column of the first row, as text.
  [[nodiscard]] Result<std::string, Trouble> text(const char* sql) const;
  [[nodiscard]] Result<std::int64_t, Trouble> integer(const char* sql) const;

  [[nodiscard]] sqlite3* get() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  explicit Connection(sqlite3* connection) : connection_(connection) {}

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace rostrum::journal::sqlite
