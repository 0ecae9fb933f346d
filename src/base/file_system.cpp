#include "base/file_system.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/error.hpp"

namespace postbox {
namespace {

[[noreturn]] void fail(Fault fault, std::string_view what, const Path& path, int error) {
  throw Error(fault,
              fmt::format("cannot {} {}: {}", what, path.string(), std::generic_category().message(error)),
              "see that the disk is there, has room and belongs to this user");
}

class Descriptor {  // sole owner of an open file
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

class PosixOutputFile : public OutputFile {
 public:
  PosixOutputFile(int fd, Path path) : file_(fd), path_(std::move(path)) {}

  void write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t done = ::write(file_.get(), bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail(Fault::storage, "write", path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }

  void sync() override {
    if (::fsync(file_.get()) != 0) fail(Fault::storage, "sync", path_, errno);
  }

 private:
  Descriptor file_;
  Path path_;
};

class PosixLock : public FileLock {
 public:
  explicit PosixLock(int fd) : file_(fd) {}

 private:
  Descriptor file_;
};

// nullptr where another holds it. `fd` is closed with the lock.
std::unique_ptr<FileLock> lock_opened(int fd, int how, const Path& path) {
  auto lock = std::make_unique<PosixLock>(fd);
  if (::flock(fd, how | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) fail(Fault::storage, "lock", path, errno);
  return nullptr;
}

Descriptor open_to_read(const Path& path, int how) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | how);
  if (fd < 0) fail(Fault::missing_input, "read", path, errno);
  return Descriptor(fd);
}

void read_all(const Descriptor& file, const Path& path, const std::function<void(std::string_view)>& take) {
  char block[65536];
  for (;;) {
    const ssize_t got = ::read(file.get(), block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(Fault::storage, "read", path, errno);
    if (got == 0) return;
    take(std::string_view(block, static_cast<std::size_t>(got)));
  }
}

// What was read so far, never more than it may be.
class Gathered {
 public:
  Gathered(const FileSystem& files, const Path& path, std::uint64_t bytes_max, Fault fault)
      : path_(path), bytes_max_(bytes_max), fault_(fault) {
    constexpr std::uint64_t reserved_least = 65536;  // a passphrase leaves no copy of itself behind
    // At once: a file of 8 MB would be copied seven times on its way.
    bytes_.reserve(std::min(bytes_max, std::max(files.told_size(path), reserved_least)));
  }

  void add(std::string_view block) {
    if (block.size() > bytes_max_ - bytes_.size()) {
      throw Error(
          fault_,
          fmt::format("{} has more than {} bytes: it is not what was asked for", path_.string(), bytes_max_),
          "see that the right file is named");
    }
    bytes_ += block;
  }

  std::string bytes() { return std::move(bytes_); }

 private:
  const Path& path_;
  const std::uint64_t bytes_max_;
  const Fault fault_;
  std::string bytes_;
};

[[noreturn]] void refuse_kind(Fault fault, const Path& path, bool is_folder) {
  throw Error(
      fault, fmt::format("{} is {}: it is not what was asked for", path.string(), name_other_kind(is_folder)),
      "see that the right file is named, and that a file stands there");
}

// Of a file without a name, which is gone when it is closed. A page of it is written, for a full disk still
// takes an empty file.
std::error_code write_nameless(int fd) {
  const Descriptor file(fd);
  const std::string page(4096, '\0');
  const ssize_t done = ::write(file.get(), page.data(), page.size());
  if (done == static_cast<ssize_t>(page.size())) return {};
  return {done < 0 ? errno : ENOSPC, std::generic_category()};
}

std::error_code why_nothing_new(const Path& folder) {
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (fd >= 0) return write_nameless(fd);
  // Some file systems know no files without a name: then what the system would allow has to do.
  const bool unknown = errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL;
  if (!unknown) return {errno, std::generic_category()};
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0) return {};
  return {errno, std::generic_category()};
}

struct stat status_of(const Path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    fail(errno == ENOENT ? Fault::missing_input : Fault::storage, "look at", path, errno);
  }
  return found;
}

}  // namespace

bool PosixFileSystem::exists(const Path& path) const {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

bool PosixFileSystem::is_folder(const Path& path) const {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

bool PosixFileSystem::is_plain_file(const Path& path) const {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

std::uint64_t PosixFileSystem::told_size(const Path& path) const {
  std::error_code unknown;
  const std::uintmax_t bytes = std::filesystem::file_size(path, unknown);
  return unknown ? 0 : bytes;
}

void FileSystem::read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const {
  take(read(path));
}

std::string PosixFileSystem::read(const Path& path) const {
  std::string bytes;
  std::error_code unknown;
  if (const std::uintmax_t size = std::filesystem::file_size(path, unknown); !unknown) bytes.reserve(size);
  read_blocks(path, [&bytes](std::string_view block) { bytes += block; });
  return bytes;
}

void PosixFileSystem::read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const {
  // Opened without waiting for the writer of a pipe; to a plain file it makes no difference.
  const Descriptor file = open_to_read(path, O_NONBLOCK | O_NOCTTY);
  struct stat found {};
  if (::fstat(file.get(), &found) != 0) fail(Fault::storage, "look at", path, errno);
  if (!S_ISREG(found.st_mode)) refuse_kind(Fault::storage, path, S_ISDIR(found.st_mode));
  read_all(file, path, take);
}

void PosixFileSystem::read_stream(const Path& path, const std::function<void(std::string_view)>& take) const {
  read_all(open_to_read(path, 0), path, take);
}

unsigned PosixFileSystem::mode(const Path& path) const { return status_of(path).st_mode & 07777U; }

bool PosixFileSystem::can_read(const Path& path) const { return ::access(path.c_str(), R_OK) == 0; }

std::error_code PosixFileSystem::why_not_writable(const Path& path) const {
  if (is_folder(path)) return why_nothing_new(path);
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  return file.get() >= 0 ? std::error_code() : std::error_code(errno, std::generic_category());
}

bool PosixFileSystem::is_writable_by_owner_of(const Path& folder, const Path& path) const {
  const struct stat owner = status_of(folder);
  const struct stat found = status_of(path);
  if (owner.st_uid == 0) return true;
  const mode_t needed = found.st_uid == owner.st_uid   ? S_IWUSR
                        : found.st_gid == owner.st_gid ? S_IWGRP
                                                       : S_IWOTH;
  return (found.st_mode & needed) != 0;
}

std::uint64_t PosixFileSystem::free_bytes(const Path& folder) const {
  struct statvfs found {};
  if (::statvfs(folder.c_str(), &found) != 0) fail(Fault::storage, "look at", folder, errno);
  return std::uint64_t{found.f_bavail} * found.f_frsize;
}

std::vector<std::string> PosixFileSystem::list(const Path& folder) const {
  std::error_code error;
  std::vector<std::string> names;
  std::filesystem::directory_iterator entry(folder, error);
  if (error) fail(Fault::storage, "list", folder, error.value());
  for (; entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (error) fail(Fault::storage, "list", folder, error.value());
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::unique_ptr<OutputFile> PosixFileSystem::create(const Path& path, unsigned mode) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) fail(Fault::cannot_create, "create", path, errno);
  auto file = std::make_unique<PosixOutputFile>(fd, path);
  if (::fchmod(fd, mode) != 0) fail(Fault::cannot_create, "set the permissions of", path, errno);
  return file;
}

bool PosixFileSystem::make_folder(const Path& path, unsigned mode) {
  if (::mkdir(path.c_str(), mode) != 0) {
    if (errno == EEXIST && is_folder(path)) return false;
    fail(Fault::cannot_create, "make the folder", path, errno);
  }
  if (::chmod(path.c_str(), mode) != 0) fail(Fault::cannot_create, "set the permissions of", path, errno);
  return true;
}

void PosixFileSystem::rename(const Path& from, const Path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail(Fault::storage, "rename to", to, errno);
}

void PosixFileSystem::remove(const Path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) fail(Fault::storage, "remove", path, error.value());
}

void PosixFileSystem::sync_folder(const Path& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0 || ::fsync(folder.get()) != 0) fail(Fault::storage, "sync", path, errno);
}

std::unique_ptr<FileLock> PosixFileSystem::try_lock(const Path& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) fail(Fault::cannot_create, "create", path, errno);
  return lock_opened(fd, LOCK_EX, path);
}

std::unique_ptr<FileLock> PosixFileSystem::try_lock_folder(const Path& folder, Sharing sharing) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) fail(Fault::storage, "open the folder", folder, errno);
  return lock_opened(fd, sharing == Sharing::alone ? LOCK_EX : LOCK_SH, folder);
}

void PosixFileSystem::give_to_owner_of(const Path& example, const Path& path) {
  const struct stat wanted = status_of(example);
  const struct stat found = status_of(path);
  if (wanted.st_uid == found.st_uid && wanted.st_gid == found.st_gid) return;
  if (::chown(path.c_str(), wanted.st_uid, wanted.st_gid) != 0) {
    fail(Fault::cannot_create, "give to the owner of the box", path, errno);
  }
}

void PosixFileSystem::close_to_others(const Path& path) {
  if (::chmod(path.c_str(), mode(path) & 0700U) != 0) {
    fail(Fault::cannot_create, "set the permissions of", path, errno);
  }
}

std::string_view name_other_kind(bool is_folder) { return is_folder ? "a folder" : "a pipe or a device"; }

std::string read_at_most(const FileSystem& files, const Path& path, std::uint64_t bytes_max, Fault fault) {
  if (files.exists(path) && !files.is_plain_file(path)) refuse_kind(fault, path, files.is_folder(path));
  Gathered gathered(files, path, bytes_max, fault);
  files.read_blocks(path, [&gathered](std::string_view block) { gathered.add(block); });
  return gathered.bytes();
}

std::string read_stream_at_most(const FileSystem& files, const Path& path, std::uint64_t bytes_max,
                                Fault fault) {
  if (files.is_folder(path)) refuse_kind(fault, path, true);
  Gathered gathered(files, path, bytes_max, fault);
  files.read_stream(path, [&gathered](std::string_view block) { gathered.add(block); });
  return gathered.bytes();
}

void refuse_to_replace(const FileSystem& files, const Path& path) {
  if (!files.exists(path) || files.is_plain_file(path)) return;
  throw Error(
      Fault::cannot_create,
      fmt::format("{} is {} and is not replaced", path.string(), name_other_kind(files.is_folder(path))),
      "name a file");
}

void make_folders(FileSystem& files, const Path& folder, unsigned mode) {
  if (files.exists(folder)) return;
  make_folders(files, folder.parent_path(), mode);
  files.make_folder(folder, mode);
}

void write_atomically(FileSystem& files, const Path& path, std::string_view bytes, unsigned mode) {
  Path temporary = path;
  temporary += ".new";
  files.remove(temporary);
  {
    const auto file = files.create(temporary, mode);
    file->write(bytes);
    file->sync();
  }
  files.rename(temporary, path);
  files.sync_folder(path.has_parent_path() ? path.parent_path() : Path("."));
}

}  // namespace postbox
