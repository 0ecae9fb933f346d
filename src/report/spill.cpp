#include "report/spill.hpp"

namespace postbox::report {

void Spill::add(std::string_view bytes) {
  in_memory_ += bytes;
  if (in_memory_.size() < block_bytes) return;
  if (!on_disk_) on_disk_.emplace(files_, path_);
  on_disk_->write(in_memory_);
  in_memory_.clear();
}

void Spill::pour_into(BufferedFile& out) {
  if (on_disk_) {
    on_disk_->flush();  // no sync: nobody needs this file after a crash
    on_disk_.reset();
    files_.read_blocks(path_, [&out](std::string_view block) { out.write(block); });
    files_.remove(path_);
  }
  out.write(in_memory_);
  in_memory_.clear();
}

}  // namespace postbox::report
