// What the server of a well-kept house cannot read: secret keys, and what was delivered.
#pragma once

#include <string>
#include <vector>

#include "base/file_system.hpp"

namespace postbox::intake {

// A sentence for each thing that this process can read and should not be able to; empty when all is well.
std::vector<std::string> readable_secrets(const FileSystem& files, const Path& box_folder,
                                          const Path& keys_folder);

}  // namespace postbox::intake
