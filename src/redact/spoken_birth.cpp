#include "redact/spoken_birth.hpp"

#include <array>
#include <string_view>

#include "redact/date_words.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

// "thirteen", "twenty": what the year of a child is said with.
bool is_late_year(const Word& word) {
  static constexpr WordList years = {"ten",     "eleven",    "twelve",   "thirteen", "fourteen", "fifteen",
                                     "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  return years.has(word.folded.substr(0, word.folded.find('-')));
}

bool is_month_number(const Word& word) {
  static constexpr WordList numbers = {"one",   "two",   "three", "four", "five",   "six",
                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  return numbers.has(word.folded);
}

bool follows_removed_name(std::string_view text, const Words& words, std::size_t first) {
  std::size_t at = words[first].span.begin;
  while (at > 0 && std::string_view(" ,:").find(text[at - 1]) != std::string_view::npos) --at;
  return at > 0 && text[at - 1] == mask_of(Kind::person);
}

}  // namespace

std::size_t end_of_named_figures(const Words& words, std::size_t first) {
  constexpr std::size_t words_min = 3;
  constexpr std::size_t words_max = 9;
  if (first == 0) return first;
  const bool named = words[first - 1].marks.has(Mark::birth) ||
                     (first > 1 && words[first - 2].marks.has(Mark::birth) &&
                      one_of({"is", "was", "its", "it's"}, words[first - 1].folded));
  if (!named) return first;
  std::size_t after = first;
  while (after < words.size() && after < first + words_max && is_spoken_figure(words[after]) &&
         (after == first || words[after].before <= Gap::comma)) {
    ++after;
  }
  return after >= first + words_min ? after : first;
}

std::size_t end_of_figures_of_person(std::string_view text, const Words& words, std::size_t first) {
  constexpr std::size_t words_min = 3;
  constexpr std::size_t words_max = 5;
  if (!is_spoken_figure(words[first]) || !follows_removed_name(text, words, first)) return first;
  std::size_t after = first + 1;
  while (after < words.size() && after <= first + words_max && is_spoken_figure(words[after]) &&
         words[after].before == Gap::space) {
    ++after;
  }
  const bool ends = after == words.size() || words[after].before >= Gap::comma;
  const bool size = after >= first + words_min && after <= first + words_max;
  return ends && size && is_late_year(words[after - 1]) && is_month_number(words[after - 2]) ? after : first;
}

}  // namespace postbox::redact
