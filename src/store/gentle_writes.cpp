#include "store/gentle_writes.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <thread>

namespace postbox::store {
namespace {

constexpr int writes_between_rests = 32;
constexpr std::chrono::microseconds rest{250};

thread_local std::optional<int> writes_since_rest;  // nothing: not gentle

ssize_t write_gently(int file, const void* bytes, std::size_t count, off64_t at) {
  const ssize_t written = ::pwrite64(file, bytes, count, at);
  if (writes_since_rest && ++*writes_since_rest == writes_between_rests) {
    writes_since_rest = 0;
    const int error = errno;  // SQLite's to see
    // Only sets them out: it is still SQLite's sync that waits for them.
    ::sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
    std::this_thread::sleep_for(rest);
    errno = error;
  }
  return written;
}

}  // namespace

void GentleWrites::prepare() {
  sqlite3_vfs* const disk = sqlite3_vfs_find("unix");
  if (disk == nullptr || disk->iVersion < 3) return;
  // SQLite knows its system calls by name, each as a pointer to a function without parameters.
  const auto ours = reinterpret_cast<sqlite3_syscall_ptr>(
      write_gently);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
  for (const char* name : {"pwrite", "pwrite64"}) {
    if (disk->xGetSystemCall(disk, name) != nullptr) disk->xSetSystemCall(disk, name, ours);
  }
}

GentleWrites::GentleWrites() { writes_since_rest = 0; }

GentleWrites::~GentleWrites() { writes_since_rest.reset(); }

}  // namespace postbox::store
