// The file system, passed in, so that tests can play a disk that fails.
//
// Every call that cannot do what it says throws Error(Fault::storage) naming the path; `create` and
// `make_folder` throw Fault::cannot_create. Paths are native. No call follows a hint about who posted what.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.hpp"

namespace postbox {

using Path = std::filesystem::path;

// A file being written. Closed without sync when it goes out of scope.
class OutputFile {
 public:
  virtual ~OutputFile() = default;
  virtual void write(std::string_view bytes) = 0;
  virtual void sync() = 0;  // until the bytes are on the disk
};

// An advisory lock, held until it goes out of scope, also after kill -9.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

enum class Sharing {
  together,  // with all others who say so
  alone,
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual bool exists(const Path& path) const = 0;
  virtual bool is_folder(const Path& path) const = 0;
  // A file that ends: no folder, no pipe, no device.
  virtual bool is_plain_file(const Path& path) const { return exists(path) && !is_folder(path); }
  // How long the disk says that a file is, to make room for it; 0 where nothing is told, as of a device.
  virtual std::uint64_t told_size(const Path& /*path*/) const { return 0; }
  // Throws Error(Fault::missing_input) where there is no such file, and for what is no plain file: whoever
  // opens a pipe waits for its writer, maybe for ever.
  virtual std::string read(const Path& path) const = 0;
  // The same bytes handed on block by block, for a file that may be larger than the memory. A file system
  // that does not say otherwise hands on one block.
  virtual void read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const;
  // The same of what the caller hands over by name, to be read once: a pipe too, whose writer is waited for,
  // as the shell's <(...), and a device.
  virtual void read_stream(const Path& path, const std::function<void(std::string_view)>& take) const {
    read_blocks(path, take);
  }
  // The permission bits, for example 0600.
  virtual unsigned mode(const Path& path) const = 0;
  virtual bool can_read(const Path& path) const = 0;
  // Tries whether this process can write a file that is there, or a new one in a folder, and leaves no trace.
  // The answer is that of the disk: permission bits say nothing to root, who is held up by a disk that is
  // full or mounted to be read only. Nothing: it can. No database may be open here that is asked about:
  // closing a file lets go of all locks that the process has on it.
  virtual std::error_code why_not_writable(const Path& path) const = 0;
  // Whether the user to whom `folder` belongs may write `path`, by its owner, its group and its bits.
  virtual bool is_writable_by_owner_of(const Path& folder, const Path& path) const = 0;
  virtual std::uint64_t free_bytes(const Path& folder) const = 0;
  // The names in a folder, sorted.
  virtual std::vector<std::string> list(const Path& folder) const = 0;

  // A new file with these permission bits; never an existing one.
  virtual std::unique_ptr<OutputFile> create(const Path& path, unsigned mode) = 0;
  // A new folder with these permission bits; its parent must exist. False when it was there already.
  virtual bool make_folder(const Path& path, unsigned mode) = 0;
  virtual void rename(const Path& from, const Path& to) = 0;
  // The file, or the folder with all in it; nothing happens when it is not there.
  virtual void remove(const Path& path) = 0;
  virtual void sync_folder(const Path& path) = 0;
  // Nothing while another process holds the lock.
  virtual std::unique_ptr<FileLock> try_lock(const Path& path) = 0;
  // Of a folder that is there; leaves no trace in it. Nothing while another process works in it alone, or,
  // for who wants to be alone, at all.
  virtual std::unique_ptr<FileLock> try_lock_folder(const Path& folder, Sharing sharing) = 0;
  // What root makes in the folder of somebody else must be of use to them.
  virtual void give_to_owner_of(const Path& example, const Path& path) = 0;
  // What is there is from now on for its owner alone.
  virtual void close_to_others(const Path& path) = 0;
};

class PosixFileSystem : public FileSystem {
 public:
  bool exists(const Path& path) const override;
  bool is_folder(const Path& path) const override;
  bool is_plain_file(const Path& path) const override;
  std::uint64_t told_size(const Path& path) const override;
  std::string read(const Path& path) const override;
  void read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const override;
  void read_stream(const Path& path, const std::function<void(std::string_view)>& take) const override;
  unsigned mode(const Path& path) const override;
  bool can_read(const Path& path) const override;
  std::error_code why_not_writable(const Path& path) const override;
  bool is_writable_by_owner_of(const Path& folder, const Path& path) const override;
  std::uint64_t free_bytes(const Path& folder) const override;
  std::vector<std::string> list(const Path& folder) const override;
  std::unique_ptr<OutputFile> create(const Path& path, unsigned mode) override;
  bool make_folder(const Path& path, unsigned mode) override;
  void rename(const Path& from, const Path& to) override;
  void remove(const Path& path) override;
  void sync_folder(const Path& path) override;
  std::unique_ptr<FileLock> try_lock(const Path& path) override;
  std::unique_ptr<FileLock> try_lock_folder(const Path& folder, Sharing sharing) override;
  void give_to_owner_of(const Path& example, const Path& path) override;
  void close_to_others(const Path& path) override;
};

// What stands in the place of a plain file, for a message.
std::string_view name_other_kind(bool is_folder);

// A whole file that is no longer than it can honestly be. Throws Error(fault) at the first byte too many, so
// that a file of 10 GB does not take the memory, and for what is no plain file.
std::string read_at_most(const FileSystem& files, const Path& path, std::uint64_t bytes_max, Fault fault);

// The same of a stream (read_stream): a pipe or a device is read like a file, a folder is not.
std::string read_stream_at_most(const FileSystem& files, const Path& path, std::uint64_t bytes_max,
                                Fault fault);

// Throws Error(Fault::cannot_create) where a device, a pipe or a folder stands in the place of a file that is
// about to be replaced: to root every rename is allowed.
void refuse_to_replace(const FileSystem& files, const Path& path);

// Makes a folder, and those above it that are missing.
void make_folders(FileSystem& files, const Path& folder, unsigned mode);

// Writes a whole new file that is either there and complete, or not there: a temporary file beside it,
// sync, rename, sync of the folder. Replaces an existing file.
void write_atomically(FileSystem& files, const Path& path, std::string_view bytes, unsigned mode);

}  // namespace postbox
