// What others on this machine may see or change of a box and must not. The keys have their own look
// (check_keys.hpp).
#pragma once

#include "cli/box.hpp"
#include "cli/findings.hpp"

namespace postbox::cli {

void check_openness(const World& world, const Box& box, Findings& findings);

}  // namespace postbox::cli
