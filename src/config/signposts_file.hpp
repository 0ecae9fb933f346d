// config/signposts.toml: where to turn in danger and for what a feedback box cannot do.
#pragma once

#include <vector>

#include "base/file_system.hpp"
#include "config/house.hpp"
#include "form/signpost.hpp"

namespace postbox::config {

// In the order shown. Throws Error(Fault::settings) naming file and line; also where no line at all is open
// at some hour of the week.
std::vector<form::Signpost> read_signposts(const FileSystem& files, const House& house);

}  // namespace postbox::config
