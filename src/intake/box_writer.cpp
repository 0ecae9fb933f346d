#include "intake/box_writer.hpp"

#include <utility>

#include "base/error.hpp"

namespace postbox::intake {
namespace {

std::unique_ptr<store::Connection> open(const Path& box_folder) {
  return std::make_unique<store::Connection>(box_folder / "box.db");
}

}  // namespace

BoxWriter::BoxWriter(const FileSystem& files, Random& random, Path box_folder,
                     std::uint64_t free_disk_bytes_min)
    : files_(files),
      random_(random),
      box_folder_(std::move(box_folder)),
      free_disk_bytes_min_(free_disk_bytes_min),
      box_(open(box_folder_)) {}

void BoxWriter::commit(std::span<const store::NewSealed> submissions) {
  try {
    write(submissions);
  } catch (...) {
    box_.reset();
    throw;
  }
}

void BoxWriter::write(std::span<const store::NewSealed> submissions) {
  if (!has_room(files_, box_folder_, free_disk_bytes_min_)) {
    throw Error(Fault::storage, "the disk is nearly full", "make room, or empty the box");
  }
  if (!box_) box_ = open(box_folder_);
  if (!submissions.empty()) return store::append(*box_, random_, submissions);
  box_->run("BEGIN IMMEDIATE");
  box_->run("ROLLBACK");
}

bool has_room(const FileSystem& files, const Path& box_folder, std::uint64_t free_disk_bytes_min) {
  try {
    return files.free_bytes(box_folder) >= free_disk_bytes_min;
  } catch (const Error&) {
    return false;  // a folder that cannot even be looked at takes nothing
  }
}

}  // namespace postbox::intake
