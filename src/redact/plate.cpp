#include "redact/plate.hpp"

#include <algorithm>
#include <array>

#include "redact/letters.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// Reads one token into the plate; false where a token of another kind stands.
bool read_token(std::string_view text, std::size_t& at, Plate& plate, int token) {
  constexpr std::size_t shape_max = 12;
  const std::size_t start = at;
  for (; at < text.size() && is_ascii_letter_or_digit(text[at]); ++at) {
    if (plate.shape.size() == shape_max) return false;
    const bool letter = is_ascii_letter(text[at]);
    if (letter && (at == start || !is_ascii_letter(text[at - 1]))) plate.letters_last.clear();
    if (letter) plate.letters_last += ascii_lower(text[at]);
    if (letter && plate.digits.empty() && token == 0) plate.letters_first += ascii_lower(text[at]);
    if (!letter) plate.digits += text[at];
    plate.capitals = plate.capitals && (!letter || is_ascii_upper(text[at]));
    plate.shape += letter ? 'A' : '9';
  }
  return at > start && !letter_starts_at(text, at);
}

}  // namespace

std::size_t gap_size(std::string_view text, std::size_t at) {
  constexpr int spaces_max = 2;
  std::size_t end = at;
  const auto skip_spaces = [&] {
    for (int step = 0; step < spaces_max; ++step) end += space_at(text, end);
  };
  skip_spaces();
  if (end < text.size() && (text[end] == '-' || text[end] == '.' || text[end] == '/')) ++end;
  if (end > at + 1) skip_spaces();  // "PX68 - ABC", but no blank after a full stop
  return end - at;
}

Plate plate_at(std::string_view text, std::size_t begin, int tokens) {
  Plate plate;
  std::size_t at = begin;
  for (int token = 0; token < tokens; ++token) {
    if (token > 0) {
      const std::size_t gap = gap_size(text, at);
      if (gap == 0) return {};
      at += gap;
      plate.shape += ' ';
    }
    if (!read_token(text, at, plate, token)) return {};
  }
  plate.end = at;
  return plate;
}

bool is_current_shape(std::string_view shape) {
  return shape == "AA99AAA" || shape == "AA99 AAA" || shape == "AA 99 AAA" || shape == "AA 99AAA";
}

std::size_t end_of_slipped(std::string_view text, std::size_t begin) {
  constexpr std::size_t figures_at = 2;
  constexpr std::size_t figures_end = 4;
  constexpr std::size_t letters = 3;
  if (begin + figures_end + letters > text.size()) return begin;
  std::string digits;
  for (std::size_t at = begin; at < begin + figures_end; ++at) {
    const char c = text[at];
    if (at < begin + figures_at) {
      if (!is_ascii_upper(c)) return begin;
    } else {
      const bool one = c == 'l' || c == 'I';
      digits += one ? '1' : (c == 'O' || c == 'o' ? '0' : c);
    }
  }
  if (!std::all_of(digits.begin(), digits.end(), is_digit) || !is_age_mark(digits)) return begin;
  std::size_t end = begin + figures_end;
  const std::string_view typed = text.substr(begin + figures_at, figures_end - figures_at);
  if (std::none_of(typed.begin(), typed.end(), is_digit)) return begin;
  end += space_at(text, end);
  const std::size_t stop = end + letters;
  while (end < text.size() && end < stop && is_ascii_upper(text[end])) ++end;
  return end == stop && !letter_starts_at(text, end) ? end : begin;
}

std::size_t end_of_slipped_first(std::string_view text, std::size_t begin) {
  constexpr std::size_t first_letters = 2;
  constexpr std::size_t figures = 2;
  constexpr std::size_t last_letters = 3;
  if (begin + first_letters > text.size()) return begin;
  if (text[begin] != '0' && text[begin + 1] != '0') return begin;
  const std::string_view first = text.substr(begin, first_letters);
  const bool slip =
      (first[0] == '0' && is_ascii_upper(first[1])) || (is_ascii_upper(first[0]) && first[1] == '0');
  const std::size_t mark_at = begin + first_letters + space_at(text, begin + first_letters);
  if (mark_at + figures + last_letters > text.size()) return begin;
  const std::string_view mark = text.substr(mark_at, figures);
  if (!slip || !is_digit(mark[0]) || !is_digit(mark[1]) || !is_age_mark(mark)) return begin;
  std::size_t end = mark_at + figures;
  end += space_at(text, end);
  const std::size_t stop = end + last_letters;
  while (end < text.size() && end < stop && is_ascii_upper(text[end])) ++end;
  return end == stop && !letter_starts_at(text, end) ? end : begin;
}

std::size_t end_of_slipped_letters(std::string_view text, std::size_t begin) {
  constexpr std::size_t letters = 3;
  const Plate first = plate_at(text, begin, 1);
  if (!first.capitals) return begin;
  const bool current =
      first.shape == "AA99" && is_age_mark(first.digits) && !is_postcode_area(first.letters_first);
  const bool older = first.shape == "A9";
  if (!(current || older)) return begin;
  const std::size_t gap = gap_size(text, first.end);
  const std::size_t rest = first.end + gap;
  if (gap == 0 || rest >= text.size()) return begin;
  const Plate last = plate_at(text, rest, 1);
  if (!last.capitals) return begin;
  if (older) return last.shape == "9AAA" ? last.end : begin;
  const bool slip = last.shape.size() == letters && last.digits.size() == 1 &&
                    last.digits.find_first_not_of("01") == std::string::npos;
  return slip ? last.end : begin;
}

std::size_t end_of_unread(std::string_view text, std::size_t begin) {
  constexpr std::string_view form = "AA99AAA";
  constexpr std::size_t gap_at = 4;
  constexpr int unread_max = 2;
  int unread = 0;
  std::size_t at = begin;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (i == gap_at) at += space_at(text, at);
    if (at >= text.size()) return begin;
    const char c = text[at++];
    if (c == '?' || c == '*') {
      ++unread;
    } else if (form[i] == 'A' ? !is_ascii_upper(c) : !is_digit(c)) {
      return begin;
    }
  }
  return unread > 0 && unread <= unread_max && !letter_starts_at(text, at) ? at : begin;
}

bool is_spelling_shape(std::string_view shape) {
  static constexpr WordList shapes = {"A9AAA 9", "A9AAA 99", "A9AA 9", "A9AA 99", "A99AA 9", "A9A AA"};
  return shapes.has(shape);
}

bool is_age_mark(std::string_view digits) {
  const int mark = std::stoi(std::string(digits));
  return (mark >= 1 && mark <= 29) || (mark >= 51 && mark <= 79);
}

bool is_older_shape(std::string_view shape) {
  static constexpr WordList with_gap = {"A9 AAA",   "A99 AAA",  "A999 AAA",  "AAA 9A", "AAA 99A",
                                        "AAA 999A", "A 99 AAA", "A 999 AAA", "AAA 99", "AAA 999",
                                        "AAA 9999", "AA 9999",  "AA 999",    "999 AAA"};
  static constexpr WordList without = {"A9AAA", "A99AAA", "A999AAA", "AAA9A",  "AAA99A", "AAA999A",
                                       "AAA99", "AAA999", "AAA9999", "AA9999", "AA999",  "999AAA"};
  return with_gap.has(shape) || without.has(shape);
}

bool is_sure_older_shape(std::string_view shape) {
  return shape == "A999 AAA" || shape == "A999AAA" || shape == "AAA 999A" || shape == "AAA999A";
}

bool is_dateless_shape(std::string_view shape) {
  static constexpr WordList shapes = {"AAA 9",  "9 AAA", "99 AAA", "9999 AA", "999 AA",
                                      "9999 A", "AAA9",  "9AAA",   "99AAA",   "9999AA"};
  return shapes.has(shape);
}

bool is_foreign_shape(std::string_view shape) {
  static constexpr WordList shapes = {"AAA 9A999", "AAA 99AA",  "AA 99999",  "AA 9999A",   "AA 999 AA",
                                      "AA999AA",   "A AA 9999", "AA AA 999", "AA 9999 AA", "9999 AAA",
                                      "AA9999AA",  "AA 999 A",  "A 999 AA",  "AA AA 99",   "99 AA AA",
                                      "99 AAA 9",  "9 AAA 99"};
  return shapes.has(shape);
}

bool is_irish(const Plate& plate) {
  const std::string_view shape = plate.shape;
  const std::size_t letters = shape.find('A');
  return letters != std::string_view::npos && (letters == 3 || letters == 4) &&
         shape.find_first_not_of('9') == letters - 1 && shape.size() > letters + 3 && plate.capitals &&
         plate.letters_last.size() <= 2 && shape.find('A', letters + 2) == std::string_view::npos;
}

bool is_spaced_out(std::string_view typed) {
  constexpr std::size_t size = 13;
  if (typed.size() != size) return false;
  for (std::size_t at = 0; at < size; at += 2) {
    if (!is_ascii_upper(typed[at]) && !is_digit(typed[at])) return false;
    if (at + 1 < size && is_ascii_letter_or_digit(typed[at + 1])) return false;
  }
  return true;
}

bool is_of_northern_ireland(const Plate& plate) {
  const bool shape = plate.shape == "AAA 9999" || plate.shape == "AAA9999";
  const bool year = plate.digits.starts_with("19") || plate.digits.starts_with("20");
  return shape && plate.capitals && !year && plate.letters_first.find_first_of("iz", 1) != std::string::npos;
}

}  // namespace postbox::redact
