#include "redact/date_of_birth.hpp"

#include <array>
#include <optional>
#include <string>

#include "redact/birth_context.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/words.hpp"
#include "redact/written_date.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

constexpr std::array<std::string_view, 38> birth_words = {
    "dob",       "born",    "birthday",   "birthdate",     "birth",      "birthdays",  "b-day",
    "bday",      "d-o-b",   "birthdat",   "date-of-birth", "birth-date", "urodzony",   "urodzona",
    "urodzenia", "nascut",  "nascuta",    "nasterii",      "народився",  "народилася", "народження",
    "nacido",    "nacida",  "nacimiento", "geboren",       "geb",        "naissance",  "nascido",
    "nascida",   "nato",    "nata",       "dogum",         "dogumlu",    "brithday",   "birhtday",
    "birtday",   "bithday", "borned"};

bool names_birth(const Word& word) { return word.marks.has(Mark::birth); }

// "born" reaches a few words on ("born at 30 weeks on the"), the other words only over little ones.
bool follows_birth_word(const Words& words, std::size_t first) {
  constexpr std::size_t words_back = 8;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const Word& word = words[first - step];
    // "d.o.b.", "D O B".
    const bool initials = word.folded == "b" && first >= step + 2 && words[first - step - 1].folded == "o" &&
                          words[first - step - 2].folded == "d";
    // "b. 14/2/13", with nothing between.
    const bool b = step == 1 && word.folded == "b" && word.dot_after;
    // "came into the world on"
    const bool world =
        word.folded == "world" && first >= step + 2 && words[first - step - 2].folded == "into";
    const bool ur = word.folded == "ur" && word.dot_after;  // Polish
    if (names_birth(word) || initials || b || world || ur) return true;
    const Gap gap = words[first - step + 1].before;
    if (gap == Gap::sentence && step > 2) return false;
  }
  return false;
}

// "dob three ten fifteen": one past the last number word after the word itself.
std::size_t end_of_spoken_figures(const Words& words, std::size_t first) {
  constexpr std::size_t words_min = 3;
  constexpr std::size_t words_max = 7;
  if (first == 0 || !names_birth(words[first - 1])) return first;
  std::size_t after = first;
  while (after < words.size() && after < first + words_max && is_spoken_figure(words[after]) &&
         (after == first || words[after].before <= Gap::comma)) {
    ++after;
  }
  return after >= first + words_min ? after : first;
}

// "birthday: 5/6", where figures further on would be a score or a share.
bool follows_closely(const Words& words, std::size_t first) {
  if (first > 1 && words[first - 1].folded == "on" && names_birth(words[first - 2])) return true;
  return names_birth(words[first - 1]) ||
         (first > 1 && words[first - 1].folded == "is" && names_birth(words[first - 2]));
}

bool is_age(const Word& word) {
  constexpr std::array<std::string_view, 22> ages = {
      "one",       "two",      "three",    "four",   "five",       "six",        "seven",   "eight",
      "nine",      "ten",      "eleven",   "twelve", "thirteen",   "fourteen",   "fifteen", "sixteen",
      "seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-five"};
  return (word.shape == Shape::number && word.folded.size() <= 2) || one_of(ages, word.folded);
}

// "is 12", "aged 12", "she's eighteen": the words before `at` end in an age.
bool ends_in_age(const Words& words, std::size_t at) {
  constexpr std::array<std::string_view, 16> verbs = {"turns", "turned", "turn",    "turning", "be",  "was",
                                                      "is",    "became", "becomes", "shes",    "hes", "aged",
                                                      "age",   "im",     "are",     "year"};
  if (at < 2 || !is_age(words[at - 1])) return false;
  return words[at - 2].possessive || one_of(verbs, words[at - 2].folded);
}

// "turns 5 on", "will be 18 on the", "turned 16": a birthday by another name.
bool follows_age(const Words& words, std::size_t first) {
  // "on her 18th, 24.9.07"
  const bool nth = first >= 2 && words[first].before == Gap::comma && words[first - 1].folded == "th" &&
                   words[first - 1].before == Gap::glued && words[first - 2].folded.size() == 2;
  if (nth && words[first - 2].shape == Shape::number) return true;
  std::size_t at = first;
  while (at > 0 && first - at < 2 && (words[at - 1].folded == "on" || words[at - 1].folded == "the")) --at;
  if (!ends_in_age(words, at)) return false;
  const std::string_view verb = words[at - 2].folded;
  return at < first || verb == "turns" || verb == "turned" || verb == "turning";
}

bool precedes_birth_word(const Words& words, std::size_t after) {
  constexpr std::size_t words_ahead = 5;
  for (std::size_t at = after; at < words.size() && at < after + words_ahead; ++at) {
    if (words[at].before == Gap::sentence || words[at].before == Gap::masked) return false;
    if (names_birth(words[at])) return true;
    constexpr std::array<std::string_view, 19> between = {
        "is", "was",  "my",  "his", "her", "their", "s",   "being", "the", "date",
        "of", "when", "she", "he",  "i",   "they",  "day", "we",    "our"};
    if (!one_of(between, words[at].folded)) return false;
  }
  return false;
}

// A whole date in brackets straight after a removed name, an age or a child: "[name] (12.8.05)", "she's 9
// (12.8.05)", "my lad (12.8.05)".
bool in_brackets_after_person(std::string_view text, const Words& words, std::size_t first) {
  const std::size_t begin = words[first].span.begin;
  if (words[first].before == Gap::bracket && first > 0) {
    if (ends_in_age(words, first) || is_child_word(words[first - 1])) return true;
  }
  std::size_t at = begin;
  while (at > 0 && is_ascii_space(text[at - 1])) --at;
  if (at == 0 || text[at - 1] != '(') return false;
  --at;
  while (at > 0 && is_ascii_space(text[at - 1])) --at;
  return at > 0 && text[at - 1] == mask_of(Kind::person);
}

}  // namespace

void mark_birth_words(Lexicon& lexicon) {
  for (const std::string_view word : birth_words) lexicon.add(word, Mark::birth);
}

Spans find_dates_of_birth(const Reading& reading, int written) {
  const std::string_view text = reading.text();
  const Words& words = reading.words();
  const WrittenDates dates(text, words);
  const BirthContext context(text, words, written);
  std::optional<DatePlace> last;
  Spans found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t after = dates.end_of_date(first);
    const bool alone = after == first;
    if (alone && dates.is_figures_alone(first)) after = first + 1;
    if (after == first) after = dates.end_of_day_and_month(first);
    if (after == first) after = end_of_spoken_figures(words, first);
    if (after == first) continue;
    const bool born = follows_birth_word(words, first);
    if (alone && !born) continue;
    if (alone && after == first + 2 && !follows_closely(words, first)) continue;
    const std::size_t begin = words[first].span.begin;
    if (!born && !follows_age(words, first) && !precedes_birth_word(words, after) &&
        !in_brackets_after_person(text, words, first) && !context.tells_birth({first, after}) &&
        !(last && context.is_one_list(*last, {first, after}))) {
      continue;
    }
    last = DatePlace{first, after};
    found.push_back({begin, words[after - 1].span.end});
    first = after - 1;
  }
  return found;
}

}  // namespace postbox::redact
