// `postbox`, the keeper's tool: from the words of the command line to an exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/world.hpp"

namespace postbox::cli {

// `words` are those after the program's name. Exit codes are those of sysexits.h (base/exit_code.hpp).
int run(const std::vector<std::string>& words, World& world);

}  // namespace postbox::cli
