// config/names.toml and config/not_names.toml as the lists that redact works with.
#pragma once

#include "config/house.hpp"
#include "redact/name_lists.hpp"

namespace postbox::config {

// Error(Fault::settings) names file and line: an unknown key, an empty entry, a missing list.
redact::NameLists read_name_lists(const FileSystem& files, const House& house);

}  // namespace postbox::config
