#include "journal/sqlite/sqlite_journal.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "journal/chain.hpp"
#include "journal/sqlite/connection.hpp"
#include "journal/sqlite/layout.hpp"
#include "journal/sqlite/write_ahead_log.hpp"
#include "wire/stored.hpp"

namespace rostrum::journal {
namespace {

using sqlite::Connection;
using sqlite::Statement;
using sqlite::Trouble;

constexpr int busy_timeout_ms = 5'000;  // a reader is in the way for the length of one commit at most
constexpr int row_overhead_bytes_max = 4'096;
constexpr std::uint64_t rows_at_once_max = 256;
constexpr std::size_t bytes_at_once_max = 1u << 20;  // beyond one row

std::int64_t number(Seq seq) { return static_cast<std::int64_t>(seq.value); }
std::string name(Seq seq) { return "commit " + std::to_string(seq.value); }

/// The statements of a journal in use, prepared once.
struct Statements {
  Statement begin, insert, remove, move_ending, commit, select_from;
};

Result<Statements, Trouble> prepare(const Connection& connection, std::int64_t version) {
  const bool has_beside = version != sqlite::layout_without_beside;
  auto begin = connection.prepare("BEGIN IMMEDIATE");
  auto insert =
      connection.prepare(has_beside ? "INSERT INTO commits (seq, bytes, digest, beside) VALUES (?1, ?2, ?3, ?4)"
                                    : "INSERT INTO commits (seq, bytes, digest) VALUES (?1, ?2, ?3)");
  if (!insert) return failure(insert.error());
  auto remove = connection.prepare("DELETE FROM commits WHERE seq = ?1");
  if (!remove) return failure(remove.error());
  auto move_ending = connection.prepare("UPDATE ending SET seq = ?1 WHERE seq = ?2");
  if (!move_ending) return failure(move_ending.error());
  auto commit = connection.prepare("COMMIT");
  auto select_from =
      connection.prepare(has_beside ? "SELECT seq, bytes, digest, beside FROM commits WHERE seq >= ?1 ORDER BY seq"
                                    : "SELECT seq, bytes, digest, NULL FROM commits WHERE seq >= ?1 ORDER BY seq");
  if (!select_from) return failure(select_from.error());
  if (!begin || !commit) return failure(Trouble{SQLITE_NOMEM, "out of memory"});
  return Statements{*std::move(begin),       *std::move(insert), *std::move(remove),
                    *std::move(move_ending), *std::move(commit), *std::move(select_from)};
}

struct Row {
  wire::StoredCommit commit;
  Digest digest{};  // of its bytes: computed, and the same as the stored one
};

/// Where the file says that it ends, and what is wrong with it apart from the commits themselves.
struct Ending {
  Seq seq;
  std::optional<Damage> damage;
};

class SqliteJournal final : public Journal {
 public:
  SqliteJournal(Connection connection, Statements statements, Ending ending, Access access);

  [[nodiscard]] Tail tail() const override { return tail_; }
  [[nodiscard]] Result<void, AppendFailure> append(Seq seq, wire::StoredView commit) override;
  [[nodiscard]] Appended append_several(Seq first, std::span<const wire::StoredView> commits) override;
  [[nodiscard]] Result<void, AppendFailure> probe(std::size_t bytes) override;
  [[nodiscard]] Result<void, Damage> read(Seq from, const Visit& visit) override;

  /// Nothing is damaged so far as opening could tell: the ending, the last commit, the file around them.
  [[nodiscard]] bool sound() const { return !damage_; }
  [[nodiscard]] const Connection& connection() const { return connection_; }
  /// In place of those of a layout of before.
  void use(Statements statements) { statements_ = std::move(statements); }

 private:
  [[nodiscard]] Result<Row, std::string> next_row(Seq seq);
  [[nodiscard]] std::vector<Result<Row, std::string>> load(Seq first, Seq last);
  [[nodiscard]] Result<Tail, Damage> tail_before(Seq seq);
  [[nodiscard]] Result<std::vector<Tail>, AppendFailure> chained(Seq first,
                                                                 std::span<const wire::StoredView> commits) const;
  [[nodiscard]] Result<void, Trouble> put(Seq before, const Tail& next, wire::StoredView commit);
  [[nodiscard]] Result<void, Trouble> take_back(Seq seq);
  [[nodiscard]] Result<void, Trouble> move_ending(Seq from, Seq to);
  [[nodiscard]] Result<void, Trouble> write(std::span<const Tail> tails, std::span<const wire::StoredView> commits);
  [[nodiscard]] Result<void, Trouble> write_and_take_back(std::string_view bytes);
  [[nodiscard]] AppendFailure give_up(const Trouble& trouble);

  Connection connection_;
  Statements statements_;
  Tail tail_;
  std::optional<Damage> damage_;           // at or behind the ending
  std::optional<std::string> unwritable_;  // why nothing can be appended any more
};

SqliteJournal::SqliteJournal(Connection connection, Statements statements, Ending ending, Access access)
    : connection_(std::move(connection)),
      statements_(std::move(statements)),
      damage_(std::move(ending.damage)) {
  auto tail = tail_before(ending.seq.next());
  if (tail) {
    tail_ = *tail;
  } else {
    tail_.seq = ending.seq;
    damage_ = tail.error();
  }
  if (access == Access::read_only) unwritable_ = "the journal is open for reading only";
  if (damage_) unwritable_ = "the journal is damaged: " + damage_->why;
}

/// The row that comes next from the file, which has to be that of `seq`.
Result<Row, std::string> SqliteJournal::next_row(Seq seq) {
  auto& select = statements_.select_from;
  const auto found = select.step();
  if (!found) return failure(name(seq) + " cannot be read: " + found.error().why);
  if (!*found || !select.is_integer(0) || select.integer(0) != number(seq)) return failure(name(seq) + " is missing");
  if (!select.is_blob(1) || !select.is_blob(2)) return failure(name(seq) + " is not stored as bytes");
  const std::string_view bytes = select.bytes(1);
  Row row{.commit = {.bytes = std::string(bytes), .beside = std::string(select.bytes(3))}, .digest = sha256(bytes)};
  if (as_bytes(row.digest) != select.bytes(2))
    return failure(name(seq) + " is damaged: its bytes are not those of its digest");
  return row;
}

/// The rows from `first` to `last`, or to one that cannot be read, or until they are many bytes; one at least. Over
/// before anyone looks at them: nobody's reading may hold back the writer's checkpoint.
std::vector<Result<Row, std::string>> SqliteJournal::load(Seq first, Seq last) {
  statements_.select_from.bind(1, number(first));
  std::vector<Result<Row, std::string>> rows;
  std::size_t bytes = 0;
  for (Seq seq = first; seq <= last && bytes <= bytes_at_once_max; seq = seq.next()) {
    rows.push_back(next_row(seq));
    if (!rows.back()) break;
    bytes += wire::StoredView(rows.back()->commit).size();
  }
  statements_.select_from.reset();
  return rows;
}

Result<Tail, Damage> SqliteJournal::tail_before(Seq seq) {
  const Seq before{seq.value - 1};
  if (before == Seq{}) return Tail{};
  const auto row = load(before, before).front();
  if (!row) return failure(Damage{before, row.error()});
  return Tail{before, row->digest};
}

Result<void, Damage> SqliteJournal::read(Seq from, const Visit& visit) {
  const Seq first = std::max(from, Seq{1});
  if (first <= tail_.seq) {
    auto before = tail_before(first);
    if (!before) return failure(std::move(before).error());
    std::uint64_t rows_most = 1;  // whoever wants one commit does not read hundreds
    for (Seq seq = first; seq <= tail_.seq; rows_most = std::min(2 * rows_most, rows_at_once_max)) {
      for (const auto& row : load(seq, std::min(tail_.seq, Seq{seq.value + rows_most - 1}))) {
        if (!row) return failure(Damage{seq, row.error()});
        const auto next = follow(*before, seq, row->commit, row->digest);
        if (!next) return failure(Damage{seq, next.error()});
        if (!visit(seq, row->commit)) return {};
        before = *next;
        seq = seq.next();
      }
    }
  }
  if (damage_) return failure(*damage_);
  return {};
}

Result<void, AppendFailure> SqliteJournal::append(Seq seq, wire::StoredView commit) {
  const auto tails = chained(seq, {&commit, 1});
  if (!tails) return failure(tails.error());
  if (const auto written = write(*tails, {&commit, 1}); !written) return failure(give_up(written.error()));
  tail_ = tails->back();
  return {};
}

/// In one transaction, and so with one sync; one by one where there is no room for all of them.
Journal::Appended SqliteJournal::append_several(Seq first, std::span<const wire::StoredView> commits) {
  if (commits.size() < 2) return Journal::append_several(first, commits);
  const auto tails = chained(first, commits);
  if (!tails) return Journal::append_several(first, commits);  // up to the one that does not follow
  if (const auto written = write(*tails, commits); !written) {
    AppendFailure failed = give_up(written.error());
    if (failed.kind == AppendFailure::Kind::full) return Journal::append_several(first, commits);
    return {.count = 0, .result = failure(std::move(failed))};
  }
  tail_ = tails->back();
  return {.count = commits.size(), .result = {}};
}

/// Where the log ends behind each of them.
Result<std::vector<Tail>, AppendFailure> SqliteJournal::chained(Seq first,
                                                                std::span<const wire::StoredView> commits) const {
  if (unwritable_) return failure(AppendFailure{AppendFailure::Kind::unavailable, *unwritable_});
  std::vector<Tail> tails;
  for (const wire::StoredView commit : commits) {
    const auto next = follow(tails.empty() ? tail_ : tails.back(), {first.value + tails.size()}, commit);
    if (!next) return failure(AppendFailure{AppendFailure::Kind::out_of_sequence, next.error()});
    tails.push_back(*next);
  }
  return tails;
}

Result<void, Trouble> SqliteJournal::write(std::span<const Tail> tails, std::span<const wire::StoredView> commits) {
  if (auto begun = statements_.begin.run(); !begun) return begun;
  Seq before = tail_.seq;
  for (std::size_t index = 0; index < tails.size(); ++index) {
    if (auto put_in = put(before, tails[index], commits[index]); !put_in) return put_in;
    before = tails[index].seq;
  }
  return statements_.commit.run();
}

Result<void, AppendFailure> SqliteJournal::probe(std::size_t bytes) {
  if (unwritable_) return failure(AppendFailure{AppendFailure::Kind::unavailable, *unwritable_});
  if (const auto written = write_and_take_back(std::string(bytes, '\0')); !written)
    return failure(give_up(written.error()));
  return {};
}

/// In one transaction, so that nobody ever sees it. It takes the same pages as a commit: those that are free again
/// behind it are written too (secure_delete), and the next commit has them.
Result<void, Trouble> SqliteJournal::write_and_take_back(std::string_view bytes) {
  const Seq seq = tail_.seq.next();
  if (auto begun = statements_.begin.run(); !begun) return begun;
  if (auto put_in = put(tail_.seq, {seq, {}}, bytes); !put_in) return put_in;
  if (auto taken = take_back(seq); !taken) return taken;
  return statements_.commit.run();
}

Result<void, Trouble> SqliteJournal::put(Seq before, const Tail& next, wire::StoredView commit) {
  statements_.insert.bind(1, number(next.seq));
  statements_.insert.bind(2, commit.bytes);
  statements_.insert.bind(3, as_bytes(next.digest));
  statements_.insert.bind(4, commit.beside);
  if (auto inserted = statements_.insert.run(); !inserted) return inserted;
  return move_ending(before, next.seq);
}

Result<void, Trouble> SqliteJournal::take_back(Seq seq) {
  statements_.remove.bind(1, number(seq));
  if (auto removed = statements_.remove.run(); !removed) return removed;
  return move_ending(seq, tail_.seq);
}

Result<void, Trouble> SqliteJournal::move_ending(Seq from, Seq to) {
  statements_.move_ending.bind(1, number(to));
  statements_.move_ending.bind(2, number(from));
  if (auto moved = statements_.move_ending.run(); !moved) return moved;
  if (sqlite3_changes(connection_.get()) != 1)
    return failure(Trouble{SQLITE_CONSTRAINT, "another process has written to it"});
  return {};
}

/// Only a full disk leaves no doubt about what stands: SQLite has not finished writing, and forgets what it had begun.
AppendFailure SqliteJournal::give_up(const Trouble& trouble) {
  const bool rolled_back = sqlite3_get_autocommit(connection_.get()) != 0 || connection_.run("ROLLBACK").has_value();
  if (trouble.primary() == SQLITE_FULL && rolled_back) return {AppendFailure::Kind::full, trouble.why};
  unwritable_ = trouble.why + " (" + sqlite3_errstr(trouble.code) + "); the journal must be opened again";
  return {AppendFailure::Kind::unavailable, *unwritable_};
}

OpenFailure refuse(OpenFailure::Kind kind, const std::filesystem::path& path, const std::string& why) {
  return {kind, path.string() + " cannot be opened: " + why};
}

OpenFailure refuse(const std::filesystem::path& path, const Trouble& trouble) {
  const bool damaged = trouble.primary() == SQLITE_CORRUPT || trouble.primary() == SQLITE_ERROR;
  const bool foreign = trouble.primary() == SQLITE_NOTADB;
  return refuse(damaged   ? OpenFailure::Kind::damaged
                : foreign ? OpenFailure::Kind::not_ours
                          : OpenFailure::Kind::unavailable,
                path, trouble.why);
}

/// A file in a directory that this user cannot write to, closed whole: SQLite reads it only when told that it stays as
/// it is.
std::string immutable_name(const std::filesystem::path& path) {
  std::string name = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      name += '%' + hex({&c, 1});
    } else {
      name += c;
    }
  }
  return name + "?immutable=1";
}

Result<Connection, Trouble> connect(const std::filesystem::path& path, Access access, const std::string& vfs) {
  if (access == Access::write) return Connection::open(path.string(), SQLITE_OPEN_READWRITE, vfs);
  auto connection = Connection::open(path.string(), SQLITE_OPEN_READONLY, vfs);
  if (!connection) return connection;
  const auto first_page = connection->integer("PRAGMA user_version");
  if (first_page) return connection;
  const int refused = first_page.error().primary();
  if (refused != SQLITE_CANTOPEN && refused != SQLITE_READONLY) return connection;

  std::error_code no_log;
  const auto log_bytes = std::filesystem::file_size(path.string() + "-wal", no_log);
  if (!no_log && log_bytes > 0) return connection;
  return Connection::open(immutable_name(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, vfs);
}

/// Nothing here writes. A file shorter than it says stays readable as far as it goes only with a writable schema.
Result<void, Trouble> prepare_for_reading(const Connection& connection) {
  sqlite3_busy_timeout(connection.get(), busy_timeout_ms);
  sqlite3_limit(connection.get(), SQLITE_LIMIT_LENGTH,
                static_cast<int>(2 * wire::commit_bytes_max) + row_overhead_bytes_max);
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return connection.run("PRAGMA cell_size_check = ON");
}

Ending find_ending(const Connection& connection, const std::filesystem::path& path) {
  const auto last = connection.integer("SELECT max(seq) FROM commits");
  const auto rows = connection.integer("SELECT count(*) FROM ending");
  const auto recorded = connection.integer("SELECT seq FROM ending");
  const auto checked = connection.text("PRAGMA quick_check(1)");

  const Seq stands{last ? static_cast<std::uint64_t>(std::max<std::int64_t>(*last, 0)) : 0};
  if (!rows || !recorded || *rows != 1 || *recorded < 0) {
    return {stands, Damage{stands.next(), "where the log ends is not recorded: later commits may be lost"}};
  }
  const Seq seq{static_cast<std::uint64_t>(*recorded)};
  if (!last) return {seq, Damage{seq.next(), last.error().why}};
  if (stands > seq) return {seq, Damage{seq.next(), name(seq.next()) + " stands behind the recorded end of the log"}};
  if (sqlite::damaged_before_its_end(path.string() + "-wal")) {
    return {seq, Damage{seq.next(), "the write-ahead log is damaged: later commits are lost"}};
  }
  if (!checked || *checked != "ok") {
    return {seq, Damage{seq.next(),
                        "the file is damaged outside of the commits: " + (checked ? *checked : checked.error().why)}};
  }
  return {seq, std::nullopt};
}

/// Only once the file is known to be sound. The checkpoint makes durable what a process that was killed had written but
/// not yet synced: from here on it is shown to others.
Result<void, Trouble> prepare_for_writing(const Connection& connection) {
  if (sqlite3_db_readonly(connection.get(), "main") != 0)
    return failure(Trouble{SQLITE_READONLY, "it may not be written to"});
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  if (auto set = connection.run("PRAGMA synchronous = FULL"); !set) return set;
  if (auto set = connection.run("PRAGMA secure_delete = ON"); !set) return set;
  const auto mode = connection.text("PRAGMA journal_mode = WAL");
  if (!mode) return failure(mode.error());
  if (*mode != "wal") return failure(Trouble{SQLITE_CANTOPEN, "it cannot be set to write-ahead logging"});
  if (sqlite3_wal_checkpoint_v2(connection.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) != SQLITE_OK) {
    return failure(Trouble{sqlite3_extended_errcode(connection.get()), sqlite3_errmsg(connection.get())});
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Journal>, OpenFailure> open_sqlite_journal(const std::filesystem::path& path, Access access,
                                                                  const std::string& vfs) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    if (access == Access::read_only) return failure(refuse(OpenFailure::Kind::missing, path, "there is no such file"));
    if (auto begun = sqlite::begin_file(path); !begun) return failure(std::move(begun).error());
  }
  if (std::filesystem::file_size(path, ignored) == 0)
    return failure(refuse(OpenFailure::Kind::damaged, path, "it is empty"));

  auto connection = connect(path, access, vfs);
  if (!connection) return failure(refuse(path, connection.error()));
  if (const auto ready = prepare_for_reading(*connection); !ready) return failure(refuse(path, ready.error()));
  if (const auto known = sqlite::version_of(*connection); !known)
    return failure(refuse(known.error().kind, path, known.error().why));
  auto ending = find_ending(*connection, path);
  // Asked behind the ending: where it is still of before, so is every commit up to there, whoever brings it forward
  // now.
  const auto version = sqlite::version_of(*connection);
  if (!version) return failure(refuse(version.error().kind, path, version.error().why));
  auto statements = prepare(*connection, *version);
  if (!statements) return failure(refuse(path, statements.error()));

  auto journal =
      std::make_unique<SqliteJournal>(*std::move(connection), *std::move(statements), std::move(ending), access);
  if (access == Access::write && journal->sound()) {
    if (const auto ready = prepare_for_writing(journal->connection()); !ready)
      return failure(refuse(path, ready.error()));
    if (*version == sqlite::layout_without_beside) {
      if (const auto brought = sqlite::bring_forward(journal->connection()); !brought)
        return failure(refuse(path, brought.error()));
      auto of_now = prepare(journal->connection(), sqlite::layout_version);
      if (!of_now) return failure(refuse(path, of_now.error()));
      journal->use(*std::move(of_now));
    }
  }
  return journal;
}

}  // namespace rostrum::journal
