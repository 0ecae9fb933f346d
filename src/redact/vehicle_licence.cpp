#include "redact/vehicle_licence.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

bool is_licensed(std::string_view word) {
  return one_of(
      {"taxi", "taxis", "hackney", "cab", "minicab", "driver", "minibus", "licence", "licensed", "licensing"},
      word);
}

// The word right before, as it is typed: nearly every number has another there than a licence has.
bool may_follow_licence(std::string_view text, std::size_t at) {
  constexpr std::size_t signs_max = 3;
  std::size_t end = at;
  while (end > 0 && at - end < signs_max && !is_ascii_letter_or_digit(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, end - begin);
  return is_same_word(word, "plate") || is_same_word(word, "disc") || is_same_word(word, "no") ||
         is_same_word(word, "number") || is_same_word(word, "is");
}

// "taxi plate", "a hackney, disc no."
bool follows_licence(std::string_view text, std::size_t at) {
  constexpr std::size_t words_back = 10;
  constexpr std::size_t fillers_max = 2;
  const std::vector<std::string> before = words_before(text, at, words_back);
  std::size_t step = 0;
  while (step < fillers_max && one_of({"no", "number", "is"}, word_at(before, step))) {
    ++step;
  }
  if (!one_of({"plate", "disc"}, word_at(before, step))) return false;
  return std::any_of(before.begin() + static_cast<std::ptrdiff_t>(step), before.end(), is_licensed);
}

// "20 minutes", "12 of them", "2.5"
bool is_counted(std::string_view text, std::size_t end) {
  static constexpr WordList things = {
      "minutes",  "mins", "min",   "times",  "hours",  "days", "weeks", "months", "years", "kids", "quid",
      "children", "of",   "miles", "people", "pounds", "pm",   "ml",    "mm",     "cm",    "am",   "percent"};
  if (end >= text.size()) return false;
  if (text[end] != ' ') return end + 1 < text.size() && is_digit(text[end + 1]) && !is_ascii_space(text[end]);
  return things.has(fold(text.substr(end + 1, end_of_letters(text, end + 1) - end - 1)));
}

}  // namespace

std::size_t end_of_licence(std::string_view text, std::size_t begin) {
  constexpr std::size_t figures_min = 2;
  constexpr std::size_t figures_max = 5;
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end < begin + figures_min || end > begin + figures_max || letter_starts_at(text, end)) return begin;
  return may_follow_licence(text, begin) && follows_licence(text, begin) && !is_counted(text, end) ? end
                                                                                                   : begin;
}

}  // namespace postbox::redact
