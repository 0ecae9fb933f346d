// A file or folder that is only for the time being.
#pragma once

#include "base/file_system.hpp"

namespace postbox {

// Removed when it goes out of scope, with all that is in it; and at first, for an earlier run may have been
// cut off. What cannot be removed at the end is left to the next run.
class Temporary {
 public:
  Temporary(FileSystem& files, Path path);
  ~Temporary();
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  const Path& path() const { return path_; }

 private:
  FileSystem& files_;
  Path path_;
};

}  // namespace postbox
