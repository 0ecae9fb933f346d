#include "redact/plate_start.hpp"

#include <algorithm>

#include "redact/letters.hpp"
#include "redact/plate.hpp"
#include "redact/said.hpp"
#include "redact/spoken.hpp"
#include "redact/vehicle_words.hpp"

namespace postbox::redact {
namespace {

// Two letters, or one and one; then figures or what may be a slip for them ("PXO8", "P XO 8").
bool may_begin_said_plate(const std::vector<Word>& words, std::size_t at) {
  const auto begins_as_figure = [&](std::size_t i, std::size_t letters) {
    if (i >= words.size()) return false;
    const Word& word = words[i];
    if (word.shape == Shape::number || word.marks.has(Mark::said) || !word.plain) return true;
    const std::string_view slips = word.folded.substr(std::min(letters, word.folded.size()));
    return word.folded.size() <= 3 && slips.substr(0, 2).find_first_not_of("oi") == std::string_view::npos;
  };
  if (may_be_letter_and_word(words, at)) return true;
  if (words[at].folded.size() == 2) return begins_as_figure(at + 1, 0);
  if (words[at].folded.size() > 2 || !begins_as_figure(at + 1, 1)) return false;
  return words[at + 1].folded.size() > 1 || begins_as_figure(at + 2, 0);
}

// Of the forms in plate.hpp only 999 AAA has figures, a gap and small letters.
bool is_no_plate_of_figures(std::string_view text, std::size_t begin) {
  const std::size_t end = end_of_figures(text, begin);
  if (end < text.size() && is_ascii_letter(text[end])) return false;
  const std::size_t gap = gap_size(text, end);
  const std::size_t next = end + gap;
  if (gap == 0 || next >= text.size() || !is_ascii_letter_or_digit(text[next])) return true;  // figures alone
  if (!is_ascii_letter(text[next]) || is_ascii_upper(text[next])) return false;
  return end - begin != 3 || end_of_letters(text, next) - next != 3;
}

// Letters and a gap, where some of the letters are small: no form has more than three, and a little word
// before figures is none of a plate's.
bool is_no_plate_of_letters(std::string_view text, std::size_t begin, const Lexicon& lexicon) {
  constexpr std::size_t letters_max = 3;
  const std::size_t end = end_of_letters(text, begin);
  if (end < text.size() && is_digit(text[end])) return false;
  const std::string_view letters = text.substr(begin, end - begin);
  if (std::all_of(letters.begin(), letters.end(), is_ascii_upper)) return false;
  return letters.size() > letters_max || lexicon.has(fold(letters), Mark::everyday);
}

}  // namespace

bool may_begin_plate(const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.shape == Shape::number || word.marks.has(Mark::said)) return true;
  const std::size_t near = word.span.begin + letters_before_figure_max;
  for (std::size_t next = at + 1; next < words.size() && words[next].span.begin < near; ++next) {
    if (words[next].shape == Shape::number) return true;
  }
  const bool three = word.shape == Shape::upper && word.folded.size() == 3 && at > 1;
  if (three && (speaks_of_ending(words[at - 1].folded) || speaks_of_ending(words[at - 2].folded))) {
    return true;
  }
  return may_begin_said_plate(words, at);
}

bool is_no_plate(std::string_view text, std::size_t begin, const Lexicon& lexicon) {
  return is_digit(text[begin]) ? is_no_plate_of_figures(text, begin)
                               : is_no_plate_of_letters(text, begin, lexicon);
}

}  // namespace postbox::redact
