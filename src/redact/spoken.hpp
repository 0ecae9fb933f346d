// Letters and figures read out over the phone: "charlie alpha three three" is CA33. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// Mark::said for every word that stands for a character or says how often.
void mark_spoken_words(Lexicon& lexicon);

struct Spoken {
  std::string characters;         // as capitals and digits
  std::vector<std::size_t> ends;  // where the word of each character ends in the text
};

// The words of the spelling alphabet and of figures that follow each other from `begin` on, at most eight,
// with a space, comma or hyphen between. Empty unless a word of the alphabet starts there.
Spoken read_spoken(std::string_view text, std::size_t begin);

// "A for apple", "c as in cat": where the word ends that tells which letter stands at `letter`; `letter` for
// none.
std::size_t after_letter_and_word(std::string_view text, std::size_t letter);
bool may_be_letter_and_word(const std::vector<Word>& words, std::size_t at);

// One figure or letter as it is said: "sierra", "oh", "double four", "double u".
struct SpokenCharacter {
  char character = 0;
  std::size_t times = 0;  // 0: the word at the place is none
  std::size_t end = 0;
};

// Whether a word of so many letters that begins with this one may be said for a character, or say how often;
// of "x-ray" the first letter.
bool may_be_spoken(char first, std::size_t letters);

SpokenCharacter spoken_character_at(std::string_view text, std::size_t at);

}  // namespace postbox::redact
