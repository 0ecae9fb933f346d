// A person's decision that the machine's was wrong: this row of a pack is about these service areas.
#pragma once

#include <string>

#include "feedback/service_area.hpp"

namespace postbox {

struct Correction {
  std::string reference;  // of the row in its pack
  AreaList areas;         // at least one, none twice

  friend bool operator==(const Correction&, const Correction&) = default;
};

}  // namespace postbox
