// config/doors.toml: the words of a formal complaint and of an appeal, and where each of them belongs.
#pragma once

#include <vector>

#include "classify/purpose.hpp"
#include "config/house.hpp"
#include "form/door.hpp"

namespace postbox::config {

struct Doors {
  classify::PurposeWords words;
  std::vector<form::Door> doors;
};

// Error(Fault::settings) names file and line.
Doors read_doors(const FileSystem& files, const House& house);

}  // namespace postbox::config
