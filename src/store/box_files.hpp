// Whether what lies at the path of a box's database is still what is open.
//
// SQLite writes on into a file that somebody removed, moved, emptied or wrote over: the commit succeeds and
// is lost. So who acknowledges what it commits looks before and after.
#pragma once

#include <sys/types.h>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>

#include "base/file_system.hpp"

namespace postbox::store {

class BoxFiles {
 public:
  // Takes what lies there now for the box's database, and holds it open: its number is given to no other file
  // then. Throws Error(Fault::storage). It has to outlive each connection of this process to the box: when
  // any descriptor of a file is closed, all locks that the process has on it are gone.
  explicit BoxFiles(Path database);
  ~BoxFiles();
  BoxFiles(const BoxFiles&) = delete;
  BoxFiles& operator=(const BoxFiles&) = delete;

  // After a connection was opened: its log and the log's index are those at the path from now on.
  void note_log();
  // Before all connections are closed, which may remove them.
  void forget_log();

  // From any thread. A database that was moved away is in place again when it is back; one that was found
  // emptied or written over is not trusted any more, whatever becomes of it.
  bool database_in_place() const;
  bool log_in_place() const;
  // Throws Error(Fault::storage) where one of them is not.
  void expect_in_place() const;

 private:
  struct Identity {
    dev_t device;
    ino_t number;
    bool operator==(const Identity&) const = default;
  };

  static std::optional<Identity> identity_at(const Path& path);
  bool is_whole() const;

  const Path database_;
  const std::array<Path, 2> log_;
  const int descriptor_;
  mutable std::atomic<bool> damaged_{false};
  mutable std::atomic<off_t> bytes_seen_{0};
  mutable std::mutex mutex_;
  std::optional<std::array<std::optional<Identity>, 2>> log_noted_;
};

}  // namespace postbox::store
