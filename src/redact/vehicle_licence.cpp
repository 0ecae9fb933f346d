#include "redact/vehicle_licence.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

using Words = std::vector<std::string>;  // nearest first

// "0417", "H341", "PHV 2207", "D/0771", "219 KL".
struct Code {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;
  std::size_t figures = 0;
  bool slashed = false;
  bool letters_behind = false;
};

std::size_t end_of_capitals(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_upper(text[at])) ++at;
  return at;
}

Code code_at(std::string_view text, std::size_t begin) {
  constexpr std::size_t letters_max = 4;
  constexpr std::size_t figures_max = 7;
  Code code;
  code.begin = begin;
  const std::size_t letters_end = end_of_capitals(text, begin);
  code.letters = letters_end - begin;
  std::size_t at = letters_end;
  if (code.letters > letters_max || at >= text.size()) return {};
  code.slashed = code.letters > 0 && text[at] == '/';
  const bool apart = code.slashed || (code.letters > 0 && (text[at] == ' ' || text[at] == '-'));
  if (apart) ++at;
  code.end = end_of_figures(text, at);
  code.figures = code.end - at;
  if (code.figures < 2 || code.figures > figures_max) return {};
  const std::size_t behind = code.end + 1;
  const std::size_t behind_end =
      code.end < text.size() && text[code.end] == ' ' ? end_of_capitals(text, behind) : behind;
  if (code.letters == 0 && behind_end == behind + 2 && !letter_starts_at(text, behind_end)) {
    code.end = behind_end;
    code.letters_behind = true;
  }
  return letter_starts_at(text, code.end) ? Code{} : code;
}

bool is_year(std::string_view text, const Code& code) {
  const std::string_view figures = text.substr(code.end - std::min<std::size_t>(code.end, 4), 4);
  return code.figures == 4 && (figures.starts_with("20") || figures.starts_with("19"));
}

// Who and what has a licence; `licence` itself is another matter.
bool is_licensed(std::string_view word) {
  static constexpr WordList words = {"taxi",    "taxis",     "hackney", "cab",      "minicab",   "driver",
                                     "drivers", "driver's",  "minibus", "licensed", "licensing", "escort",
                                     "cabbie",  "chaperone", "hire",    "car"};
  return words.has(word);
}

bool has_licensed(const Words& words, std::size_t from) {
  return from < words.size() &&
         std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), is_licensed);
}

// The word right before, as it is typed: nearly every number has another there than a licence has.
bool may_follow_licence(std::string_view text, std::size_t at) {
  static constexpr WordList lasts = {
      "plate", "plates", "disc",   "no",    "number",  "is",      "badge",   "nr",       "num",
      "id",    "says",   "said",   "reads", "licence", "license", "hackney", "operator", "vehicle",
      "ones",  "driver", "escort", "taxi",  "door",    "it",      "window",  "was"};
  constexpr std::size_t signs_max = 3;
  std::size_t end = at;
  while (end > 0 && at - end < signs_max && !is_ascii_letter_or_digit(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  if (begin == end) return false;
  const std::string_view typed = text.substr(begin, end - begin);
  return is_ascii_upper(typed.front()) ? lasts.has(fold(typed)) : lasts.has(typed);
}

bool is_filler(std::string_view word) {
  static constexpr WordList words = {"no",   "nr",   "num",   "number", "id", "is",
                                     "says", "said", "reads", "was",    "it"};
  return words.has(word);
}

// "taxi number 01228", "cab number 118": what one rings.
bool is_called_up(std::string_view figures) {
  constexpr std::size_t area_code = 5;
  return one_of({"111", "999", "101", "112", "118", "119"}, figures) ||
         (figures.size() >= area_code && figures.front() == '0');
}

// "taxi number 3145", "driver ID 20981", "Hackney carriage no 77"; few figures count taxis and drivers.
bool follows_taxi_number(std::string_view text, const Words& before, std::size_t step, const Code& code) {
  constexpr std::size_t figures_min = 3;
  const std::string_view word = word_at(before, step);
  const bool sign = code.begin > 0 && text[code.begin - 1] == '#';
  const bool number =
      sign || (step > 0 && one_of({"no", "nr", "num", "number", "id"}, word_at(before, step - 1)));
  if (!number || code.letters > 0 || is_called_up(text.substr(code.begin, code.end - code.begin))) {
    return false;
  }
  if (word == "driver") return code.figures > figures_min;
  return (code.figures >= figures_min && one_of({"taxi", "cab", "minicab"}, word)) ||
         (word == "carriage" && word_at(before, step + 1) == "hackney");
}

// "trade plates 06641", "on trade plates, red ones, 219 KL"
bool follows_trade_plates(const Words& before, const Code& code) {
  constexpr std::size_t words_between = 3;
  constexpr std::size_t figures_min = 3;
  if (code.figures < figures_min || code.letters > 0) return false;
  for (std::size_t step = 0; step <= words_between; ++step) {
    if (!one_of({"plates", "plate"}, word_at(before, step))) continue;
    return word_at(before, step + 1) == "trade" && !one_of({"for", "to", "by", "with"}, word_at(before, 0));
  }
  return false;
}

// "badge no 1180, a driver"
bool names_licensed_behind(std::string_view text, std::size_t end) {
  static constexpr std::array<std::string_view, 4> words = {"driver", "escort", "taxi", "minibus"};
  constexpr std::size_t look_bytes = 24;
  const std::string ahead = fold(text.substr(end, look_bytes));
  const std::string clause = ahead.substr(0, ahead.find_first_of(".!?\n"));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return clause.find(word) != std::string::npos; });
}

// "taxi plate", "a hackney, disc no.", "plate 318 on the taxi"; `step` is where the word for the thing
// stands.
bool follows_plate(std::string_view text, const Words& before, std::size_t step, const Code& code) {
  constexpr std::size_t figures_min = 3;
  if (!one_of({"plate", "disc"}, word_at(before, step))) return false;
  return has_licensed(before, step) || (code.figures >= figures_min && names_licensed_behind(text, code.end));
}

// "driver badge D/0771", "has a badge on, says 2290"; a blue badge is another thing.
bool follows_badge(std::string_view text, const Words& before, std::size_t step, const Code& code) {
  constexpr std::size_t words_between = 5;
  constexpr std::size_t figures_min = 3;
  constexpr std::size_t letters_max = 3;
  if (code.figures < figures_min || code.letters > letters_max || code.letters_behind) return false;
  const bool said = one_of({"says", "said", "reads"}, word_at(before, 0));
  for (std::size_t at = step; at <= (said ? step + words_between : step); ++at) {
    if (word_at(before, at) != "badge") continue;
    const bool other = one_of({"blue", "swimming", "staff", "visitor", "visitors", "school", "scout", "name"},
                              word_at(before, at + 1));
    return !other && (has_licensed(before, at) || names_licensed_behind(text, code.end));
  }
  return false;
}

// "licence H341" of a taxi, "private hire licence no. 1208", "operator licence PC100234".
bool follows_licence(const Words& before, std::size_t step, const Code& code, bool beside_plate) {
  constexpr std::size_t figures_min = 3;
  if (!one_of({"licence", "license"}, word_at(before, step)) || code.figures < figures_min) return false;
  if (code.letters_behind || word_at(before, step + 1) == "driving") return false;
  return has_licensed(before, step + 1) || word_at(before, step + 1) == "operator" ||
         (code.letters > 0 && beside_plate);
}

// "is Hackney 442", where the carriage is told.
bool follows_hackney(const Words& before) {
  if (word_at(before, 0) != "hackney") return false;
  return one_of({"is", "was", "its", "it's"}, word_at(before, 1));
}

// "operator O/220, vehicle V/1187"
bool follows_what_has_a_code(const Words& before, const Code& code) {
  constexpr std::size_t figures_min = 3;
  return code.slashed && code.figures >= figures_min &&
         one_of({"operator", "vehicle", "driver", "escort", "badge", "disc", "plate", "licence"},
                word_at(before, 0));
}

// "Plate no. on the taxi door: WDCC 73"
bool follows_plate_on_taxi(const Words& before, const Code& code) {
  constexpr std::size_t letters_min = 3;
  if (code.letters < letters_min || !has_licensed(before, 0)) return false;
  return std::any_of(before.begin(), before.end(), [](const std::string& word) { return word == "plate"; });
}

// "20 minutes", "12 of them", "2.5"
bool is_counted(std::string_view text, std::size_t end) {
  static constexpr WordList things = {
      "minutes", "mins",  "min",      "times",   "hours",   "days",   "weeks",  "months", "years",
      "kids",    "quid",  "children", "of",      "miles",   "people", "pounds", "pm",     "ml",
      "mm",      "cm",    "am",       "percent", "drivers", "feet",   "a",      "to",     "words",
      "nights",  "books", "metres",   "steps",   "lengths", "trips",  "points", "metre"};
  if (end >= text.size()) return false;
  if (text[end] == '%') return true;
  if (text[end] != ' ') return end + 1 < text.size() && is_digit(text[end + 1]) && !is_ascii_space(text[end]);
  return things.has(fold(text.substr(end + 1, end_of_letters(text, end + 1) - end - 1)));
}

// A plate that was removed stands a few signs before: "(YJ68 KPX, licence H341)".
bool is_beside_plate(std::string_view text, std::size_t begin) {
  constexpr std::size_t look_bytes = 20;
  const std::string_view before =
      text.substr(begin - std::min(begin, look_bytes), std::min(begin, look_bytes));
  return before.find(mask_of(Kind::vehicle)) != std::string_view::npos;
}

}  // namespace

std::size_t end_of_licence(std::string_view text, std::size_t begin) {
  constexpr std::size_t words_back = 10;
  constexpr std::size_t fillers_max = 2;
  constexpr std::size_t figures_of_plate = 5;
  if (!may_follow_licence(text, begin)) return begin;
  const Code code = code_at(text, begin);
  if (code.end == 0 || is_counted(text, code.end)) return begin;
  const Words before = words_before(text, begin, words_back);
  std::size_t step = 0;
  while (step < fillers_max && is_filler(word_at(before, step))) ++step;
  const bool plain = code.letters == 0 && !code.letters_behind && code.figures <= figures_of_plate;
  if (plain && follows_plate(text, before, step, code)) return code.end;
  if (follows_trade_plates(before, code) || follows_what_has_a_code(before, code)) return code.end;
  if (is_year(text, code)) return begin;
  const bool told = follows_taxi_number(text, before, step, code) ||
                    follows_badge(text, before, step, code) ||
                    follows_licence(before, step, code, is_beside_plate(text, begin)) ||
                    (plain && follows_hackney(before)) || follows_plate_on_taxi(before, code);
  return told ? code.end : begin;
}

}  // namespace postbox::redact
