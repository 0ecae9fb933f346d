// config/services.toml: the twelve service areas in plain words.
#pragma once

#include "base/file_system.hpp"
#include "config/house.hpp"
#include "feedback/service_words.hpp"

namespace postbox::config {

// Every area exactly once. Throws Error(Fault::settings) naming file and line.
PerArea<ServiceWords> read_services(const FileSystem& files, const House& house);

}  // namespace postbox::config
