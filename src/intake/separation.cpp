#include "intake/separation.hpp"

namespace postbox::intake {

std::vector<std::string> readable_secrets(const FileSystem& files, const Path& box_folder,
                                          const Path& keys_folder) {
  std::vector<std::string> found;
  if (files.is_folder(keys_folder) && files.can_read(keys_folder)) {
    for (const std::string& name : files.list(keys_folder)) {
      const Path key = keys_folder / name;
      if (key.extension() == ".key" && files.can_read(key)) {
        found.push_back("this server can read the secret key " + key.string());
      }
    }
  }
  const Path exports = box_folder / "exports";
  if (files.is_folder(exports) && files.can_read(exports)) {
    found.push_back("this server can read what was delivered, " + exports.string());
  }
  return found;
}

}  // namespace postbox::intake
