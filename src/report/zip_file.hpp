// A zip archive, written entry by entry: deflated at the quickest level, and every entry dated 1 January
// 1980, the first day that the format has, so that the same entries give the same bytes.
//
// An entry waits deflated until its sizes are known, in memory and then in a part file. Entries and archives
// beyond 4 GiB have the longer numbers of zip64 where they need them (APPNOTE.TXT 6.3, 4.3 and 4.5.3).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/buffered_file.hpp"
#include "report/spill.hpp"

namespace postbox::report {

class ZipFile {
 public:
  // `part`: where a long entry waits. `files` and `out` must live longer.
  ZipFile(FileSystem& files, Path part, BufferedFile& out);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  void begin(const std::string& name);
  void add(std::string_view bytes);  // to the entry that was begun last
  void end();
  void add_entry(const std::string& name, std::string_view bytes);

  // Writes the directory. To be called once, last.
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    std::uint64_t at = 0;
  };
  class Deflater;

  void write(std::string_view bytes);
  void write_directory_entry(const Entry& entry);
  void write_end(std::uint64_t directory_at);

  BufferedFile& out_;
  std::uint64_t written_ = 0;
  Spill waiting_;
  std::unique_ptr<Deflater> deflater_;
  std::vector<Entry> entries_;
};

}  // namespace postbox::report
