#include "redact/digit_words.hpp"

#include <array>

#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

struct SpokenDigit {
  std::string_view word;
  char digit;
};
constexpr std::array<SpokenDigit, 14> spoken_digits = {{{"zero", '0'},
                                                        {"oh", '0'},
                                                        {"o", '0'},
                                                        {"nought", '0'},
                                                        {"naught", '0'},
                                                        {"one", '1'},
                                                        {"two", '2'},
                                                        {"three", '3'},
                                                        {"four", '4'},
                                                        {"five", '5'},
                                                        {"six", '6'},
                                                        {"seven", '7'},
                                                        {"eight", '8'},
                                                        {"nine", '9'}}};

constexpr std::array<std::string_view, 3> repeaters = {"double", "treble", "triple"};

constexpr std::string_view hundred = "hundred";

// Of all of these.
constexpr Outline number_words = [] {
  Outline outline;
  for (const SpokenDigit& spoken : spoken_digits) outline.add(spoken.word);
  for (const std::string_view word : repeaters) outline.add(word);
  outline.add(hundred);
  return outline;
}();

}  // namespace

void mark_digit_words(Lexicon& lexicon) {
  for (const SpokenDigit& spoken : spoken_digits) lexicon.add(spoken.word, Mark::said);
  for (const std::string_view word : repeaters) lexicon.add(word, Mark::said);
}

bool may_say_figure(std::string_view word) { return number_words.may_hold(word); }

char spoken_digit(std::string_view word) {
  for (const SpokenDigit& spoken : spoken_digits) {
    if (spoken.word == word) return spoken.digit;
  }
  return 0;
}

std::size_t repeats(std::string_view word) {
  if (word == "double") return 2;
  return word == "treble" || word == "triple" ? 3 : 1;
}

bool says_hundred(std::string_view word) { return word == hundred; }

}  // namespace postbox::redact
