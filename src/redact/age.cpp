#include "redact/age.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace postbox::redact {
namespace {

constexpr unsigned age_max = 25;
constexpr unsigned school_year_max = 13;

constexpr std::string_view reception = "reception";
constexpr std::array<std::string_view, 21> number_words_and_reception = {
    "nought",   "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", reception};
constexpr std::span number_words = std::span(number_words_and_reception).first<20>();

std::optional<unsigned> number_of(const RareToken& token) {
  if (token.shape == Shape::number) {
    if (token.word.size() > 2) return std::nullopt;
    unsigned number = 0;
    for (const char digit : token.word) number = number * 10 + static_cast<unsigned>(digit - '0');
    return number;
  }
  const auto found = std::find(number_words.begin(), number_words.end(), token.word);
  if (found == number_words.end()) return std::nullopt;
  return static_cast<unsigned>(found - number_words.begin());
}

bool is_number_at(RareTokens tokens, std::size_t at, unsigned most) {
  if (at >= tokens.size() || tokens[at].before == Gap::sentence) return false;
  const auto number = number_of(tokens[at]);
  return number && *number <= most;
}

bool is_word_at(RareTokens tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  return at < tokens.size() && std::find(words.begin(), words.end(), tokens[at].word) != words.end();
}

// "7 year old", "7 yrs old", "7yo".
std::size_t years_old_at(RareTokens tokens, std::size_t at) {
  const auto number = number_of(tokens[at]);
  if (!number || *number > age_max) return 0;
  if (is_word_at(tokens, at + 1, {"yo", "yrold", "yearold"})) return 2;
  const bool years = is_word_at(tokens, at + 1, {"year", "years", "yr", "yrs", "y"});
  return years && is_word_at(tokens, at + 2, {"old", "olds", "o"}) ? 3 : 0;
}

// "my son (7)", "our daughter, 7,"; a tag stands for a child as well.
bool is_age_behind_a_person(RareTokens tokens, std::size_t at) {
  if (at == 0 || tokens[at].shape != Shape::number || !is_number_at(tokens, at, age_max)) return false;
  const bool apart = tokens[at].before == Gap::bracket || tokens[at].before == Gap::comma;
  const bool ends =
      at + 1 == tokens.size() || (tokens[at + 1].before != Gap::space && tokens[at + 1].before != Gap::glued);
  if (!apart || !ends) return false;
  return tokens[at - 1].word == "name" || words_at(tokens, at - 1, RareList::person) > 0;
}

// "she is 7", "he's nearly 7": the sentence goes on without a unit.
bool is_age_after_being(RareTokens tokens, std::size_t at) {
  if (at == 0 || !is_number_at(tokens, at, age_max)) return false;
  const RareToken& before = tokens[at - 1];
  const bool being =
      is_word_at(tokens, at - 1, {"turned", "turns", "turning", "he's", "she's", "i'm"}) ||
      (is_word_at(tokens, at - 1, {"he", "she"}) && before.possessive) ||
      (is_word_at(tokens, at - 1, {"is", "am"}) && at > 1 && is_word_at(tokens, at - 2, {"he", "she", "i"}));
  if (!being) return false;
  return at + 1 == tokens.size() || tokens[at + 1].before != Gap::space ||
         is_word_at(tokens, at + 1, {"and", "now", "but", "in", "with"});
}

}  // namespace

void mark_ages(Lexicon& lexicon) {
  for (const std::string_view word : number_words) lexicon.add(word, Mark::age);
  for (const std::string_view word : {"aged", "age", "year", "yr", "y", "in"}) lexicon.add(word, Mark::age);
}

std::span<const std::string_view> words_of_ages() { return number_words_and_reception; }

std::size_t age_at(RareTokens tokens, std::size_t at) {
  if (tokens[at].shape != Shape::number && !tokens[at].marks.has(Mark::age)) return 0;
  if (const std::size_t words = years_old_at(tokens, at)) return words;
  if (is_word_at(tokens, at, {"aged", "age"}) && is_number_at(tokens, at + 1, age_max)) return 2;
  if (is_word_at(tokens, at, {"year", "yr", "y"}) && is_number_at(tokens, at + 1, school_year_max)) return 2;
  if (is_word_at(tokens, at, {"in"}) && is_word_at(tokens, at + 1, {reception})) return 2;
  return is_age_behind_a_person(tokens, at) || is_age_after_being(tokens, at) ? 1 : 0;
}

}  // namespace postbox::redact
