#include "report/spill.hpp"

namespace postbox::report {

void Spill::add(std::string_view bytes) {
  in_memory_ += bytes;
  if (in_memory_.size() < block_bytes) return;
  if (!on_disk_) on_disk_.emplace(files_, path_);
  on_disk_->write(in_memory_);
  in_memory_.clear();
}

void Spill::pour(const std::function<void(std::string_view)>& take) {
  if (on_disk_) {
    on_disk_->flush();  // no sync: nobody needs this file after a crash
    on_disk_.reset();
    files_.read_blocks(path_, take);
    files_.remove(path_);
  }
  take(in_memory_);
  in_memory_.clear();
}

}  // namespace postbox::report
