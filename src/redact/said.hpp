// Registrations and numbers of letters and figures as people type or say them, one by one or in groups: "PX
// six eight", "sierra hotel 21 forty-three", "P X 6 8". Pure; reads a bounded piece.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::said for "ten" to "ninety".
void mark_said_tens(Lexicon& lexicon);

class Said {
 public:
  // As capitals and digits.
  std::string_view characters() const { return {characters_.data(), size_}; }
  // Where the piece that a character belongs to ends in the text.
  std::size_t end_of(std::size_t character) const { return ends_[character]; }
  std::size_t end() const { return ends_[size_ - 1]; }
  // Whether some of it is in words.
  bool spoken() const { return spoken_; }

 private:
  friend class SaidReader;
  static constexpr std::size_t characters_max = 16;

  std::array<char, characters_max> characters_{};
  std::array<std::size_t, characters_max> ends_{};
  std::size_t size_ = 0;
  bool spoken_ = false;
};

// How many letters may stand together; a longer run is a word, of the spelling alphabet or a number, or ends
// it.
struct LetterRuns {
  std::size_t first;
  std::size_t later;
};

// Behind up to three of spaces, dots, hyphens, dashes, slashes, underscores, commas, colons and brackets:
// what may stand between two pieces.
std::size_t after_separators(std::string_view text, std::size_t at);

// Every typed number or plate has a figure among so many first characters.
inline constexpr std::size_t letters_before_figure_max = 7;
bool has_figure_near(std::string_view text, std::size_t begin);

// Whether from the letter or figure at `begin` on, where a word or a piece of one begins, an NI number, a
// plate or a postcode may stand: letters, at most two or said as words, and behind them figures, in whatever
// form, or what is written for them. True for no reason does no harm; "don't you" and "it's just" are ruled
// out. `later`: as in LetterRuns.
bool may_begin_code(std::string_view text, std::size_t begin, std::size_t later);

// What follows from `begin` on, at most `most` characters (12), or two more of the last word, with up to
// three separators between two pieces. Nothing where the first do not fit `form`: 'A' a letter, 'a' a letter
// or a nought for one, '9' a figure or what is written for one (O, I).
Said read_said(std::string_view text, std::size_t begin, LetterRuns runs, std::size_t most,
               std::string_view form);

}  // namespace postbox::redact
