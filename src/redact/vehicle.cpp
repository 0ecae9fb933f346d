#include "redact/vehicle.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t mark_chars_max = 7;

// A token's characters as A (letter) and 9 (digit), over one gap at most.
struct Mark {
  std::size_t end = 0;
  std::string shape;
  std::string letters_last;  // the last run of letters, folded
  bool capitals = true;
  bool gap = false;
};

std::size_t gap_size(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '-' || text[at] == '.')) return 1;
  std::size_t end = at;
  for (int step = 0; step < 2; ++step) end += space_at(text, end);
  return end - at;
}

// The mark made of one token, or of two with a gap between them.
Mark mark_at(std::string_view text, std::size_t begin, bool two_tokens) {
  Mark mark;
  std::size_t at = begin;
  for (int token = 0; token < (two_tokens ? 2 : 1); ++token) {
    if (token == 1) {
      const std::size_t gap = gap_size(text, at);
      if (gap == 0) return {};
      at += gap;
      mark.gap = true;
    }
    const std::size_t start = at;
    while (at < text.size() && (is_ascii_letter(text[at]) || is_digit(text[at]))) {
      if (mark.shape.size() == mark_chars_max) return {};
      const bool letter = is_ascii_letter(text[at]);
      if (letter && (at == start || !is_ascii_letter(text[at - 1]))) mark.letters_last.clear();
      if (letter) mark.letters_last += ascii_lower(text[at]);
      mark.capitals = mark.capitals && (!letter || is_ascii_upper(text[at]));
      mark.shape += letter ? 'A' : '9';
      ++at;
    }
    if (at == start || letter_starts_at(text, at)) return {};
  }
  mark.end = at;
  return mark;
}

bool is_older_shape(std::string_view shape) {
  constexpr std::array<std::string_view, 16> shapes = {
      "A9AAA",  "A99AAA",  "A999AAA", "AAA9A", "AAA99A", "AAA999A", "AAA9",  "AAA99",
      "AAA999", "AAA9999", "AA9999",  "AA999", "A9AA",   "9AAA",    "99AAA", "999AAA"};
  return std::find(shapes.begin(), shapes.end(), shape) != shapes.end();
}

bool speaks_of_plate(std::string_view word) {
  constexpr std::array<std::string_view, 5> words = {"reg", "registration", "plate", "plates", "numberplate"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool speaks_of_vehicle(std::string_view word) {
  constexpr std::array<std::string_view, 22> words = {
      "car",    "van",   "taxi",     "minibus", "bus",     "cab",     "vehicle", "motor",
      "ford",   "skoda", "vauxhall", "fiesta",  "caddy",   "transit", "audi",    "toyota",
      "nissan", "vw",    "bmw",      "kia",     "peugeot", "renault"};
  return speaks_of_plate(word) || std::find(words.begin(), words.end(), word) != words.end();
}

class VehicleFinder {
 public:
  VehicleFinder(std::string_view text, const NameLists& lists) : text_(text), lists_(lists) {}

  Spans find() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const bool token = is_ascii_letter(text_[at]) || is_digit(text_[at]);
      if (!token || letter_ends_at(text_, at)) continue;
      const std::size_t end = end_of_mark(at);
      if (end == at) continue;
      found_.push_back({at, end});
      at = end - 1;
    }
    return std::move(found_);
  }

 private:
  std::size_t end_of_mark(std::size_t at) const {
    for (const bool two_tokens : {true, false}) {
      const Mark mark = mark_at(text_, at, two_tokens);
      if (mark.end != 0 && counts(mark, at)) return mark.end;
    }
    return at;
  }

  bool counts(const Mark& mark, std::size_t at) const {
    if (mark.shape == "AA99AAA") {
      // "yr10 and" has the shape too, in small letters or in a shouted text.
      const bool words = mark.gap && (!mark.capitals || lists_.common_words.contains(mark.letters_last));
      return !words || near_vehicle(at);
    }
    if (is_older_shape(mark.shape)) {
      const bool words = lists_.common_words.contains(mark.letters_last) || !mark.capitals;
      return words ? after_plate(at) : near_vehicle(at);
    }
    const bool mixed = mark.shape.find('A') != std::string::npos && mark.shape.find('9') != std::string::npos;
    return mixed && !mark.gap && mark.shape.size() >= 4 && after_plate(at);
  }

  bool near_vehicle(std::size_t at) const {
    const auto before = words_before(text_, at, 8);
    return std::any_of(before.begin(), before.end(), speaks_of_vehicle);
  }

  bool after_plate(std::size_t at) const {
    const auto before = words_before(text_, at, 3);
    return std::any_of(before.begin(), before.end(), speaks_of_plate);
  }

  std::string_view text_;
  const NameLists& lists_;
  Spans found_;
};

}  // namespace

Spans find_vehicles(std::string_view text, const NameLists& lists) {
  return VehicleFinder(text, lists).find();
}

}  // namespace postbox::redact
