#include "store/box_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>
#include <utility>

#include "base/box_files.hpp"

namespace postbox::store {
namespace {

constexpr std::string_view first_bytes("SQLite format 3\0", 16);

Error not_in_place(const Path& database) {
  return {Fault::storage,
          database.string() +
              " or its log is no longer the file that was opened: it was removed, moved, "
              "emptied or written over",
          "move the same file back; for another one stop the server and use `postbox restore FILE`"};
}

}  // namespace

BoxFiles::BoxFiles(Path database)
    : database_(std::move(database)),
      log_{database_.parent_path() / box_database_log, database_.parent_path() / box_database_index},
      descriptor_(::open(database_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ >= 0 && database_in_place()) return;
  if (descriptor_ >= 0) ::close(descriptor_);
  throw not_in_place(database_);
}

BoxFiles::~BoxFiles() { ::close(descriptor_); }

void BoxFiles::note_log() {
  const std::lock_guard lock(mutex_);
  log_noted_ = {identity_at(log_[0]), identity_at(log_[1])};
}

void BoxFiles::forget_log() {
  const std::lock_guard lock(mutex_);
  log_noted_.reset();
}

std::optional<BoxFiles::Identity> BoxFiles::identity_at(const Path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return Identity{found.st_dev, found.st_ino};
}

// Nothing makes a database of ours shorter. Also where two threads look at once, while it grows: what was
// seen is read before the length is.
bool BoxFiles::is_whole() const {
  if (damaged_) return false;
  const off_t seen = bytes_seen_;
  struct stat open {};
  std::array<char, first_bytes.size()> begin{};
  const bool looks_right =
      ::fstat(descriptor_, &open) == 0 && open.st_size >= seen &&
      ::pread(descriptor_, begin.data(), begin.size(), 0) == static_cast<ssize_t>(begin.size()) &&
      std::string_view(begin.data(), begin.size()) == first_bytes;
  looks_right ? bytes_seen_.store(open.st_size) : damaged_.store(true);
  return looks_right;
}

bool BoxFiles::database_in_place() const {
  if (!is_whole()) return false;
  struct stat open {};
  return ::fstat(descriptor_, &open) == 0 && identity_at(database_) == Identity{open.st_dev, open.st_ino};
}

bool BoxFiles::log_in_place() const {
  const std::lock_guard lock(mutex_);
  if (!log_noted_) return true;
  for (std::size_t i = 0; i < log_.size(); ++i) {
    const auto& noted = log_noted_->at(i);
    if (!noted || identity_at(log_.at(i)) != noted) return false;
  }
  return true;
}

void BoxFiles::expect_in_place() const {
  if (!database_in_place() || !log_in_place()) throw not_in_place(database_);
}

}  // namespace postbox::store
