#include "redact/postcode.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// Every postcode area, and ZZ of the NHS's made-up ones.
constexpr std::string_view areas =
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC "
    "EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME "
    "MK ML "
    "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD "
    "TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ ";

// By the first letter and the second, 26 for none: looked up at every word.
using AreaTable = std::array<std::array<bool, 27>, 26>;
constexpr AreaTable read_areas() {
  AreaTable table{};
  for (std::size_t at = 0; at < areas.size();) {
    const auto first = static_cast<std::size_t>(areas[at] - 'A');
    const bool one = areas[at + 1] == ' ';
    table[first][one ? 26 : static_cast<std::size_t>(areas[at + 1] - 'A')] = true;
    at += one ? 2 : 3;
  }
  return table;
}
constexpr AreaTable area_table = read_areas();

bool is_area(std::string_view letters) {
  if (letters.empty() || letters.size() > 2) return false;
  const auto index = [](char c) { return static_cast<std::size_t>(ascii_upper(c) - 'A'); };
  return area_table[index(letters[0])][letters.size() == 1 ? 26 : index(letters[1])];
}

struct Outward {
  std::size_t end;
  bool lower;  // typed in small letters
};

// The first half that starts at `begin`: an area, a digit, and perhaps one more digit or letter.
std::optional<Outward> outward_at(std::string_view text, std::size_t begin, bool long_form) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  if (at >= text.size() || !is_digit(text[at]) || !is_area(text.substr(begin, at - begin))) {
    return std::nullopt;
  }
  ++at;
  if (long_form) {
    if (at >= text.size() || !(is_digit(text[at]) || is_ascii_letter(text[at]))) return std::nullopt;
    ++at;
  }
  return Outward{at, !is_ascii_upper(text[begin])};
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
  for (int step = 0; step < 3; ++step) {
    if (const std::size_t space = space_at(text, at)) {
      at += space;
    } else if (at < text.size() && (text[at] == '-' || text[at] == '.')) {
      ++at;
    }
  }
  return at;
}

bool is_inward_letter(char c) {
  return is_ascii_letter(c) && std::string_view("CIKMOV").find(ascii_upper(c)) == std::string_view::npos;
}

// "1st", "2nd", "3rd", "4th" in small letters are ordinals: "in e1 1st".
bool is_ordinal(std::string_view inward) {
  const std::string_view letters = inward.substr(1);
  return letters == "st" || letters == "nd" || letters == "rd" || letters == "th";
}

std::optional<std::size_t> inward_end(std::string_view text, const Outward& outward) {
  const std::size_t at = skip_gap(text, outward.end);
  if (at + 3 > text.size()) return std::nullopt;
  const std::string_view inward = text.substr(at, 3);
  const bool zero = inward[0] == 'O' && !outward.lower;  // LA22 OAB
  if (!is_digit(inward[0]) && !zero) return std::nullopt;
  if (!is_inward_letter(inward[1]) || !is_inward_letter(inward[2])) return std::nullopt;
  if (letter_starts_at(text, at + 3)) return std::nullopt;
  if (at > outward.end && is_ordinal(inward)) return std::nullopt;
  return at + 3;
}

// "LA6 9 ZZ": the last half apart as well, in capitals.
std::optional<std::size_t> split_inward_end(std::string_view text, const Outward& outward) {
  const std::size_t at = skip_gap(text, outward.end);
  if (at == outward.end || at + 4 > text.size() || !is_digit(text[at]) || text[at + 1] != ' ')
    return std::nullopt;
  const bool letters = is_ascii_upper(text[at + 2]) && is_ascii_upper(text[at + 3]) &&
                       is_inward_letter(text[at + 2]) && is_inward_letter(text[at + 3]);
  return letters && !outward.lower && !letter_starts_at(text, at + 4) ? std::optional(at + 4) : std::nullopt;
}

std::optional<std::size_t> end_of_postcode(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward) continue;
    if (const std::optional<std::size_t> end = inward_end(text, *outward)) return end;
    const bool two_letters = begin + 1 < text.size() && is_ascii_letter(text[begin + 1]);
    if (two_letters) {
      if (const std::optional<std::size_t> end = split_inward_end(text, *outward)) return end;
    }
  }
  return std::nullopt;
}

// "C A 1 1 2 A B", typed or read out one by one: single characters with one space between, 5 to 7 of them.
std::optional<std::size_t> end_of_spelled(std::string_view text, std::size_t begin) {
  constexpr std::size_t characters_max = 7;
  std::string joined;
  std::vector<std::size_t> ends;
  for (std::size_t at = begin; at < text.size() && joined.size() < characters_max; at += 2) {
    if (!is_ascii_letter(text[at]) && !is_digit(text[at])) break;
    joined += text[at];
    ends.push_back(at + 1);
    if (letter_starts_at(text, at + 1) || at + 1 >= text.size() || text[at + 1] != ' ') break;
  }
  for (std::size_t size = joined.size(); size >= 5; --size) {
    if (letter_starts_at(text, ends[size - 1])) continue;
    if (end_of_postcode(joined.substr(0, size), 0) == size) return ends[size - 1];
  }
  return std::nullopt;
}

bool follows_address_or_cue(std::string_view text, std::size_t begin) {
  constexpr std::size_t look_back_bytes = 48;
  const std::size_t from = begin > look_back_bytes ? begin - look_back_bytes : 0;
  const std::string_view before = text.substr(from, begin - from);
  const std::size_t address = before.rfind(mask_of(Kind::address));
  if (address != std::string_view::npos) {
    return before.find_first_of(".!?;", address) == std::string_view::npos;
  }
  const std::vector<std::string> words = words_before(text, begin, 3);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "postcode" || word == "postcodes" || word == "postal";
  });
}

// "CA 13 0AB": the area apart. In small letters only where a postcode was announced, or "so 1 2nd" would be
// one.
std::optional<std::size_t> end_of_split(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  if (at - begin != 2 || at + 5 > text.size() || text[at] != ' ' || !is_digit(text[at + 1])) {
    return std::nullopt;
  }
  std::string joined(text.substr(begin, 2));
  constexpr std::size_t rest_max = 6;
  joined += text.substr(at + 1, rest_max);
  const std::optional<std::size_t> end = end_of_postcode(joined, 0);
  if (!end || letter_starts_at(text, begin + 1 + *end)) return std::nullopt;
  const bool capitals = is_ascii_upper(text[begin]) && is_ascii_upper(text[begin + *end]);
  const bool lower = !is_ascii_upper(text[begin]) && !is_ascii_upper(text[begin + *end]);
  const bool area_is_word = ascii_upper(text[begin]) == 'S' && ascii_upper(text[begin + 1]) == 'O';
  const bool sure = capitals || follows_address_or_cue(text, begin) || (lower && begin == 0);
  return sure && !area_is_word ? std::optional(begin + 1 + *end) : std::nullopt;
}

std::optional<std::size_t> end_of_half(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward || letter_starts_at(text, outward->end)) continue;
    if (follows_address_or_cue(text, begin)) return outward->end;
  }
  return std::nullopt;
}

}  // namespace

Spans find_postcodes(std::string_view text) {
  Spans found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_ascii_letter(text[at]) || letter_ends_at(text, at)) continue;
    std::optional<std::size_t> end = end_of_postcode(text, at);
    if (!end) end = end_of_half(text, at);
    if (!end) end = end_of_split(text, at);
    if (!end) end = end_of_spelled(text, at);
    if (!end) continue;
    found.push_back({at, *end});
    at = *end - 1;
  }
  return found;
}

}  // namespace postbox::redact
