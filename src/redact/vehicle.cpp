#include "redact/vehicle.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letters.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

// What may be a registration: its characters as A (letter), 9 (digit) and a blank for a gap.
struct Plate {
  std::size_t end = 0;
  std::string shape;
  std::string letters_last;  // the last run of letters, folded
  std::string digits;
  bool capitals = true;
};

bool is_plate_char(char c) { return is_ascii_letter(c) || is_digit(c); }

std::size_t gap_size(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '-' || text[at] == '.')) return 1;
  std::size_t end = at;
  for (int step = 0; step < 2; ++step) end += space_at(text, end);
  return end - at;
}

// Reads one token into the plate; false where a token of another kind stands.
bool read_token(std::string_view text, std::size_t& at, Plate& plate) {
  constexpr std::size_t shape_max = 10;
  const std::size_t start = at;
  for (; at < text.size() && is_plate_char(text[at]); ++at) {
    if (plate.shape.size() == shape_max) return false;
    const bool letter = is_ascii_letter(text[at]);
    if (letter && (at == start || !is_ascii_letter(text[at - 1]))) plate.letters_last.clear();
    if (letter) plate.letters_last += ascii_lower(text[at]);
    if (!letter) plate.digits += text[at];
    plate.capitals = plate.capitals && (!letter || is_ascii_upper(text[at]));
    plate.shape += letter ? 'A' : '9';
  }
  return at > start && !letter_starts_at(text, at);
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
    if (!read_token(text, at, plate)) return {};
  }
  plate.end = at;
  return plate;
}

bool is_current_shape(std::string_view shape) {
  return shape == "AA99AAA" || shape == "AA99 AAA" || shape == "AA 99 AAA" || shape == "AA 99AAA";
}

// Two figures of the half year since 2001: 02 to 29 in spring, 51 to 79 in autumn.
bool is_age_mark(std::string_view digits) {
  const int mark = std::stoi(std::string(digits));
  return (mark >= 1 && mark <= 29) || (mark >= 51 && mark <= 79);
}

// Prefix (A123 BCD), suffix (BCD 123A), the times before, and Northern Ireland (NIZ 1234).
bool is_older_shape(std::string_view shape) {
  constexpr std::array<std::string_view, 12> with_gap = {"A9 AAA",   "A99 AAA",  "A999 AAA", "AAA 9A",
                                                         "AAA 99A",  "AAA 999A", "AAA 99",   "AAA 999",
                                                         "AAA 9999", "AA 9999",  "AA 999",   "999 AAA"};
  constexpr std::array<std::string_view, 12> without = {"A9AAA",   "A99AAA",  "A999AAA", "AAA9A",
                                                        "AAA99A",  "AAA999A", "AAA99",   "AAA999",
                                                        "AAA9999", "AA9999",  "AA999",   "999AAA"};
  return std::find(with_gap.begin(), with_gap.end(), shape) != with_gap.end() ||
         std::find(without.begin(), without.end(), shape) != without.end();
}

bool speaks_of_plate(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {"reg",  "registration", "plate", "plates",
                                                     "rego", "numberplate",  "regs"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool speaks_of_vehicle(std::string_view word) {
  constexpr std::array<std::string_view, 42> words = {
      "car",    "van",      "taxi",    "minibus",   "bus",     "cab",       "vehicle", "motor",    "ford",
      "skoda",  "vauxhall", "fiesta",  "caddy",     "transit", "audi",      "toyota",  "nissan",   "vw",
      "bmw",    "kia",      "peugeot", "renault",   "fiat",    "seat",      "citroen", "mercedes", "merc",
      "dacia",  "hyundai",  "honda",   "volvo",     "rover",   "golf",      "corsa",   "astra",    "galaxy",
      "sharan", "driver",   "parked",  "hatchback", "estate",  "motability"};
  return speaks_of_plate(word) || std::find(words.begin(), words.end(), word) != words.end();
}

class VehicleFinder {
 public:
  VehicleFinder(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  Spans find() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!is_plate_char(text_[at]) || letter_ends_at(text_, at) || !digit_near(at)) continue;
      const std::size_t end = end_of_plate(at);
      if (end == at) continue;
      found_.push_back({at, end});
      at = end - 1;
    }
    return std::move(found_);
  }

 private:
  // Every plate has a figure among its first letters: most words are passed over here.
  bool digit_near(std::size_t at) const {
    constexpr std::size_t letters_before_digit_max = 6;
    const std::string_view ahead = text_.substr(at, letters_before_digit_max);
    return std::any_of(ahead.begin(), ahead.end(), is_digit);
  }

  std::size_t end_of_plate(std::size_t at) const {
    for (const int tokens : {3, 2, 1}) {
      const Plate plate = plate_at(text_, at, tokens);
      if (plate.end != 0 && counts(plate, at)) return plate.end;
    }
    return at;
  }

  bool is_word(std::string_view letters) const {
    const Marks marks = lexicon_.marks_of(letters);
    return marks.has(Mark::everyday) || marks.has(Mark::dictionary);
  }

  bool counts(const Plate& plate, std::size_t at) const {
    if (is_current_shape(plate.shape)) return counts_as_current(plate, at);
    if (is_older_shape(plate.shape)) {
      const bool words = is_word(plate.letters_last) || !plate.capitals;
      return words ? after_plate(at) : near_vehicle(at, plate.end);
    }
    // Bought ones ("K1 ERN") have shapes of their own.
    const bool mixed = plate.shape.find('A') != std::string::npos && !plate.digits.empty();
    const bool short_gap = std::count(plate.shape.begin(), plate.shape.end(), ' ') <= 1;
    const bool joined = plate.shape.find(' ') == std::string::npos || plate.capitals;
    return mixed && short_gap && joined && plate.shape.size() >= 4 && plate.shape[0] == 'A' &&
           plate.capitals && directly_after_plate(at);
  }

  // "yr10 and" has the shape too, in small letters or in a shouted text; so has "LA22 OAB", a postcode with
  // an O.
  bool counts_as_current(const Plate& plate, std::size_t at) const {
    const bool gap = plate.shape.find(' ') != std::string::npos;
    const bool zero = plate.shape == "AA99 AAA" && plate.letters_last[0] == 'o';
    const bool split = plate.shape[2] == ' ';
    const bool words = gap && (is_word(plate.letters_last) || (split && !plate.capitals));
    return !(words || zero || !is_age_mark(plate.digits)) || near_vehicle(at, plate.end);
  }

  bool near_vehicle(std::size_t at, std::size_t end) const {
    constexpr std::size_t look_ahead_bytes = 40;
    const auto before = words_before(text_, at, 8);
    if (std::any_of(before.begin(), before.end(), speaks_of_vehicle)) return true;
    std::size_t stop = std::min(text_.size(), end + look_ahead_bytes);
    while (stop < text_.size() && (static_cast<unsigned char>(text_[stop]) & 0xC0U) == 0x80U) --stop;
    const std::vector<Word> after = read_words(text_.substr(end, stop - end));
    return std::any_of(after.begin(), after.end(),
                       [](const Word& word) { return speaks_of_vehicle(word.folded); });
  }

  bool after_plate(std::size_t at) const {
    const auto before = words_before(text_, at, 3);
    return std::any_of(before.begin(), before.end(), speaks_of_plate);
  }

  bool directly_after_plate(std::size_t at) const {
    for (const std::string& word : words_before(text_, at, 3)) {
      if (speaks_of_plate(word)) return true;
      if (word != "is" && word != "was" && word != "no" && word != "number") return false;
    }
    return false;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Spans found_;
};

}  // namespace

Spans find_vehicles(std::string_view text, const Lexicon& lexicon) {
  return VehicleFinder(text, lexicon).find();
}

}  // namespace postbox::redact
