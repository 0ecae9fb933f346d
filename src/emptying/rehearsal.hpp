// The rehearsal of an emptying (`--dry-run`).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "emptying/empty_box.hpp"

namespace postbox::emptying {

struct Rehearsal {
  Month month;
  store::EmptyingCounts counts;
  std::map<std::string, std::int64_t> rows;  // by recipient id
  ForTranslation for_translation;
};

// What empty_box would do, without claiming or writing anything.
std::vector<Rehearsal> rehearse(const Rooms& rooms, const Request& request, Progress& progress);

}  // namespace postbox::emptying
