// Sentences as stretches of the text that can be left out whole.
//
// The judge parts a text at every full stop, and after 60 words at the latest. Here a stretch ends only where
// a sentence surely does: not within a run without a full stop, not behind "Dr." or an initial. What stands
// between two sentences (white space, the dash of a list) belongs to neither. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "classify/words.hpp"
#include "feedback/text_range.hpp"

namespace postbox::classify {

struct WholeSentence {
  TextRange where;
  std::size_t first_word = 0;  // [first_word, last_word)
  std::size_t last_word = 0;
};

// Ascending; every word is in one of them.
std::vector<WholeSentence> whole_sentences(std::string_view text, const Words& words);

}  // namespace postbox::classify
