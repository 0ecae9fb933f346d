// Takes a text apart into words; what they mean is none of its business. Pure, and linear in the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// A piece of the first text that reads as one mask character (mask.hpp) now.
struct Masked {
  std::size_t at;  // in the text as it is now
  Span origin;     // in the first text
};

// What stands in a text between its words, and figures other than 0 to 9 (Arabic-Indic, full-width).
struct Signs {
  std::array<std::uint64_t, 2> ascii{};  // a bit for each
  bool other_figures = false;
};

// Adds the words of the text, all but what they are folded to and their marks. `masked` names every mask that
// stands for a piece of the first text, ascending.
Signs read_words(std::string_view text, std::span<const Masked> masked, std::vector<Word>& words);

}  // namespace postbox::redact
