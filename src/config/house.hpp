// Where settings are looked for: the box's own config/ first, then the shipped one.
#pragma once

#include <string>

#include "base/file_system.hpp"
#include "config/document.hpp"

namespace postbox::config {

struct House {
  Path box;      // the box's folder: --dir
  Path shipped;  // the folder that holds config/ and schema/
};

// The shipped folder of this program: ../ of the build folder, or ../share/postbox of an installed bin/.
Path find_shipped(const FileSystem& files);

// A file that a person writes settings into. Throws Error(Fault::settings) where it is longer than any can
// be.
std::string read_setting_file(const FileSystem& files, const Path& path);

// box/config/NAME when it is there, else shipped/config/NAME. Error names the file as it is called here.
Node read_config(const FileSystem& files, const House& house, const std::string& name);

// The same choice, for a file that is not TOML.
std::string read_config_text(const FileSystem& files, const House& house, const std::string& name);

}  // namespace postbox::config
