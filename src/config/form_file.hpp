// config/form.toml: the questions. A partnership changes, adds and reorders them there without a rebuild.
#pragma once

#include "base/file_system.hpp"
#include "config/house.hpp"
#include "form/form.hpp"

namespace postbox::config {

// Throws Error(Fault::settings) naming file and line where a question could not be asked as it stands.
form::Form read_form(const FileSystem& files, const House& house);

}  // namespace postbox::config
