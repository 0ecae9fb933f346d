// What `postbox check` says of the keys: the public ones, how they followed each other, and the secret files.
#pragma once

#include "cli/box.hpp"
#include "cli/findings.hpp"

namespace postbox::cli {

// A secret key that is not there is well: it may lie on a stick in a drawer.
void check_keys(const World& world, const Box& box, Findings& findings);

}  // namespace postbox::cli
