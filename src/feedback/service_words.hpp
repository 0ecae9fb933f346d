// A service area as families know it, read from config/services.toml.
#pragma once

#include <string>

#include "feedback/service_area.hpp"

namespace postbox {

struct ServiceWords {
  std::string name;  // "School or nursery": as shown in forms and reports
  std::string hint;  // what it covers, in a few words; "" where the name says it all
};

}  // namespace postbox
