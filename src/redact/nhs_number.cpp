#include "redact/nhs_number.hpp"

#include <algorithm>
#include <string>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t nhs_digits = 10;

bool reads_as_year(const DigitGroup& group) {
  return group.digits.size() == 4 && (group.digits.starts_with("19") || group.digits.starts_with("20"));
}

// "11 19 23 38 41", "2 4 6 8 10 12 14": many short groups are a list, unless they are single figures all or
// the words before say what it is.
bool is_list(std::string_view text, const std::vector<DigitGroup>& groups, std::size_t first,
             std::size_t after) {
  constexpr std::size_t groups_of_number = 5;
  if (after - first < groups_of_number || groups[first].spoken) return false;
  const auto begin = groups.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = groups.begin() + static_cast<std::ptrdiff_t>(after);
  const auto single = [](const DigitGroup& group) { return group.digits.size() == 1; };
  const auto shorter = [](const DigitGroup& group) { return group.digits.size() <= 2; };
  if (std::all_of(begin, end, single) || !std::all_of(begin, end, shorter)) return false;
  constexpr std::size_t words_back = 7;
  const std::vector<std::string> before = words_before(text, groups[first].span.begin, words_back);
  return std::none_of(before.begin(), before.end(), [](const std::string& word) {
    return one_of({"nhs", "number", "no", "patient", "hospital", "digit", "digits"}, word);
  });
}

// Whether the number ends before the group `after`.
bool is_whole(const std::vector<DigitGroup>& groups, std::size_t after) {
  return after == groups.size() || !groups[after].joined;
}

// "NHS number ending 5870", "my NHS no. starts 943 476": a part of it. The first three figures are those of
// thousands.
bool follows_part(std::string_view text, std::size_t begin, bool three) {
  constexpr std::size_t words_back = 6;
  if (!may_stand_before(text, begin, "nhs")) return false;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(before.begin(), before.end(),
                       [&](const std::string& word) { return one_of(words, word); });
  };
  return has({"nhs"}) && has({"no", "number", "num"}) &&
         (has({"ends", "ending", "last"}) || (!three && has({"starts", "starting", "begins", "first"})));
}

// One past the last group of a number of ten digits that starts at `first`, or `first`; of nine or eleven
// where the text says that it is an NHS number.
std::size_t end_of_number(std::string_view text, const std::vector<DigitGroup>& groups, std::size_t first) {
  std::size_t digits = 0;
  bool year = false;
  std::size_t i = first;
  for (; i < groups.size() && (i == first || groups[i].joined) && digits < nhs_digits; ++i) {
    digits += groups[i].digits.size();
    // 999 482 2013 ends in a year by chance; 2019 20 2021 is a list of years.
    year = year || (reads_as_year(groups[i]) && i != first + 2);
  }
  constexpr std::size_t digits_of_part = 3;
  const bool part = digits >= digits_of_part && digits < nhs_digits && is_whole(groups, i);
  if (part && follows_part(text, groups[first].span.begin, digits == digits_of_part)) return i;
  if (digits + 1 < nhs_digits || digits > nhs_digits + 1) return first;
  const bool named = follows_nhs(text, groups[first].span.begin);
  if (named && is_whole(groups, i)) return i;
  if (digits != nhs_digits) return first;
  const bool abroad = first > 0 && groups[first].joined && groups[first - 1].digits.ends_with("44");
  const bool dialled = groups[first].digits.starts_with('0') || abroad;
  const bool other = year || dialled || is_written_date(groups, first) || is_list(text, groups, first, i);
  return other ? first : i;
}

// Nothing but blanks, commas, brackets and dashes, few of them.
bool parts_of_one(std::string_view between) {
  constexpr std::size_t signs_max = 3;
  return between.size() <= signs_max && between.find_first_not_of(" ,;:()-.") == std::string_view::npos;
}

// Three, three and four figures, or ten single ones, are parts; "12, 20, 30, 40, 50" is a list.
bool is_shaped_as_parts(const std::vector<DigitGroup>& groups, std::size_t first, std::size_t after) {
  if (after - first == 3) {
    return groups[first].digits.size() == 3 && groups[first + 1].digits.size() == 3;
  }
  return after - first == nhs_digits;
}

// "NHS number 943, 476, 5919", "NHS no: 9 4 3, 4 7 6, 5 9 1 9": ten figures with commas, where the words say
// so; one past the last group, `first` for none.
std::size_t end_of_parted_number(std::string_view text, const std::vector<DigitGroup>& groups,
                                 std::size_t first) {
  constexpr std::size_t words_back = 4;
  const std::size_t begin = groups[first].span.begin;
  std::size_t digits = groups[first].digits.size();
  std::size_t after = first + 1;
  for (; after < groups.size() && digits < nhs_digits; ++after) {
    const std::size_t last = groups[after - 1].span.end;
    if (!parts_of_one(text.substr(last, groups[after].span.begin - last))) return first;
    digits += groups[after].digits.size();
  }
  if (digits != nhs_digits || !is_shaped_as_parts(groups, first, after)) return first;
  if (!may_stand_before(text, begin, "nhs") && !may_stand_before(text, begin, "patient")) return first;
  const std::vector<std::string> before = words_before(text, begin, words_back);
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(before.begin(), before.end(),
                       [&](const std::string& word) { return one_of(words, word); });
  };
  const bool named = has({"nhs", "patient"}) && has({"number", "no", "num", "id"});
  return named ? after : first;
}

// "?id=9434765919" of a link; "?nhs=9434765919" is one.
bool is_of_link(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(0, begin);
  return ends_with_one_of({"?id=", "&id=", "?page=", "&page=", "?ref=", "&ref="}, before);
}

// The number with the brackets around a part of it: "(943) 476-5919", "943 476 (5919)"; not those around all.
Span with_brackets(std::string_view text, Span span) {
  const std::string_view typed = text.substr(span.begin, span.end - span.begin);
  const std::size_t opens = typed.find('(');
  const std::size_t closes = typed.find(')');
  const bool closed_first = closes < opens && closes != std::string_view::npos;
  if (closed_first && span.begin > 0 && text[span.begin - 1] == '(') --span.begin;
  const std::size_t last_open = typed.rfind('(');
  const bool left_open =
      last_open != std::string_view::npos && typed.find(')', last_open) == std::string_view::npos;
  if (left_open && span.end < text.size() && text[span.end] == ')') ++span.end;
  return span;
}

}  // namespace

bool follows_nhs(std::string_view text, std::size_t begin) {
  if (!may_stand_before(text, begin, "nhs")) return false;
  const std::vector<std::string> before = words_before(text, begin, 4);
  return std::find(before.begin(), before.end(), "nhs") != before.end();
}

Spans find_nhs_numbers(std::string_view text, const std::vector<DigitGroup>& groups) {
  Spans found;
  for (std::size_t first = 0; first < groups.size();) {
    const std::size_t begin = groups[first].span.begin;
    const std::size_t whole = end_of_number(text, groups, first);
    const std::size_t after = whole > first ? whole : end_of_parted_number(text, groups, first);
    if (after > first && !is_of_link(text, begin)) {
      found.push_back(with_brackets(text, {begin, groups[after - 1].span.end}));
    }
    first = std::max(after, first + 1);
  }
  return found;
}

}  // namespace postbox::redact
