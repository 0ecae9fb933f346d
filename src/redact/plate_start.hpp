// Where a plate may begin: cheap to ask, and no where nearly all words of a text stand. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// Whether a plate may begin with the plain word `at`: it is said, or has figures among its first letters.
bool may_begin_plate(const std::vector<Word>& words, std::size_t at);

// Whether for sure no typed plate (plate.hpp) that counts begins with the letter or figure at `begin`: "2019
// was", "aged 12", "of 12 children".
bool is_no_plate(std::string_view text, std::size_t begin, const Lexicon& lexicon);

}  // namespace postbox::redact
