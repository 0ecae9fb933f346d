// Whether the box can be written, as a part of `postbox check`. A box that can only be read looks whole, and
// yet takes no post and cannot be emptied.
#pragma once

#include "cli/box.hpp"
#include "cli/findings.hpp"

namespace postbox::cli {

// Changes nothing. No connection to the box's database may be open in this process: FileSystem says why.
void check_writing(const World& world, const Box& box, Findings& findings);

}  // namespace postbox::cli
