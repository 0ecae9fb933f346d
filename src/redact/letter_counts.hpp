// What the letters of a word add up to: its shape. Pure.
#pragma once

#include <cstddef>

#include "redact/letters.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

struct LetterCounts {
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t cased = 0;
  bool first_upper = false;
  bool ends_in_s = false;

  void add(char32_t c) {
    if (letters == 0) first_upper = is_upper(c);
    ++letters;
    upper += is_upper(c) ? 1 : 0;
    cased += has_case(c) ? 1 : 0;
    ends_in_s = c == U's';
  }

  Shape shape() const {
    if (cased == 0) return Shape::caseless;
    if (!first_upper) return Shape::lower;
    if (letters == 1) return Shape::initial;
    // "AFOs", "TAs": letters of a body or a thing in the plural.
    const bool plural = upper >= 2 && upper + 1 == letters && ends_in_s;
    return upper == letters || plural ? Shape::upper : Shape::capital;
  }
};

}  // namespace postbox::redact
