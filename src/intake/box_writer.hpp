// Writes to the box of one folder for the group committer, and comes back by itself after a failure.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "base/file_system.hpp"
#include "base/random.hpp"
#include "intake/checkpointer.hpp"
#include "store/box_files.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::intake {

class BoxWriter {
 public:
  // `files` and `random` are borrowed. Opens the box: throws Error(Fault::missing_input) where there is none.
  BoxWriter(const FileSystem& files, Random& random, Path box_folder, std::uint64_t free_disk_bytes_min);

  // All durable when it returns; throws when none is. With none given it tries whether it could: disk room,
  // an open database, its write lock. After a failure the database is opened anew, for a connection that
  // saw a failing sync is not to be trusted. Fails also where the files at the path are not those that are
  // open, before the commit or after it: what went into a file that nobody will find is not stored.
  void commit(std::span<const store::NewSealed> submissions);

  // From now on the log is moved and emptied beside the commits, on a thread of its own. Called before
  // another thread uses the database.
  void checkpoint_beside(Checkpointer::Pace pace);

  // Whether the box's files are those that were opened (store/box_files.hpp); from any thread.
  bool in_place() const { return place_->database_in_place() && place_->log_in_place(); }

 private:
  void write(std::span<const store::NewSealed> submissions);
  void open();
  void close();
  void finish_checkpoint();
  void save_log();
  void start_checkpointer();

  const FileSystem& files_;
  Random& random_;
  Path box_folder_;
  std::uint64_t free_disk_bytes_min_;
  std::unique_ptr<store::BoxFiles> place_;  // outlives every connection
  std::unique_ptr<store::Connection> box_;
  std::optional<store::Appender> appender_;  // to box_; made with the first post
  std::optional<Checkpointer::Pace> pace_;
  std::unique_ptr<Checkpointer> checkpointer_;
};

// Whether the folder's disk has more room than the floor below which nothing more is taken.
bool has_room(const FileSystem& files, const Path& box_folder, std::uint64_t free_disk_bytes_min);

}  // namespace postbox::intake
