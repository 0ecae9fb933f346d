#include "report/spill.hpp"

namespace postbox::report {

void Spill::add(std::string_view bytes) {
  waiting_.add(bytes, [this](std::string_view block) {
    if (!on_disk_) on_disk_ = files_.create(path_, 0600);
    on_disk_->write(block);
  });
}

void Spill::pour(const std::function<void(std::string_view)>& take) {
  if (on_disk_) {
    on_disk_.reset();  // no sync: nobody needs this file after a crash
    files_.read_blocks(path_, take);
    files_.remove(path_);
  }
  waiting_.pour(take);
  waiting_.give_back();
}

}  // namespace postbox::report
