// A word of a text with what stands before it and what the lists say about it: what the finders look at.
//
// A word is a run of letters with single apostrophes and hyphens inside ("O'Brien", "Mary-Jane"), or a run
// of digits; a letter that touches a digit starts a new word. A possessive ('s, s') is cut off. A text is
// read into words by a Reading (reading.hpp). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

enum class Shape : std::uint8_t {
  lower,
  capital,   // Jamie, McKay, O'Neil
  upper,     // JAMIE, at least two letters
  initial,   // J
  caseless,  // a script without capitals
  number,
};

enum class Gap : std::uint8_t {
  glued,  // nothing at all: "PX" and "68"
  space,  // white space, one line break included
  comma,
  bracket,   // an opening bracket or quotation mark
  other,     // any other punctuation: closing brackets, dashes, colons
  sentence,  // . ! ? or a blank line, and the start of the text
  masked,    // something that was already removed, or a tag
};

struct Word {
  Span span;
  std::string_view folded;   // kept by the Reading
  Marks marks;               // by the lexicon of the Reading
  std::uint32_t origin = 0;  // where it begins in the text as it was before anything was removed
  Shape shape = Shape::lower;
  Gap before = Gap::sentence;
  bool line_start = false;  // first on its line
  bool dot_after = false;   // "J." "Mrs."
  bool possessive = false;
  bool plain = true;   // nothing but ASCII letters or digits, and no possessive behind them
  bool mixed = false;  // a capital behind the first letter, but not all of them are: "kaiLund", "McKay"
};

// The folded words of the same stretch before `position`, nearest first, at most `count`, looking back at
// most 96 bytes. Stops at something already removed.
std::vector<std::string> words_before(std::string_view text, std::size_t position, std::size_t count);

// Of those the one so many steps back, or nothing.
inline std::string_view word_at(const std::vector<std::string>& before, std::size_t step) {
  return step < before.size() ? std::string_view(before[step]) : std::string_view{};
}

// Whether `word`, of small ASCII letters, may be one of these: cheap, and mostly no, which is sure.
bool may_stand_before(std::string_view text, std::size_t position, std::string_view word);

}  // namespace postbox::redact
