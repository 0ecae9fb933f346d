// How an alert reaches somebody: by the operator's command, or else by a file that a mail job watches.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "safeguarding/alert_bell.hpp"

namespace postbox::safeguarding {

// Relative to the box's folder. Written anew at each alert, gone when every item has been opened.
inline constexpr const char* alert_folder = "alerts";
inline constexpr const char* alert_file = "safeguarding";

// A bell for the box in this folder. `command`: program and arguments; empty: the file. `files` is borrowed.
BellParts bell_of_box(FileSystem& files, const Path& box_folder, std::vector<std::string> command,
                      std::function<void(bool working)> notice);

}  // namespace postbox::safeguarding
