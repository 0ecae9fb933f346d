#include "redact/date_of_birth.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/ascii_set.hpp"
#include "redact/birth_age.hpp"
#include "redact/birth_arrival.hpp"
#include "redact/birth_context.hpp"
#include "redact/feast.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/spoken_birth.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"
#include "redact/written_date.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<Word>;

constexpr WordList birth_words = {
    "dob",       "born",       "birthday",   "birthdate",     "birth",      "birthdays",  "b-day",
    "bday",      "d-o-b",      "birthdat",   "date-of-birth", "birth-date", "urodzony",   "urodzona",
    "urodzenia", "nascut",     "nascuta",    "nasterii",      "народився",  "народилася", "народження",
    "nacido",    "nacida",     "nacimiento", "geboren",       "geb",        "naissance",  "nascido",
    "nascida",   "nato",       "nata",       "dogum",         "dogumlu",    "brithday",   "birhtday",
    "birtday",   "bithday",    "borned",     "b'day",         "dobs",       "birthdates", "birth-day",
    "urodziny",  "cumpleanos", "geburtstag", "anniversaire",  "الميلاد",    "مواليد",     "ميلاده",
    "ميلادها",   "ولد",        "ولدت"};

bool names_birth(const Word& word) { return word.marks.has(Mark::birth); }

// "dob", "b day", and of "d.o.b." and "D O B" the last letter.
bool names_birth_at(const Words& words, std::size_t at) {
  return names_birth(words[at]) || (words[at].folded == "day" && at >= 1 && words[at - 1].folded == "b") ||
         (words[at].folded == "b" && at >= 2 && words[at - 1].folded == "o" && words[at - 2].folded == "d");
}

// "born deaf, got his implants on", "birth certificate was sent on": another day than that of the birth.
bool tells_other_day(const Word& word) {
  static constexpr WordList words = {"moved",   "got",         "review",      "reviews",  "started",
                                     "sent",    "seen",        "contact",     "assessed", "meeting",
                                     "refused", "certificate", "appointment", "panel",    "reviewed",
                                     "plan",    "mother",      "diagnosed"};
  return words.has(word.folded);
}

// "born" reaches a few words on ("born at 30 weeks on the"), the other words only over little ones.
bool follows_birth_word(const Words& words, std::size_t first) {
  constexpr std::size_t words_back = 8;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const Word& word = words[first - step];
    // "b. 14/2/13", with nothing between.
    const bool b = step == 1 && word.folded == "b" && word.dot_after;
    // "came into the world on"
    const bool world =
        word.folded == "world" && first >= step + 2 && words[first - step - 2].folded == "into";
    const bool ur = word.folded == "ur" && word.dot_after;  // Polish
    if (step > 1 && tells_other_day(word)) return false;
    if (names_birth_at(words, first - step) || b || world || ur) return true;
    const Gap gap = words[first - step + 1].before;
    if (gap == Gap::sentence && step > 2) return false;
  }
  return false;
}

// "birthday: 5/6", where figures further on would be a score or a share.
bool follows_closely(const Words& words, std::size_t first) {
  constexpr std::size_t fillers_max = 3;
  std::size_t at = first;
  while (at > 1 && first - at < fillers_max && words[at].before <= Gap::comma &&
         one_of({"on", "is", "are", "was", "its", "it's", "wrong", "as", "not", "should", "be", "real"},
                words[at - 1].folded)) {
    --at;
  }
  return at > 0 && names_birth_at(words, at - 1);
}

// "O4", "l4": letters for figures.
bool may_be_slip(const Word& word) {
  constexpr AsciiSet slips("oli");
  return word.plain && word.folded.size() <= 2 && slips.has(word.folded.front()) &&
         slips.has(word.folded.back());
}

bool clock_sign(std::string_view text, std::size_t at) { return at < text.size() && text[at] == ':'; }

constexpr std::size_t figures_max = 4;  // of a group

// One past figures, or slips for them, or `at` where no figure is among them.
std::size_t end_of_typed_figures(std::string_view text, std::size_t at) {
  const auto is_figure = [](char c) { return is_digit(c) || c == 'O' || c == 'o' || c == 'l' || c == 'I'; };
  const std::size_t begin = at;
  bool figure = false;
  for (; at < text.size() && at < begin + figures_max && is_figure(text[at]); ++at) {
    figure = figure || is_digit(text[at]);
  }
  return figure ? at : begin;
}

// One past what stands between two groups of a date.
std::size_t end_of_signs(std::string_view text, std::size_t at) {
  constexpr std::size_t signs_max = 5;
  const auto is_sign = [](char c) {  // the bytes of dashes among them
    return std::string_view("/.-,;|\\_~+*: '–—").find(c) != std::string_view::npos;
  };
  const std::size_t begin = at;
  while (at < text.size() && at < begin + signs_max && is_sign(text[at])) ++at;
  return at;
}

// "14:03:2012", "14/O3/12", "l4 – 3 – 12" right beside the word for it: figures, or slips for them, in three
// groups.
std::size_t end_of_typed_anyhow(std::string_view text, const Words& words, std::size_t first) {
  if (words[first].shape != Shape::number && !may_be_slip(words[first])) return first;
  if (words[first].before == Gap::masked) return first;
  constexpr std::size_t groups = 3;
  constexpr std::size_t day_max = 2;
  bool dated = true;  // as a day, a month and a year are written: no "999 123 4567, born"
  std::size_t at = words[first].span.begin;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::size_t begin = at;
    at = end_of_typed_figures(text, begin);
    if (at == begin) return first;
    const bool last = group + 1 == groups;
    dated = dated && (at - begin <= day_max || (last && at - begin == figures_max));
    if (last) break;
    const std::size_t sign = at;
    const bool clock = group == 1 && clock_sign(text, words[first].span.end) && !clock_sign(text, at);
    if (clock) return first;  // "02:14, 3 May"
    at = end_of_signs(text, sign);
    if (at == sign) return first;
  }
  if (letter_starts_at(text, at)) return first;
  std::size_t after = first;
  while (after < words.size() && words[after].span.begin < at) ++after;
  const bool before_word =
      dated && after < words.size() && words[after].before <= Gap::comma && names_birth(words[after]);
  return before_word || follows_closely(words, first) ? after : first;
}

// Nearly all words end here: no date, no day with a name, no letters for figures, and no figures that are
// said behind the word for it.
bool may_begin_birth(const WrittenDates& dates, const Words& words, std::size_t first) {
  if (dates.may_begin(first) || words[first].marks.has(Mark::feast) || may_be_slip(words[first])) return true;
  return (first > 0 && names_birth(words[first - 1])) || (first > 1 && names_birth(words[first - 2]));
}

bool precedes_birth_word(const Words& words, std::size_t after) {
  if (precedes_arrival(words, after) || precedes_age(words, after) || precedes_ordinal(words, after)) {
    return true;
  }
  constexpr std::size_t words_ahead = 5;
  for (std::size_t at = after; at < words.size() && at < after + words_ahead; ++at) {
    // "3 May is [name]'s birthday"
    const bool of_somebody = at == after + 1 && one_of({"is", "was"}, words[after].folded);
    if (words[at].before == Gap::sentence || (words[at].before == Gap::masked && !of_somebody)) return false;
    if (names_birth(words[at])) return true;
    if (words[at].marks.has(Mark::spoken_day)) continue;  // "was his tenth birthday"
    static constexpr WordList between = {"is",    "was",  "my",   "his", "her",  "their", "s",
                                         "being", "the",  "date", "of",  "when", "she",   "he",
                                         "i",     "they", "day",  "we",  "our",  "as",    "for"};
    if (!between.has(words[at].folded) && !is_child_word(words[at])) return false;
  }
  return false;
}

// "born 22nd of June is wrong! I said twenty-seventh of June": the day of a birth said again, in the same
// month.
bool is_said_again(const Words& words, const std::optional<DatePlace>& last, DatePlace date) {
  constexpr std::size_t words_between_max = 12;
  if (!last || date.first <= last->after || date.first - last->after > words_between_max) return false;
  if (!one_of({"said", "its", "it's", "is", "be", "not"}, words[date.first - 1].folded)) return false;
  const auto month_of = [&](DatePlace each) {
    for (std::size_t at = each.first; at < each.after; ++at) {
      if (words[at].marks.has(Mark::month)) return words[at].folded;
    }
    return std::string_view{};
  };
  return !month_of(date).empty() && month_of(date) == month_of(*last);
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

// "Christmas Eve", "May Day"; "May 3" is a date.
bool is_feast(const Words& words, DatePlace date) {
  const bool month = words[date.first].marks.has(Mark::month) && date.after > date.first + 1 &&
                     words[date.first + 1].shape == Shape::number;
  return words[date.first].marks.has(Mark::feast) && !month;
}

// "a Christmas Eve baby", "a 3 July 2021 baby"
bool is_of_baby(const Words& words, DatePlace date) {
  const std::size_t after = date.after;
  const bool one =
      is_feast(words, date) || (date.first > 0 && one_of({"a", "an"}, words[date.first - 1].folded));
  const bool thing = after + 1 < words.size() && words[after + 1].before == Gap::space &&
                     one_of({"clinic", "group", "shower", "class", "massage"}, words[after + 1].folded);
  return one && !thing && after < words.size() && words[after].before == Gap::space &&
         one_of({"baby", "babies"}, words[after].folded);
}

// Figures that are no whole date: "dob 120805", "birthday: 5/6", "12/5 is his birthday".
bool counts_alone(const Words& words, DatePlace date, bool born) {
  if (is_feast(words, date)) {
    return born || follows_age(words, date.first) || precedes_birth_word(words, date.after);
  }
  const bool whole = date.after > date.first + 2;  // "o1/1o/15 dob"
  if (date.after != date.first + 2) return born || (whole && precedes_birth_word(words, date.after));
  const std::string_view last = date.first > 0 ? words[date.first - 1].folded : std::string_view{};
  const Gap gap = words[date.first].before;
  const bool day = (gap == Gap::comma || gap == Gap::bracket) &&
                   one_of({"week", "month", "today", "tomorrow", "yesterday"}, last);
  const bool on = last == "on" || day;
  // "turned 18 3/9"
  const bool turned = gap == Gap::space && date.first > 1 &&
                      one_of({"turned", "turns", "turning"}, words[date.first - 2].folded);
  if ((on || turned) && follows_age(words, date.first)) return true;  // "he is 9 on 4/7"
  return precedes_birth_word(words, date.after) || (born && follows_closely(words, date.first));
}

}  // namespace

void mark_birth_words(Lexicon& lexicon) {
  for (const std::string_view word : birth_words) lexicon.add(word, Mark::birth);
  mark_feasts(lexicon);
}

Spans find_dates_of_birth(const Reading& reading, int written) {
  const std::string_view text = reading.text();
  const Words& words = reading.words();
  const WrittenDates dates(text, words);
  const BirthContext context(text, words, written);
  std::optional<DatePlace> last;   // the birth before
  std::optional<DatePlace> other;  // the date before that is none
  Spans found;
  const WordSet& codes = reading.code_words();
  for (std::size_t first = codes.next(0); first < words.size(); first = codes.next(first + 1)) {
    if (!may_begin_birth(dates, words, first)) continue;
    std::size_t after = dates.end_of_date(first);
    const bool alone = after == first;
    if (alone && dates.is_figures_alone(first)) after = first + 1;
    if (after == first) after = dates.end_of_day_and_month(first);
    if (after == first) after = end_of_named_figures(words, first);
    if (after == first) after = end_of_feast(text, words, first);
    if (after <= first + 2) after = std::max(after, end_of_typed_anyhow(text, words, first));
    const std::size_t of_person = end_of_figures_of_person(text, words, first);
    after = std::max(after, of_person);
    if (after == first) continue;
    const bool born = of_person > first || follows_birth_word(words, first) ||
                      follows_arrival(words, first, after, written) || is_of_baby(words, {first, after}) ||
                      is_said_again(words, last, {first, after});
    if (alone && !counts_alone(words, {first, after}, born)) continue;
    const std::size_t begin = words[first].span.begin;
    const DatePlace date{first, after};
    const bool with_others = other && context.is_one_list(*other, date);  // "seen 3/4/15, 5/6/17"
    if (!born && !follows_age(words, first) && !precedes_birth_word(words, after) &&
        !in_brackets_after_person(text, words, first) && (with_others || !context.tells_birth(date)) &&
        !(last && context.is_one_list(*last, date))) {
      other = date;
      continue;
    }
    last = date;
    found.push_back({begin, words[after - 1].span.end});
    first = after - 1;
  }
  return found;
}

}  // namespace postbox::redact
