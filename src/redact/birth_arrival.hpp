// A birth that is told as an arrival: "I had him on 3 April 2015", "the twins arrived 3/4/24", "she came six
// weeks early, 3 April 2015". Pure; bounded look back.
#pragma once

#include <cstddef>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// Of the date [first, after), which must have a year: who arrives on other days has come back from somewhere.
// `written`: the year of the text.
bool follows_arrival(const std::vector<Word>& words, std::size_t first, std::size_t after, int written);

// "[date] at 28 weeks", "[date] by emergency section", "[date] is when I had her".
bool precedes_arrival(const std::vector<Word>& words, std::size_t after);

}  // namespace postbox::redact
