// A plain tar archive (POSIX ustar), so that a backup can also be opened without this program: `tar -xf`.
//
// Files only, one after another; no times, owners or links. The reader takes what the writer writes, to the
// byte, and nothing else: an archive that was put together by other means is refused.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/file_system.hpp"

namespace postbox::backup {

struct Entry {
  std::string name;  // relative, with '/'
  std::uint64_t bytes = 0;
};

inline constexpr std::size_t entry_name_bytes_max = 99;

class ArchiveWriter {
 public:
  explicit ArchiveWriter(OutputFile& out) : out_(out) {}

  void add(std::string_view name, std::string_view content);
  // The file as it is now. Throws Error(Fault::storage) where it has not `entry.bytes`.
  void add_file(const Entry& entry, const FileSystem& files, const Path& path);
  void finish();

 private:
  void pad(std::uint64_t bytes);

  OutputFile& out_;
};

// Who is told what an archive holds.
class ArchiveVisitor {
 public:
  virtual ~ArchiveVisitor() = default;
  virtual void begin(const Entry& entry) = 0;
  virtual void content(std::string_view block) = 0;
  virtual void end() = 0;
};

// Reads an archive that comes block by block. Throws Error(Fault::data) at the first byte that no writer of
// this house would have put there.
class ArchiveReader {
 public:
  explicit ArchiveReader(ArchiveVisitor& visitor) : visitor_(visitor) {}

  void take(std::string_view block);
  // After the last block. Throws where the archive is not whole.
  void finish() const;

 private:
  enum class State { head, content, padding, end };

  void take_head(std::string_view& block);
  void take_content(std::string_view& block);
  void take_zeros(std::string_view& block, State next);
  void begin_entry();

  ArchiveVisitor& visitor_;
  State state_ = State::head;
  std::string head_;
  std::uint64_t left_ = 0;  // of the content, the padding or the end
  std::uint64_t padding_ = 0;
};

}  // namespace postbox::backup
