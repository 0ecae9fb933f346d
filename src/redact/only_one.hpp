// Words that say that there is only one: "the only deaf girl", "one of two boys in Year 4", "nobody else in
// the school has it". Pure.
#pragma once

#include <vector>

#include "redact/clues.hpp"

namespace postbox::redact {

// Only where it is said of a person (config/rare.toml), and either what the person is makes them rare ("the
// only deaf girl", "the only child with Rett") or what they are the only one of stands behind ("in his
// class"). "The only thing that helped" and "the only one who listened" are none. `clues`: of the same
// tokens.
std::vector<FoundClue> find_only_ones(RareTokens tokens, const std::vector<FoundClue>& clues);

}  // namespace postbox::redact
