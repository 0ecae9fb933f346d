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

void BoxWriter::open() {
  close();
  box_ = std::make_unique<store::Connection>(box_folder_ / box_database);
  if (checkpointer_) box_->leave_log();
}

void BoxWriter::close() {
  appender_.reset();
  box_.reset();
}

void BoxWriter::checkpoint_beside(Checkpointer::Pace pace) {
  store::GentleWrites::prepare();
  checkpointer_ = std::make_unique<Checkpointer>(box_folder_, pace);
  if (box_) box_->leave_log();
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
  if (!box_) open();
  if (submissions.empty()) {
    box_->run("BEGIN IMMEDIATE");
    box_->run("ROLLBACK");
    return;
  }
  if (checkpointer_ && checkpointer_->wants_writer()) finish_checkpoint();
  if (!appender_) appender_.emplace(*box_);
  appender_->append(random_, submissions);
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
