// A new file (0600) that is written in blocks rather than in cells: a pack has millions of small pieces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace postbox::report {

inline constexpr std::size_t block_bytes = 65536;

// What waits until a block is full. An emptying has a hundred of these and more at once: each takes one
// block from its first byte on and never more, where a string left to itself takes up to two.
class Block {
 public:
  // What no longer fits is handed to `take` before, a piece larger than a block at once.
  template <class Take>
  void add(std::string_view bytes, const Take& take) {
    if (waiting_.size() + bytes.size() > block_bytes) pour(take);
    if (bytes.size() > block_bytes) {
      take(bytes);
    } else {
      waiting_.reserve(block_bytes);
      waiting_ += bytes;
    }
  }
  // Keeps its memory for what follows.
  template <class Take>
  void pour(const Take& take) {
    if (!waiting_.empty()) take(std::string_view(waiting_));
    waiting_.clear();
  }
  // Of an empty one.
  void give_back() { waiting_ = std::string(); }

 private:
  std::string waiting_;
};

class BufferedFile {
 public:
  BufferedFile(FileSystem& files, const Path& path) : file_(files.create(path, 0600)) {}

  void write(std::string_view bytes) {
    waiting_.add(bytes, [this](std::string_view block) { file_->write(block); });
  }
  void finish() {
    waiting_.pour([this](std::string_view block) { file_->write(block); });
    waiting_.give_back();
    file_->sync();
  }

 private:
  std::unique_ptr<OutputFile> file_;
  Block waiting_;
};

}  // namespace postbox::report
