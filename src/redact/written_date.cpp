#include "redact/written_date.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "redact/date_words.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

bool is_number_upto(const Word& word, int most) {
  return word.shape == Shape::number && word.folded.size() <= 2 && number_of(word.folded) >= 1 &&
         number_of(word.folded) <= most;
}

// The month in Roman figures, between dots or slashes: 11.xi.2017.
bool is_roman_month(std::string_view word) {
  static constexpr WordList figures = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                       "vii", "viii", "ix",  "x",  "xi", "xii"};
  return figures.has(word);
}

bool is_year(const Word& word) {
  if (word.shape != Shape::number) return false;
  return word.folded.size() == 2 ||
         (word.folded.size() == 4 && (word.folded.starts_with("19") || word.folded.starts_with("20")));
}

}  // namespace

// One past the last word of the date that starts at `first`; `first` for none.
std::size_t WrittenDates::end_of_date(std::size_t first) const {
  if (!may_begin(first)) return first;
  for (const auto reader : {&WrittenDates::in_figures, &WrittenDates::day_first, &WrittenDates::month_first,
                            &WrittenDates::year_first}) {
    const std::size_t after = (this->*reader)(first);
    if (after > first) return after;
  }
  return first;
}

// 120805, 12082005: a date only where the words before say so.
bool WrittenDates::is_figures_alone(std::size_t at) const {
  const Word& word = words_[at];
  return word.shape == Shape::number && (word.folded.size() == 6 || word.folded.size() == 8);
}

std::size_t WrittenDates::end_of_day_and_month(std::size_t first) const {
  if (!has(first + 1) || !in_figures_day_first(first)) return first;
  const std::size_t begin = words_[first].span.end;
  const std::string_view between = text_.substr(begin, words_[first + 1].span.begin - begin);
  return between == "/" || between == "." || between == "-" ? first + 2 : first;
}

// "–", " — ", "‑": a dash, hyphen or full-width slash, with a space on each side at most.
bool WrittenDates::is_dash(std::string_view between) {
  if (between.starts_with(' ')) between.remove_prefix(1);
  if (between.ends_with(' ')) between.remove_suffix(1);
  static constexpr WordList dashes = {"–", "—", "‐", "‑", "‒", "―", "−", "／"};
  return dashes.has(between);
}

// Only separators of a date stand between word `at` and the one before.
bool WrittenDates::follows(std::size_t at) const {
  const std::size_t begin = words_[at - 1].span.end;
  const std::string_view between = text_.substr(begin, words_[at].span.begin - begin);
  const auto separator = [](char c) {
    return is_ascii_space(c) || std::string_view("/.-,|\\_").find(c) != std::string_view::npos;
  };
  // "third o' June"
  if (words_[at - 1].folded == "o" && (between == "' " || between == "’ ")) return true;
  // "1 Mar '17"
  if (between == " '" || between == " ’") return true;
  if (between == " " || is_dash(between)) return true;  // a no-break space
  return between.size() <= 4 && std::all_of(between.begin(), between.end(), separator);
}

bool WrittenDates::in_figures_day_first(std::size_t first) const {
  return (is_number_upto(words_[first], 31) && is_number_upto(words_[first + 1], 12)) ||
         (is_number_upto(words_[first], 12) && is_number_upto(words_[first + 1], 31));
}

// "12/5/11" and "12 5 11", but not "11.15, 12.03" and "10, 11, 12": a date has one sign between its parts,
// and no figure of a time or a share touches it.
bool WrittenDates::is_separated_alike(std::size_t first) const {
  const auto sign_before = [&](std::size_t at) {
    const std::size_t begin = words_[at - 1].span.end;
    const std::string_view between = text_.substr(begin, words_[at].span.begin - begin);
    const std::size_t sign = between.find_first_not_of(' ');
    return sign == std::string_view::npos ? ' ' : between[sign];
  };
  const std::size_t begin = words_[first].span.begin;
  const std::size_t end = words_[first + 2].span.end;
  const auto is_point = [&](std::size_t at) { return text_[at] == '.' || text_[at] == ':'; };
  const bool inside = begin > 1 && is_point(begin - 1) && is_digit(text_[begin - 2]);
  const bool goes_on = end + 1 < text_.size() && is_point(end) && is_digit(text_[end + 1]);
  if (inside || goes_on) return false;
  const char sign = sign_before(first + 1);
  const bool full_year = words_[first + 2].folded.size() == 4 || words_[first].folded.size() == 4;
  return sign == ',' ? full_year && sign_before(first + 2) == ','
                     : full_year || sign == sign_before(first + 2);
}

// "2 4 6 8 10 12": three of five numbers or more with nothing but spaces between are no date.
bool WrittenDates::is_in_list(std::size_t first) const {
  constexpr std::size_t numbers = 5;
  const auto is_number = [&](std::size_t at) { return has(at) && words_[at].shape == Shape::number; };
  const auto goes_on = [&](std::size_t at) { return is_number(at) && words_[at].before == Gap::space; };
  std::size_t begin = first;
  while (begin > 0 && first - begin < 2 && goes_on(begin) && is_number(begin - 1)) --begin;
  std::size_t end = first + 1;
  while (end < first + numbers && goes_on(end)) ++end;
  return end > first + 2 && end - begin >= numbers;
}

std::size_t WrittenDates::in_figures(std::size_t first) const {
  if (!is_joined(first + 1) || !is_joined(first + 2) || is_in_list(first)) return first;
  // "30th.09.2014"
  if (is_number_upto(words_[first], 31) && is_ordinal_ending(words_[first + 1].folded)) {
    const bool month = is_number_upto(words_[first + 2], 12) && words_[first + 2].before != Gap::space;
    return month && is_joined(first + 3) && is_year(words_[first + 3]) ? first + 4 : first;
  }
  if (in_figures_day_first(first) && is_year(words_[first + 2])) {
    return is_separated_alike(first) ? first + 3 : first;
  }
  const bool roman = is_number_upto(words_[first], 31) && is_roman_month(words_[first + 1].folded) &&
                     is_year(words_[first + 2]) && words_[first + 1].before > Gap::space;  // no "12x14"
  if (roman) return first + 3;
  const bool year_first = words_[first].folded.size() == 4 && is_year(words_[first]) &&
                          !words_[first + 1].line_start &&  // "August 2027\n07/11"
                          is_number_upto(words_[first + 1], 12) && is_number_upto(words_[first + 2], 31);
  return year_first ? first + 3 : first;
}

std::size_t WrittenDates::after_day(std::size_t at) const {
  if (!has(at)) return at;
  const std::string_view word = words_[at].folded;
  if (words_[at].marks.has(Mark::spoken_day)) return at + 1;
  // "twenty third"
  if (word == "twenty" || word == "thirty") {
    const bool unit = is_joined(at + 1) && words_[at + 1].before == Gap::space &&
                      words_[at + 1].marks.has(Mark::spoken_day);
    return unit ? at + 2 : at;
  }
  if (!is_number_upto(words_[at], 31)) return at;
  const bool ordinal = is_joined(at + 1) && is_ordinal_ending(words_[at + 1].folded);
  return ordinal ? at + 2 : at + 1;
}

// "6 June, 20 June", "June 6, 13 and 20", "3 May, 12 of us": two figures that count on are no year.
bool WrittenDates::counts_on(std::size_t at) const {
  constexpr int day_max = 31;
  if (words_[at].folded.size() != 2 || !has(at + 1)) return false;
  const Word& next = words_[at + 1];
  if (next.before <= Gap::comma && next.marks.has(Mark::month)) return true;
  if (next.before == Gap::glued && is_ordinal_ending(next.folded)) return true;
  if (words_[at].before != Gap::comma) return false;
  if (next.before == Gap::comma) return is_number_upto(next, day_max);
  if (next.before != Gap::space || next.shape != Shape::lower) return false;
  if (one_of({"and", "or"}, next.folded)) return has(at + 2) && is_number_upto(words_[at + 2], day_max);
  return one_of({"of", "minutes", "mins", "min", "hours", "days", "weeks", "months", "miles", "people",
                 "children", "kids", "times", "families", "staff", "others", "more"},
                next.folded);
}

std::size_t WrittenDates::after_year(std::size_t at) const {
  if (is_joined(at) && is_year(words_[at])) return counts_on(at) ? at : at + 1;
  // "oh nine"
  if (is_joined(at) && words_[at].folded == "oh" && is_joined(at + 1) &&
      is_year_word(words_[at + 1].folded)) {
    return at + 2;
  }
  // "two thousand and twelve", "nineteen ninety-nine".
  constexpr std::size_t words_max = 5;
  const bool spoken = is_joined(at) && (words_[at].folded == "two" || words_[at].folded == "twenty" ||
                                        words_[at].folded == "nineteen");
  if (!spoken || !is_joined(at + 1) || !starts_with_year_word(words_[at + 1].folded)) return at;
  std::size_t after = at + 1;
  while (after < at + words_max && is_joined(after) && starts_with_year_word(words_[after].folded)) ++after;
  return words_[after - 1].folded == "and" ? after - 1 : after;
}

// "six of the sixth twenty sixteen", "nine of the second oh nine": with a year, or it is a share.
std::size_t WrittenDates::in_spoken_figures(std::size_t first) const {
  constexpr std::size_t month = 3;
  if (!is_year_word(words_[first].folded) || !is_joined(first + month)) return first;
  const bool said = words_[first + 1].folded == "of" && words_[first + 2].folded == "the" &&
                    words_[first + 1].before == Gap::space && words_[first + 2].before == Gap::space &&
                    words_[first + month].before == Gap::space &&
                    words_[first + month].marks.has(Mark::spoken_day);
  const std::size_t year = first + month + 1;
  const std::size_t after = said ? after_year(year) : year;
  return after > year && words_[year].shape != Shape::number ? after : first;
}

std::size_t WrittenDates::day_first(std::size_t first) const {
  std::size_t at = after_day(first);
  if (at == first) return in_spoken_figures(first);
  if (is_joined(at) && words_[at].before == Gap::glued && is_month_behind_ordinal(words_[at].folded)) {
    return after_year(at + 1);  // "3rdMay2014"
  }
  if (is_joined(at) && words_[at].folded == "day") ++at;
  if (is_joined(at) && one_of({"of", "de", "o"}, words_[at].folded)) ++at;
  // "3rd/4th/2014", "3rd of 4th 2014": with a year, or it is a list
  if (is_joined(at) && is_number_upto(words_[at], 12) && at > first + 1 && after_day(at) == at + 2) {
    const std::size_t after = after_year(at + 2);
    if (after > at + 2) return after;
  }
  // "5th of the 6th 2014", "third of the fourth"
  if (is_joined(at) && words_[at].folded == "the" && is_joined(at + 1)) {
    const std::size_t after_month = after_day(at + 1);
    const bool figures = is_number_upto(words_[at + 1], 12) && after_month == at + 3;
    if (figures || words_[at + 1].marks.has(Mark::spoken_day)) return after_year(after_month);
  }
  if (!is_joined(at) || !words_[at].marks.has(Mark::month)) return first;
  const std::size_t year = is_joined(at + 1) && words_[at + 1].folded == "de" ? at + 2 : at + 1;
  return year == at + 1 || after_year(year) > year ? after_year(year) : at + 1;
}

std::size_t WrittenDates::month_first(std::size_t first) const {
  if (!has(first) || !words_[first].marks.has(Mark::month)) return first;
  std::size_t at = first + 1;
  if (is_joined(at) && words_[at].folded == "the") ++at;
  const std::size_t after = is_joined(at) ? after_day(at) : at;
  return after == at ? first : after_year(after);
}

// "2014 March 22", "2014-Mar-22"
std::size_t WrittenDates::year_first(std::size_t first) const {
  constexpr std::size_t digits = 4;
  if (words_[first].folded.size() != digits || !is_year(words_[first]) || !is_joined(first + 1)) return first;
  if (!words_[first + 1].marks.has(Mark::month) || !is_joined(first + 2)) return first;
  if (words_[first + 2].shape != Shape::number) return first;
  const std::size_t after = after_day(first + 2);
  return after > first + 2 ? after : first;
}

}  // namespace postbox::redact
