#include "store/connection.hpp"

#include <fmt/core.h>
#include <sqlite3.h>

#include "base/error.hpp"
#include "base/file_system.hpp"

namespace postbox::store {
namespace {

constexpr int busy_timeout_ms = 10'000;

// What a person can do about it; sqlite's own words say what it is.
std::string hint_for(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
      return "another program is writing to the box; try again in a minute";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return "box.db is damaged: bring the last backup back with `postbox restore FILE --replace`, which "
             "keeps "
             "what is here aside";
    case SQLITE_ERROR:  // no such table, no such column
      return "box.db has not the tables of a box: bring the last backup back with `postbox restore FILE "
             "--replace`, which keeps what is here aside";
    case SQLITE_FULL:
      return "make room on the disk and try again";
    default:
      return "see that the disk has room and that box.db, box.db-wal and box.db-shm belong to this user";
  }
}

[[noreturn]] void fail(sqlite3* handle, std::string_view doing) {
  const int code = handle != nullptr ? sqlite3_errcode(handle) : SQLITE_NOMEM;
  if (code == SQLITE_ERROR) {  // of our own SQL: it names a table or a column, never a value
    throw Error(Fault::storage, fmt::format("the box's database: {}", sqlite3_errmsg(handle)),
                hint_for(code));
  }
  throw Error((code & 0xFF) == SQLITE_BUSY ? Fault::busy : Fault::storage,
              fmt::format("the box's database: {}: {}", doing, sqlite3_errstr(code)), hint_for(code));
}

[[noreturn]] void fail_to_open(const Path& database, int code) {
  std::error_code ignored;
  const std::string what = fmt::format("cannot open {}: {}", database.string(), sqlite3_errstr(code));
  if (std::filesystem::exists(database, ignored)) {
    throw Error(Fault::storage, what,
                "see that this user may read and write it and the folder that it is in");
  }
  throw Error(Fault::missing_input, what, "is this the box's folder? `postbox init` makes a new one");
}

// SQLite would wait for the writer of a pipe.
void refuse_other_kinds(const Path& database) {
  std::error_code ignored;
  const auto found = std::filesystem::status(database, ignored);
  if (!std::filesystem::exists(found) || std::filesystem::is_regular_file(found)) return;
  throw Error(Fault::storage,
              fmt::format("{} is {}, no database", database.string(),
                          name_other_kind(std::filesystem::is_directory(found))),
              "move it away and bring the last backup back with `postbox restore FILE`");
}

void expect(Connection& connection, std::string_view pragma, std::string_view wanted) {
  Statement question(connection, fmt::format("PRAGMA {}", pragma));
  if (!question.step() || question.text(0) != wanted) {
    throw Error(Fault::storage, fmt::format("the box's database does not keep {} = {}", pragma, wanted),
                "the file system may not support shared memory; put the box on a local disk");
  }
}

// What SQLite is asked for and what it says it does are compared: a box that loses what it acknowledged is
// worse than one that does not start.
void set_up(Connection& connection, Access access) {
  sqlite3_busy_timeout(connection.handle(), busy_timeout_ms);
  connection.run("PRAGMA foreign_keys = ON");
  connection.run("PRAGMA trusted_schema = OFF");
  connection.run("PRAGMA temp_store = MEMORY");
  if (access == Access::read_only) {
    connection.run("PRAGMA query_only = ON");
    return;
  }
  // Of a new box. Each row that comes changes one page of those that wait: 40 of 100 bytes less are written
  // than with pages of 8 KiB, for a tenth more disk. Smaller ones are less than a block of most disks.
  connection.run("PRAGMA page_size = 4096");
  connection.run("PRAGMA journal_mode = WAL");
  connection.run("PRAGMA synchronous = FULL");
  connection.run("PRAGMA secure_delete = ON");
  expect(connection, "journal_mode", "wal");
  expect(connection, "synchronous", "2");
  expect(connection, "secure_delete", "1");
  expect(connection, "foreign_keys", "1");
}

}  // namespace

Connection::Connection(const Path& database, Access access) {
  refuse_other_kinds(database);
  const int flags = (access == Access::create       ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                     : access == Access::read_write ? SQLITE_OPEN_READWRITE
                                                    : SQLITE_OPEN_READONLY) |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(database.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const int code = handle_ != nullptr ? sqlite3_errcode(handle_) : SQLITE_NOMEM;
    sqlite3_close(handle_);
    fail_to_open(database, code);
  }
  try {
    set_up(*this, access);
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Connection::~Connection() { sqlite3_close(handle_); }

void Connection::run(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_, sql);
}

void Connection::leave_log() {
  const auto note = [](void* pages, sqlite3*, const char*, int in_log) {
    *static_cast<std::int64_t*>(pages) = in_log;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(handle_, note, &log_pages_);
}

void Connection::keep_log() { sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection) {
  if (sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()), 0, &statement_,
                         nullptr) != SQLITE_OK) {
    fail(connection.handle(), sql);
  }
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int parameter, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, parameter, value) != SQLITE_OK) fail(connection_.handle(), "bind");
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  if (sqlite3_bind_text64(statement_, parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) !=
      SQLITE_OK) {
    fail(connection_.handle(), "bind");
  }
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  // A null pointer would be bound as NULL.
  const void* start = bytes.data() != nullptr ? bytes.data() : "";
  if (sqlite3_bind_blob64(statement_, parameter, start, bytes.size(), SQLITE_STATIC) != SQLITE_OK) {
    fail(connection_.handle(), "bind");
  }
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  if (sqlite3_bind_null(statement_, parameter) != SQLITE_OK) fail(connection_.handle(), "bind");
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  // The SQL text is ours and has no values in it: safe to show.
  fail(connection_.handle(), sqlite3_sql(statement_));
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return {static_cast<const char*>(bytes), bytes != nullptr ? size : 0};
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Snapshot::Snapshot(Connection& connection) : connection_(connection) { connection_.run("BEGIN"); }

Snapshot::~Snapshot() { sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // A failed COMMIT may have rolled back already; then this does nothing.
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

}  // namespace postbox::store
