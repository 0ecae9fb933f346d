// rare.toml: which clues together could show who is meant, and the words that give them.
#pragma once

#include "config/house.hpp"
#include "redact/rare.hpp"

namespace postbox::config {

// Error(Fault::settings) names file and line: an unknown key, a clue that nobody looks for, an entry without
// words.
redact::RareCombinations read_rare_combinations(const FileSystem& files, const House& house);

}  // namespace postbox::config
