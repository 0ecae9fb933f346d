// A new file (0600) that is written in blocks rather than in cells: a pack has millions of small pieces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace postbox::report {

inline constexpr std::size_t block_bytes = 65536;

class BufferedFile {
 public:
  BufferedFile(FileSystem& files, const Path& path) : file_(files.create(path, 0600)) {}

  void write(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= block_bytes) flush();
  }
  void finish() {
    flush();
    file_->sync();
  }
  void flush() {
    if (waiting_.empty()) return;
    file_->write(waiting_);
    waiting_.clear();
  }

 private:
  std::unique_ptr<OutputFile> file_;
  std::string waiting_;
};

}  // namespace postbox::report
