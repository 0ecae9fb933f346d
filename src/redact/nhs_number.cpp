#include "redact/nhs_number.hpp"

#include <algorithm>
#include <string>

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
  const std::vector<std::string> before = words_before(text, groups[first].span.begin, 4);
  return std::none_of(before.begin(), before.end(), [](const std::string& word) {
    return word == "nhs" || word == "number" || word == "no" || word == "patient" || word == "hospital";
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

}  // namespace

bool follows_nhs(std::string_view text, std::size_t begin) {
  if (!may_stand_before(text, begin, "nhs")) return false;
  const std::vector<std::string> before = words_before(text, begin, 4);
  return std::find(before.begin(), before.end(), "nhs") != before.end();
}

Spans find_nhs_numbers(std::string_view text, const std::vector<DigitGroup>& groups) {
  Spans found;
  for (std::size_t first = 0; first < groups.size();) {
    const std::size_t after = end_of_number(text, groups, first);
    if (after > first) found.push_back({groups[first].span.begin, groups[after - 1].span.end});
    first = std::max(after, first + 1);
  }
  return found;
}

}  // namespace postbox::redact
