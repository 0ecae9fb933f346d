// A text as words, so that how it was typed does not matter.
//
// Folded: case, apostrophes (straight, curly or missing), white space of any kind, invisible characters, and
// all punctuation, which parts words and means nothing more: half of what families send has none, and a
// verdict must not hang on a full stop. An emoji is a word of its own. Initials with dots are one word
// ("E.H.C.P." is "ehcp"). Offsets are bytes of the text, half open, ascending. Pure; any bytes will do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::classify {

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text);

}  // namespace postbox::classify
