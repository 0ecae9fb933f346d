// A phrase of the vocabulary, taken apart. The notation is told in vocabulary.hpp. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postbox::classify {

// What may stand at one place of a phrase.
struct Piece {
  enum class Kind { word, stem, list, choice, gap };
  Kind kind = Kind::word;
  std::string text;            // the folded word or stem, or the list's name
  std::vector<Piece> choices;  // of a choice: words and stems
};

inline constexpr std::size_t gap_words_max = 3;

// Takes what it can: fault_in() tells whether a phrase is in order.
std::vector<Piece> pieces_of(std::string_view phrase);

}  // namespace postbox::classify
