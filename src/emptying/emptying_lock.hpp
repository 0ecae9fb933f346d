// Who changes what an emptying works on holds this lock: meanwhile no emptying, rotation, resort or purge of
// the same box begins.
#pragma once

#include <memory>

#include "base/file_system.hpp"

namespace postbox::emptying {

// `lock`: a file of the box. Throws Error(Fault::busy) while another holds it.
std::unique_ptr<FileLock> lock_emptying(FileSystem& files, const Path& lock);

}  // namespace postbox::emptying
