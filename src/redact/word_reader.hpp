// Takes a text apart into words; what they mean is none of its business. Pure, and linear in the text.
//
// What a word is depends on what stands from its first letter on, and what stands before it (its gap, the
// start of a line) on what came since the word before: so words that stand as they stood can be taken over.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "redact/ascii_set.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

// A piece of the first text that reads as one mask character (mask.hpp) now.
struct Masked {
  std::size_t at;  // in the text as it is now
  Span origin;     // in the first text
};

// What stands in a text between its words, and figures other than 0 to 9 (Arabic-Indic, full-width).
struct Signs {
  AsciiSet ascii;
  bool other_figures = false;

  void add(const Signs& more) {
    ascii.add_all(more.ascii);
    other_figures = other_figures || more.other_figures;
  }
};

struct LetterCounts;

class WordReader {
 public:
  // Words are added to `words`, all but what they are folded to and their marks. `masked` names every mask
  // that stands for a piece of the first text, ascending. All borrowed.
  WordReader(std::string_view text, std::span<const Masked> masked, std::vector<Word>& words)
      : text_(text), masked_(masked), words_(words) {}

  // Passes what stands between two words; false at the end of the text.
  bool to_next_word();
  // Where the reader stands, in the first text.
  std::size_t origin() const { return at_ + shift_; }

  // Adds the word that begins here.
  Word& read_word();

  // Adds words that were read before instead, the first of which begins here; the reader goes on at `next`,
  // the word behind them, nullptr at the end of the text.
  void take(std::span<const Word> known, const Word* next);

  const Signs& signs() const { return signs_; }

 private:
  char32_t code_point_at(std::size_t position) const;
  std::size_t size_at(std::size_t position) const;
  Word& add(std::size_t begin, std::size_t end);
  Word& number();
  Word& letters();
  Word& any_letters();
  std::size_t pass_ascii();
  std::size_t pass_more_ascii();
  void count_ascii(LetterCounts& counts);
  void cut_possessive(Word& word, LetterCounts& counts) const;
  void between(char32_t c, std::size_t size);
  void punctuation(char32_t c);
  void pass_mask();
  void pass_masks_before(std::size_t origin);

  // The strongest thing between two words counts, except that a start of the text stays a start.
  void raise(Gap gap) { gap_ = gap_ < gap ? gap : gap_; }

  std::string_view text_;
  std::span<const Masked> masked_;
  std::vector<Word>& words_;
  std::size_t at_ = 0;
  std::size_t shift_ = 0;  // from here to the same place in the first text
  std::size_t next_mask_ = 0;
  Signs signs_;
  Gap gap_ = Gap::sentence;
  bool line_start_ = true;
  std::size_t line_breaks_ = 0;
};

}  // namespace postbox::redact
