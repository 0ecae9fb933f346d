#include "backup/archive.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/error.hpp"

namespace postbox::backup {
namespace {

constexpr std::size_t block_bytes = 512;
constexpr std::size_t end_bytes = 2 * block_bytes;
constexpr std::uint64_t octal_size_end = 1ULL << 33U;  // eleven octal digits

// Where the fields of a head begin, and how long they are (POSIX.1-1988, ustar).
struct Field {
  std::size_t at;
  std::size_t bytes;
};
constexpr Field name_field{0, 100};
constexpr Field size_field{124, 12};
constexpr Field checksum_field{148, 8};

[[noreturn]] void refuse() {
  throw Error(Fault::data, "this is no backup of a Post Box, or it was damaged",
              "try another backup; `tar -tf` shows what is still in this one");
}

void put(std::string& head, std::size_t at, std::string_view text) { head.replace(at, text.size(), text); }

// Octal; from 8 GiB on as the tar of GNU does it: the highest bit, then the number, the first byte first.
std::string size_text(std::uint64_t bytes) {
  if (bytes < octal_size_end) return fmt::format("{:011o}", bytes);
  std::string text(size_field.bytes, '\0');
  text[0] = '\x80';
  for (std::size_t i = size_field.bytes - 1; bytes != 0; --i, bytes >>= 8U) {
    text[i] = static_cast<char>(bytes & 0xFFU);
  }
  return text;
}

std::uint64_t read_size(std::string_view text) {
  const bool octal = text[0] != '\x80';
  std::uint64_t bytes = 0;
  for (const char c : text.substr(octal ? 0 : 4, octal ? text.size() - 1 : 8)) {
    const auto digit = static_cast<unsigned char>(c);
    bytes = octal ? bytes * 8 + (digit & 7U) : (bytes << 8U) + digit;
  }
  return bytes;
}

std::string head_of(const Entry& entry) {
  std::string head(block_bytes, '\0');
  put(head, name_field.at, entry.name);
  put(head, 100, "0000600");  // mode
  put(head, 108, "0000000");  // user
  put(head, 116, "0000000");  // group
  put(head, size_field.at, size_text(entry.bytes));
  put(head, 136, "00000000000");  // time
  put(head, checksum_field.at, std::string(checksum_field.bytes, ' '));
  put(head, 156, "0");  // a file
  put(head, 257,
      std::string_view("ustar\0"
                       "00",
                       8));
  unsigned sum = 0;
  for (const char c : head) sum += static_cast<unsigned char>(c);
  put(head, checksum_field.at, fmt::format("{:06o}", sum));
  head[checksum_field.at + 6] = '\0';
  return head;
}

std::uint64_t padding_of(std::uint64_t bytes) { return (block_bytes - bytes % block_bytes) % block_bytes; }

}  // namespace

void ArchiveWriter::add(std::string_view name, std::string_view content) {
  out_.write(head_of({std::string(name), content.size()}));
  out_.write(content);
  pad(content.size());
}

void ArchiveWriter::add_file(const Entry& entry, const FileSystem& files, const Path& path) {
  out_.write(head_of(entry));
  std::uint64_t written = 0;
  files.read_blocks(path, [&](std::string_view block) {
    out_.write(block);
    written += block.size();
  });
  if (written != entry.bytes) {
    throw Error(Fault::storage, path.string() + " was changed while it was read", "run the command again");
  }
  pad(written);
}

void ArchiveWriter::finish() { out_.write(std::string(end_bytes, '\0')); }

void ArchiveWriter::pad(std::uint64_t bytes) { out_.write(std::string(padding_of(bytes), '\0')); }

void ArchiveReader::take(std::string_view block) {
  while (!block.empty()) {
    switch (state_) {
      case State::head:
        take_head(block);
        break;
      case State::content:
        take_content(block);
        break;
      case State::padding:
        take_zeros(block, State::head);
        break;
      case State::end:
        if (left_ == 0) refuse();  // something follows the end
        take_zeros(block, State::end);
        break;
    }
  }
}

void ArchiveReader::finish() const {
  if (state_ != State::end || left_ != 0) refuse();
}

void ArchiveReader::take_head(std::string_view& block) {
  const std::size_t size = std::min(block.size(), block_bytes - head_.size());
  head_ += block.substr(0, size);
  block.remove_prefix(size);
  if (head_.size() < block_bytes) return;
  begin_entry();
  head_.clear();
}

void ArchiveReader::begin_entry() {
  if (head_.find_first_not_of('\0') == std::string::npos) {
    state_ = State::end;
    left_ = end_bytes - block_bytes;
    return;
  }
  const std::string_view name = std::string_view(head_).substr(name_field.at, name_field.bytes);
  const Entry entry{std::string(name.substr(0, name.find('\0'))),
                    read_size(std::string_view(head_).substr(size_field.at, size_field.bytes))};
  if (entry.name.empty() || entry.name.size() > entry_name_bytes_max || head_of(entry) != head_) refuse();
  visitor_.begin(entry);
  left_ = entry.bytes;
  padding_ = padding_of(entry.bytes);
  state_ = State::content;
  if (left_ == 0) {
    visitor_.end();
    state_ = State::head;
  }
}

void ArchiveReader::take_content(std::string_view& block) {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), left_));
  visitor_.content(block.substr(0, size));
  block.remove_prefix(size);
  left_ -= size;
  if (left_ != 0) return;
  visitor_.end();
  left_ = padding_;
  state_ = left_ == 0 ? State::head : State::padding;
}

void ArchiveReader::take_zeros(std::string_view& block, State next) {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), left_));
  if (block.substr(0, size).find_first_not_of('\0') != std::string_view::npos) refuse();
  block.remove_prefix(size);
  left_ -= size;
  if (left_ == 0) state_ = next;
}

}  // namespace postbox::backup
