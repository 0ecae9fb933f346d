// SQLite behind one door: a connection whose settings are checked, statements, transactions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_system.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace postbox::store {

enum class Access {
  read_only,
  read_write,
  create,  // read_write, and makes the file when it is not there
};

// One connection, for one thread. WAL, synchronous FULL, foreign keys, secure_delete: set on every connection
// and read back, because a box that loses what it acknowledged is worse than one that does not start.
class Connection {
 public:
  // Throws Error(Fault::missing_input) where there is no box, Fault::storage where it cannot be opened.
  explicit Connection(const Path& database, Access access = Access::read_write);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const char* sql);  // statements without rows
  sqlite3* handle() const { return handle_; }
  std::int64_t changes() const;  // rows changed by the last statement

  // From now on commits leave the write-ahead log to others (checkpoint.hpp) and tell how long it is.
  void leave_log();
  std::int64_t log_pages() const { return log_pages_; }  // after the last commit
  // The log stays as it is when this connection is closed, the last one too.
  void keep_log();

 private:
  sqlite3* handle_ = nullptr;
  std::int64_t log_pages_ = 0;
};

// A prepared statement; parameters are numbered from 1, columns from 0.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view text);  // borrowed until the next reset
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);

  bool step();  // true: there is a row
  void run();   // to the end, then ready to be bound again
  void reset();

  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  // until the next step; also of a blob
  bool is_null(int column) const;

 private:
  Connection& connection_;
  sqlite3_stmt* statement_ = nullptr;
};

// What is read until it goes out of scope is the box as it was at the first look. Others write meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

// Rolled back when it goes out of scope without commit.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace postbox::store
