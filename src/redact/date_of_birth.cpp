#include "redact/date_of_birth.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

template <std::size_t Count>
bool one_of(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 24> months = {
      "january", "jan",  "february", "feb",  "march",    "mar",    "april",    "apr",
      "may",     "june", "jun",      "july", "jul",      "august", "aug",      "september",
      "sept",    "sep",  "october",  "oct",  "november", "nov",    "december", "dec"};
  return one_of(months, word);
}

bool is_spoken_day(std::string_view word) {
  constexpr std::array<std::string_view, 31> days = {
      "first",        "second",       "third",          "fourth",        "fifth",        "sixth",
      "seventh",      "eighth",       "ninth",          "tenth",         "eleventh",     "twelfth",
      "thirteenth",   "fourteenth",   "fifteenth",      "sixteenth",     "seventeenth",  "eighteenth",
      "nineteenth",   "twentieth",    "twenty-first",   "twenty-second", "twenty-third", "twenty-fourth",
      "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
      "thirty-first"};
  return one_of(days, word);
}

bool is_ordinal_ending(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

bool is_number_upto(const Word& word, int most) {
  return word.shape == Shape::number && word.folded.size() <= 2 && std::stoi(word.folded) >= 1 &&
         std::stoi(word.folded) <= most;
}

bool is_year(const Word& word) {
  if (word.shape != Shape::number) return false;
  return word.folded.size() == 2 ||
         (word.folded.size() == 4 && (word.folded.starts_with("19") || word.folded.starts_with("20")));
}

class DateReader {
 public:
  DateReader(std::string_view text, const Words& words) : text_(text), words_(words) {}

  // One past the last word of the date that starts at `first`; `first` for none.
  std::size_t end_of_date(std::size_t first) const {
    for (const auto reader : {&DateReader::in_figures, &DateReader::day_first, &DateReader::month_first}) {
      const std::size_t after = (this->*reader)(first);
      if (after > first) return after;
    }
    return first;
  }

  // 120805, 12082005: a date only where the words before say so.
  bool is_figures_alone(std::size_t at) const {
    const Word& word = words_[at];
    return word.shape == Shape::number && (word.folded.size() == 6 || word.folded.size() == 8);
  }

 private:
  bool has(std::size_t at) const { return at < words_.size(); }

  // Only separators of a date stand between word `at` and the one before.
  bool follows(std::size_t at) const {
    const std::size_t begin = words_[at - 1].span.end;
    const std::string_view between = text_.substr(begin, words_[at].span.begin - begin);
    const auto separator = [](char c) {
      return is_ascii_space(c) || c == '/' || c == '.' || c == '-' || c == ',';
    };
    const bool dash = between == "–" || between == " ";
    return between.size() <= 4 && (dash || std::all_of(between.begin(), between.end(), separator));
  }
  bool is_joined(std::size_t at) const { return has(at) && follows(at); }

  bool in_figures_day_first(std::size_t first) const {
    return (is_number_upto(words_[first], 31) && is_number_upto(words_[first + 1], 12)) ||
           (is_number_upto(words_[first], 12) && is_number_upto(words_[first + 1], 31));
  }

  std::size_t in_figures(std::size_t first) const {
    if (!is_joined(first + 1) || !is_joined(first + 2)) return first;
    if (in_figures_day_first(first) && is_year(words_[first + 2])) return first + 3;
    const bool year_first = words_[first].folded.size() == 4 && is_year(words_[first]) &&
                            is_number_upto(words_[first + 1], 12) && is_number_upto(words_[first + 2], 31);
    return year_first ? first + 3 : first;
  }

  std::size_t after_day(std::size_t at) const {
    if (!has(at)) return at;
    if (is_spoken_day(words_[at].folded)) return at + 1;
    if (!is_number_upto(words_[at], 31)) return at;
    const bool ordinal = is_joined(at + 1) && is_ordinal_ending(words_[at + 1].folded);
    return ordinal ? at + 2 : at + 1;
  }

  std::size_t after_year(std::size_t at) const { return is_joined(at) && is_year(words_[at]) ? at + 1 : at; }

  std::size_t day_first(std::size_t first) const {
    std::size_t at = after_day(first);
    if (at == first) return first;
    if (is_joined(at) && words_[at].folded == "of") ++at;
    if (!is_joined(at) || !is_month(words_[at].folded)) return first;
    return after_year(at + 1);
  }

  std::size_t month_first(std::size_t first) const {
    if (!has(first) || !is_month(words_[first].folded)) return first;
    std::size_t at = first + 1;
    if (is_joined(at) && words_[at].folded == "the") ++at;
    const std::size_t after = is_joined(at) ? after_day(at) : at;
    return after == at ? first : after_year(after);
  }

  std::string_view text_;
  const Words& words_;
};

bool names_birth(std::string_view word) {
  constexpr std::array<std::string_view, 8> cues = {"dob",   "born",      "birthday", "birthdate",
                                                    "birth", "birthdays", "b-day",    "bday"};
  return one_of(cues, word);
}

// "born" reaches a few words on ("born at 30 weeks on the"), the other words only over little ones.
bool follows_birth_word(const Words& words, std::size_t first) {
  constexpr std::size_t words_back = 8;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const Word& word = words[first - step];
    const bool initials = word.folded == "b" && first - step + 1 < words.size() && word.dot_after &&
                          first >= step + 1 && words[first - step - 1].folded == "o";
    if (names_birth(word.folded) || initials) return true;
    const Gap gap = words[first - step + 1].before;
    if (gap == Gap::sentence && step > 2) return false;
  }
  return false;
}

bool precedes_birth_word(const Words& words, std::size_t after) {
  constexpr std::size_t words_ahead = 4;
  for (std::size_t at = after; at < words.size() && at < after + words_ahead; ++at) {
    if (words[at].before == Gap::sentence || words[at].before == Gap::masked) return false;
    if (words[at].folded == "birthday" || words[at].folded == "dob" || words[at].folded == "birth")
      return true;
    constexpr std::array<std::string_view, 11> between = {"is", "was",   "my",  "his",  "her", "their",
                                                          "s",  "being", "the", "date", "of"};
    if (!one_of(between, words[at].folded)) return false;
  }
  return false;
}

// A whole date in brackets straight after a removed name: "[name] (12.8.05)".
bool in_brackets_after_name(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at > 0 && is_ascii_space(text[at - 1])) --at;
  if (at == 0 || text[at - 1] != '(') return false;
  --at;
  while (at > 0 && is_ascii_space(text[at - 1])) --at;
  return at > 0 && text[at - 1] == mask_of(Kind::person);
}

}  // namespace

Spans find_dates_of_birth(std::string_view text) {
  const Words words = read_words(text);
  const DateReader dates(text, words);
  Spans found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t after = dates.end_of_date(first);
    const bool born = follows_birth_word(words, first);
    if (after == first && born && dates.is_figures_alone(first)) ++after;
    if (after == first) continue;
    const std::size_t begin = words[first].span.begin;
    if (!born && !precedes_birth_word(words, after) && !in_brackets_after_name(text, begin)) continue;
    found.push_back({begin, words[after - 1].span.end});
    first = after - 1;
  }
  return found;
}

}  // namespace postbox::redact
