#include "redact/postcode.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// Every postcode area, and ZZ of the NHS's made-up ones.
constexpr std::string_view areas =
    " AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC "
    "EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME "
    "MK ML "
    "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD "
    "TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ ";

struct Outward {
  std::size_t end;
  bool lower;  // typed in small letters
};

// The first half that starts at `begin`: an area, a digit, and perhaps one more digit or letter.
std::optional<Outward> outward_at(std::string_view text, std::size_t begin, bool long_form) {
  std::string area;
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && area.size() < 3) area += ascii_upper(text[at++]);
  if (area.empty() || areas.find(' ' + area + ' ') == std::string_view::npos) return std::nullopt;
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
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
  const bool zero = inward[0] == 'O' && !outward.lower;
  if (!is_digit(inward[0]) && !zero) return std::nullopt;
  if (!is_inward_letter(inward[1]) || !is_inward_letter(inward[2])) return std::nullopt;
  if (letter_starts_at(text, at + 3)) return std::nullopt;
  if (at > outward.end && is_ordinal(inward)) return std::nullopt;
  return at + 3;
}

std::optional<std::size_t> end_of_postcode(std::string_view text, std::size_t begin) {
  for (const bool long_form : {true, false}) {
    const std::optional<Outward> outward = outward_at(text, begin, long_form);
    if (!outward) continue;
    if (const std::optional<std::size_t> end = inward_end(text, *outward)) return end;
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
    if (!end) continue;
    found.push_back({at, *end});
    at = *end - 1;
  }
  return found;
}

}  // namespace postbox::redact
