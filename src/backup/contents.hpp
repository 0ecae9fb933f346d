// What a backup says of itself: `manifest.json`, the first entry of the archive (schema/backup.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/box_files.hpp"

namespace postbox::backup {

inline constexpr const char* manifest_name = "manifest.json";

// What a backup takes beside the database and config/: public keys, how they handed over, settings.
inline constexpr std::array<std::string_view, 5> top_files = {
    box_public_key, safeguarding_public_key, box_handovers, safeguarding_handovers, settings_file};

struct BackedUpFile {
  std::string path;  // as in the box's folder, with '/'
  std::uint64_t bytes = 0;
  std::string sha256;  // lower-case hexadecimal
};

struct Contents {
  std::string made_on;              // day in London: "2026-11-06"
  std::int64_t schema = 0;          // how many steps the database has taken
  std::int64_t submissions = 0;     // sealed ones in the database
  std::vector<BackedUpFile> files;  // in the order of the archive; the database is the last
};

std::string write_contents(const Contents& contents);

// Nothing where the text is no such manifest to the byte.
std::optional<Contents> read_contents(std::string_view text);

// Whether a file of this path may be put into a box's folder: settings, public keys, the database, and what
// lies in config/. Never a secret key, and nothing outside.
bool belongs_into_backup(std::string_view path);

}  // namespace postbox::backup
