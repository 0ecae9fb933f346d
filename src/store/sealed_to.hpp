// To which keys a box's records are sealed, as their heads say (schema/sealed_record.md): bytes that this
// room hands on and does not read.
#pragma once

#include <set>
#include <string>

#include "store/connection.hpp"

namespace postbox::store {

// The different heads of all records for the box's key: submissions, corrections, counts. Reads every row.
std::set<std::string> heads_in_box(Connection& box);

// The same of the safeguarding lane.
std::set<std::string> heads_in_lane(Connection& box);

}  // namespace postbox::store
