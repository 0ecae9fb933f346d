#include "redact/postcode_form.hpp"

#include <array>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/postcode_letters.hpp"

namespace postbox::redact {
namespace {

// How many letters of an area start at `begin`: all up to the first figure or slip for one.
std::size_t area_letters(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at]) && at - begin < 3) ++at;
  const bool slip = at - begin == 3 && is_postcode_slip(text[at - 1]) && is_ascii_upper(text[begin + 1]) &&
                    at < text.size() && (is_digit(text[at]) || text[at] == ' ');
  return at - begin - (slip ? 1 : 0);
}

struct Separators {
  std::size_t end;
  bool loose = false;  // a comma or a slash in it, as between two things
};

Separators skip_gap(std::string_view text, std::size_t at) {
  Separators gap{at};
  for (int step = 0; step < 3 && gap.end < text.size(); ++step) {
    const std::string_view here = text.substr(gap.end);
    if (const std::size_t space = space_at(text, gap.end)) {
      gap.end += space;
    } else if (here.starts_with("–") || here.starts_with("—")) {
      gap.end += std::string_view("–").size();
    } else if (here[0] == '-' || here[0] == '.') {
      ++gap.end;
    } else if (here[0] == ',' || here[0] == '/') {
      gap.loose = true;
      ++gap.end;
    }
  }
  return gap;
}

// "LA14 OUR", "CA7 ITS": words in a shouted text and no slips.
bool is_word_of_three(std::string_view word) {
  constexpr std::array<std::string_view, 14> words = {"OUR", "OLD", "ONE", "OFF", "OUT", "OWN", "ODD",
                                                      "ITS", "ILL", "ICT", "ITV", "IEP", "ICE", "INN"};
  return one_of(words, word);
}

std::optional<std::size_t> inward_end(std::string_view text, const Outward& outward) {
  const Separators gap = skip_gap(text, outward.end);
  const std::size_t at = gap.end;
  if (at + 3 > text.size()) return std::nullopt;
  const std::string_view inward = text.substr(at, 3);
  if (gap.loose && is_ascii_upper(inward[2]) == outward.lower) return std::nullopt;
  const bool slip = is_postcode_slip(inward[0]) && !outward.lower && is_ascii_upper(inward[2]) &&
                    !is_word_of_three(inward);  // LA22 OAB
  if (!is_digit(inward[0]) && !slip) return std::nullopt;
  if (!ends_postcode(inward.substr(1), outward.area_size, at == outward.end)) return std::nullopt;
  if (letter_starts_at(text, at + 3)) return std::nullopt;
  if (at > outward.end && is_ordinal(inward)) return std::nullopt;
  return at + 3;
}

// "LA6 9 ZZ", "LA149 ZZ", "LA14 9Z Z": the last half apart as well, in capitals.
std::optional<std::size_t> split_inward_end(std::string_view text, const Outward& outward) {
  const Separators gap = skip_gap(text, outward.end);
  const std::size_t at = gap.end;
  if (gap.loose || outward.lower || at + 4 > text.size() || !is_digit(text[at])) return std::nullopt;
  const bool after_figure = text[at + 1] == ' ' && is_ascii_upper(text[at + 2]);
  const bool between_letters = at > outward.end && is_ascii_upper(text[at + 1]) && text[at + 2] == ' ';
  const bool letters = (after_figure || between_letters) && is_ascii_upper(text[at + 3]);
  if (!letters || letter_starts_at(text, at + 4)) return std::nullopt;
  const std::array<char, 2> both = {after_figure ? text[at + 2] : text[at + 1], text[at + 3]};
  const bool glued = at == outward.end;
  const bool issued = ends_postcode(std::string_view(both.data(), 2), outward.area_size, false);
  return !glued || issued ? std::optional(at + 4) : std::nullopt;
}

}  // namespace

bool is_postcode_slip(char c) { return c == 'O' || c == 'I' || c == 'l'; }

std::optional<Outward> outward_at(std::string_view text, std::size_t begin, bool long_form) {
  std::size_t at = begin + area_letters(text, begin);
  if (at >= text.size() || !(is_digit(text[at]) || is_postcode_slip(text[at])) ||
      !is_postcode_area(text.substr(begin, at - begin))) {
    return std::nullopt;
  }
  const std::size_t area_size = at - begin;
  ++at;
  if (long_form) {
    if (at >= text.size() || !(is_digit(text[at]) || is_ascii_letter(text[at]))) return std::nullopt;
    ++at;
  }
  return Outward{at, !is_ascii_upper(text[begin]), area_size};
}

bool is_ordinal(std::string_view inward) {
  const std::string_view letters = inward.substr(1);
  const std::string_view usual =
      inward[0] == '1' ? "st" : (inward[0] == '2' ? "nd" : (inward[0] == '3' ? "rd" : "th"));
  return letters == usual || letters == "hr";
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

}  // namespace postbox::redact
