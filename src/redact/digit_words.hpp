// The words that figures are said in: "zero", "oh", "seven", "double", "hundred". Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::said for them, but for "hundred".
void mark_digit_words(Lexicon& lexicon);

// Whether a word, in small letters or not, may be one of them; no for nearly every other.
bool may_say_figure(std::string_view word);

// The figure that a folded word says, 0 to 9 as a character; 0 for none.
char spoken_digit(std::string_view word);

// How often the next figure counts: twice after "double", three times after "treble"; else once.
std::size_t repeats(std::string_view word);

bool says_hundred(std::string_view word);

}  // namespace postbox::redact
