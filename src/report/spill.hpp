// A text that may grow larger than the memory: it begins there, and goes on in a file of its own once it is
// long. Most packs are small and never make that file.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "report/buffered_file.hpp"

namespace postbox::report {

class Spill {
 public:
  // `path` is where the file would lie; `files` must live longer.
  Spill(FileSystem& files, Path path) : files_(files), path_(std::move(path)) {}

  void add(std::string_view bytes);
  // Hands on all of it block by block, removes the file and is empty again.
  void pour(const std::function<void(std::string_view)>& take);
  void pour_into(BufferedFile& out) {
    pour([&out](std::string_view block) { out.write(block); });
  }

 private:
  FileSystem& files_;
  Path path_;
  Block waiting_;
  std::unique_ptr<OutputFile> on_disk_;
};

}  // namespace postbox::report
