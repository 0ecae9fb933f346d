// A school that is called by its name: "Bootle Primary", "St Bees C of E School". Pure.
#pragma once

#include <cstddef>

#include "redact/rare_words.hpp"

namespace postbox::redact {

// How many words the name has that begins at `at`; 0 for none. "Special School" and "our school" are none.
std::size_t named_school_at(RareTokens tokens, std::size_t at);

}  // namespace postbox::redact
