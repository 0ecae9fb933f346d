#include "base/temporary.hpp"

#include "base/error.hpp"

namespace postbox {

Temporary::Temporary(FileSystem& files, Path path) : files_(files), path_(std::move(path)) {
  files_.remove(path_);
}

Temporary::~Temporary() {
  try {
    files_.remove(path_);
  } catch (const Error&) {  // NOLINT(bugprone-empty-catch): the next run removes it
  }
}

}  // namespace postbox
