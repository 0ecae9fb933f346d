#include "redact/spoken.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "redact/letters.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

struct Entry {
  std::string_view word;
  char character;
};

constexpr std::array<Entry, 40> alphabet = {
    {{"alpha", 'A'},    {"alfa", 'A'},    {"bravo", 'B'},   {"charlie", 'C'}, {"delta", 'D'},
     {"echo", 'E'},     {"foxtrot", 'F'}, {"golf", 'G'},    {"hotel", 'H'},   {"india", 'I'},
     {"juliet", 'J'},   {"juliett", 'J'}, {"kilo", 'K'},    {"lima", 'L'},    {"mike", 'M'},
     {"november", 'N'}, {"oscar", 'O'},   {"papa", 'P'},    {"quebec", 'Q'},  {"romeo", 'R'},
     {"sierra", 'S'},   {"tango", 'T'},   {"uniform", 'U'}, {"victor", 'V'},  {"whiskey", 'W'},
     {"whisky", 'W'},   {"xray", 'X'},    {"x-ray", 'X'},   {"yankee", 'Y'},  {"zulu", 'Z'},
     {"zero", '0'},     {"one", '1'},     {"two", '2'},     {"three", '3'},   {"four", '4'},
     {"five", '5'},     {"six", '6'},     {"seven", '7'},   {"eight", '8'},   {"nine", '9'}}};

constexpr std::array<std::string_view, 7> more_said = {"x",      "o",      "oh",    "nought",
                                                       "double", "treble", "triple"};

// Which words of the alphabet begin with a letter: a bit for each.
constexpr std::array<std::uint64_t, 26> by_first_letter = [] {
  std::array<std::uint64_t, 26> bits{};
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    bits[static_cast<std::size_t>(alphabet[i].word.front() - 'a')] |= std::uint64_t{1} << i;
  }
  return bits;
}();

// Of all words here and in spoken_character_at().
constexpr Outline said_words = [] {
  Outline outline;
  for (const Entry& entry : alphabet) outline.add(entry.word);
  for (const std::string_view word : more_said) outline.add(word);
  return outline;
}();

// Whether the run of ASCII letters from `at` to `end` may be one of them; of "x-ray" the run is "x".
bool may_be_said(std::string_view text, std::size_t at, std::size_t end) {
  return end == at || said_words.may_hold(text[at], end - at);
}

// The character that the word at `at` stands for and where the word ends; 0 for none.
Entry entry_at(std::string_view text, std::size_t at) {
  if (!may_be_said(text, at, end_of_letters(text, at))) return {{}, 0};
  std::uint64_t left =
      is_ascii_letter(text[at]) ? by_first_letter[static_cast<std::size_t>(ascii_lower(text[at]) - 'a')] : 0;
  for (; left != 0; left &= left - 1) {
    const Entry& entry = alphabet[static_cast<std::size_t>(std::countr_zero(left))];
    if (is_same_word(text.substr(at, entry.word.size()), entry.word) &&
        !letter_starts_at(text, at + entry.word.size())) {
      return entry;
    }
  }
  const bool ends = !letter_starts_at(text, at + 1) || (at + 1 < text.size() && is_digit(text[at + 1]));
  if (is_digit(text[at]) && ends) return {text.substr(at, 1), text[at]};
  return {{}, 0};
}

std::size_t skip_separators(std::string_view text, std::size_t at) {
  constexpr int separators_max = 3;
  for (int step = 0; step < separators_max; ++step) {
    if (at < text.size() && (text[at] == ',' || text[at] == '-')) {
      ++at;
    } else {
      at += space_at(text, at);
    }
  }
  return at;
}

}  // namespace

void mark_spoken_words(Lexicon& lexicon) {
  for (const Entry& entry : alphabet) lexicon.add(entry.word, Mark::said);
  for (const std::string_view word : more_said) lexicon.add(word, Mark::said);
}

Spoken read_spoken(std::string_view text, std::size_t begin) {
  constexpr std::size_t characters_max = 8;
  Spoken spoken;
  if (!is_ascii_letter(text[begin]) || letter_ends_at(text, begin)) return spoken;
  for (std::size_t at = begin; at < text.size() && spoken.characters.size() < characters_max;) {
    const Entry entry = entry_at(text, at);
    if (entry.character == 0 || (at == begin && is_digit(entry.character))) break;
    spoken.characters += entry.character;
    spoken.ends.push_back(at + entry.word.size());
    const std::size_t next = skip_separators(text, at + entry.word.size());
    const bool figures = is_digit(entry.character) && next < text.size() && is_digit(text[next]);
    if (next == at + entry.word.size() && !figures) break;
    at = next;
  }
  return spoken;
}

std::size_t after_letter_and_word(std::string_view text, std::size_t letter) {
  constexpr std::size_t word_min = 3;
  for (const std::string_view link : {" for ", " as in "}) {
    const std::size_t word = letter + 1 + link.size();
    if (word >= text.size() || !is_same_word(text.substr(letter + 1, link.size()), link)) continue;
    const std::size_t end = end_of_letters(text, word);
    const bool same = ascii_lower(text[word]) == ascii_lower(text[letter]);
    if (same && end >= word + word_min) return end;
  }
  return letter;
}

bool may_be_letter_and_word(const std::vector<Word>& words, std::size_t at) {
  if (words[at].folded.size() != 1 || at + 1 >= words.size()) return false;
  return words[at + 1].folded == "for" || words[at + 1].folded == "as";
}

bool may_be_spoken(char first, std::size_t letters) { return said_words.may_hold(first, letters); }

SpokenCharacter spoken_character_at(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_letters(text, at);
  if (!may_be_said(text, at, end)) return {};
  const std::string_view word = text.substr(at, end - at);
  const bool thrice = is_same_word(word, "treble") || is_same_word(word, "triple");
  const std::size_t times = is_same_word(word, "double") ? 2 : (thrice ? 3 : 1);
  const std::size_t from = times > 1 ? skip_separators(text, end) : at;
  if (from >= text.size() || (times > 1 && from == end)) return {};
  const bool zero = is_same_word(word, "oh") || is_same_word(word, "nought") || is_same_word(word, "o");
  if (times == 1 && zero) return {'0', 1, end};
  const std::string_view next = text.substr(from, end_of_letters(text, from) - from);
  if (times == 2 && (is_same_word(next, "u") || is_same_word(next, "you"))) {
    return {'W', 1, from + next.size()};
  }
  const Entry entry = entry_at(text, from);
  return entry.character == 0 ? SpokenCharacter{}
                              : SpokenCharacter{entry.character, times, from + entry.word.size()};
}

}  // namespace postbox::redact
