#include "intake/box_writer.hpp"

#include <utility>

#include "base/box_files.hpp"
#include "base/error.hpp"
#include "store/gentle_writes.hpp"

namespace postbox::intake {

BoxWriter::BoxWriter(const FileSystem& files, Random& random, Path box_folder,
                     std::uint64_t free_disk_bytes_min)
    : files_(files),
      random_(random),
      box_folder_(std::move(box_folder)),
      free_disk_bytes_min_(free_disk_bytes_min) {
  open();
}

// What lies at the path is not even opened where it is not what was there at the start: with the log of
// another database SQLite would make it whole.
void BoxWriter::open() {
  close();
  if (place_) place_->expect_in_place();
  const Path database = box_folder_ / box_database;
  box_ = std::make_unique<store::Connection>(database);
  if (!place_) place_ = std::make_unique<store::BoxFiles>(database);
  // A database that comes from a backup has no log before it is read for the first time.
  box_->run("SELECT 1 FROM sqlite_schema LIMIT 1");
  place_->note_log();
  if (pace_) start_checkpointer();
}

// All connections: one that stayed would go on in a log that is no longer at its path.
void BoxWriter::close() {
  save_log();
  checkpointer_.reset();
  appender_.reset();
  box_.reset();
  if (place_) place_->forget_log();
}

// A log that was removed is gone with the last connection; what was acknowledged before is in it. That of a
// database that was written over is for whoever tries to mend it.
void BoxWriter::save_log() {
  if (!box_ || !place_) return;
  if (!place_->database_in_place()) return box_->keep_log();
  if (place_->log_in_place()) return;
  try {
    store::checkpoint(*box_);
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): the box is told to be out of order anyway
  }
}

void BoxWriter::checkpoint_beside(Checkpointer::Pace pace) {
  store::GentleWrites::prepare();
  pace_ = pace;
  if (box_) start_checkpointer();
}

void BoxWriter::start_checkpointer() {
  box_->leave_log();
  checkpointer_ = std::make_unique<Checkpointer>(box_folder_, *place_, *pace_);
}

void BoxWriter::commit(std::span<const store::NewSealed> submissions) {
  try {
    write(submissions);
  } catch (...) {
    close();
    throw;
  }
}

void BoxWriter::write(std::span<const store::NewSealed> submissions) {
  if (!has_room(files_, box_folder_, free_disk_bytes_min_)) {
    throw Error(Fault::storage, "the disk is nearly full", "make room, or empty the box");
  }
  place_->expect_in_place();
  if (!box_) open();
  if (submissions.empty()) {
    box_->run("BEGIN IMMEDIATE");
    box_->run("ROLLBACK");
    return;
  }
  if (checkpointer_ && checkpointer_->wants_writer()) finish_checkpoint();
  if (!appender_) appender_.emplace(*box_);
  appender_->append(random_, submissions);
  place_->expect_in_place();
  if (checkpointer_) checkpointer_->committed(box_->log_pages());
}

// A log that cannot be moved is no reason to refuse a post; but no commit follows on a connection that saw a
// failing disk.
void BoxWriter::finish_checkpoint() {
  try {
    if (!store::checkpoint(*box_)) checkpointer_->wait_for_move();
  } catch (const Error&) {
    open();
  }
}

bool has_room(const FileSystem& files, const Path& box_folder, std::uint64_t free_disk_bytes_min) {
  try {
    return files.free_bytes(box_folder) >= free_disk_bytes_min;
  } catch (const Error&) {
    return false;  // a folder that cannot even be looked at takes nothing
  }
}

}  // namespace postbox::intake
