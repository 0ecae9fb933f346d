// A zip archive in memory, read by libzip: the only place that knows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct zip;  // of libzip

namespace postbox::resort {

class ZipArchive {
 public:
  // `bytes` must outlive it. Throws Error(Fault::data) for what is no archive.
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  std::vector<std::string> names() const;
  // The unpacked bytes of an entry, "" where there is none. All entries read from one archive may have
  // `unpacked_bytes_max` together; more, and damaged or encrypted ones, throw Error(Fault::data).
  std::string read(const std::string& name);

  static constexpr std::uint64_t unpacked_bytes_max = std::uint64_t{64} << 20U;

 private:
  zip* archive_ = nullptr;
  std::uint64_t left_ = unpacked_bytes_max;
};

}  // namespace postbox::resort
