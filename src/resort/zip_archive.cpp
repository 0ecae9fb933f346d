#include "resort/zip_archive.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/error.hpp"

namespace postbox::resort {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10U;

[[noreturn]] void refuse(const char* why) {
  throw Error(Fault::data, why, "open it in the spreadsheet and save it again as .xlsx, without a password");
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) archive_ = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive_ == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (archive_ == nullptr) refuse("the workbook is damaged: it cannot be unpacked");
}

ZipArchive::~ZipArchive() { zip_discard(archive_); }

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const auto count = zip_get_num_entries(archive_, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr) names.emplace_back(name);
  }
  return names;
}

std::string ZipArchive::read(const std::string& name) {
  const auto index = zip_name_locate(archive_, name.c_str(), 0);
  if (index < 0) return {};
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> entry(
      zip_fopen_index(archive_, static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (!entry) refuse("a part of the workbook cannot be unpacked");
  std::string bytes;
  // What an archive says of its own sizes is not believed: what comes out is counted.
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block_bytes);
    const auto got = zip_fread(entry.get(), bytes.data() + before, block_bytes);
    if (got < 0) refuse("a part of the workbook is damaged");
    bytes.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (static_cast<std::uint64_t>(got) > left_) refuse("the workbook is far too large to be a pack");
    left_ -= static_cast<std::uint64_t>(got);
  }
}

}  // namespace postbox::resort
