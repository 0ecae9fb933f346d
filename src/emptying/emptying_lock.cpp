#include "emptying/emptying_lock.hpp"

#include "base/error.hpp"

namespace postbox::emptying {

std::unique_ptr<FileLock> lock_emptying(FileSystem& files, const Path& lock) {
  if (auto held = files.try_lock(lock)) return held;
  throw Error(Fault::busy, "another command of this box is running", "wait until it is over and try again");
}

}  // namespace postbox::emptying
