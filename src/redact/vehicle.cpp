#include "redact/vehicle.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "redact/letter_names.hpp"
#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/places.hpp"
#include "redact/plate.hpp"
#include "redact/plate_start.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/reading.hpp"
#include "redact/said.hpp"
#include "redact/spoken.hpp"
#include "redact/vehicle_context.hpp"
#include "redact/vehicle_licence.hpp"
#include "redact/vehicle_words.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t letters_later = 3;

class VehicleFinder {
 public:
  VehicleFinder(const Reading& reading, const Lexicon& lexicon)
      : reading_(reading),
        text_(reading.text()),
        lexicon_(lexicon),
        context_(text_),
        says_letters_(reading.any(Mark::said)) {}

  Spans find() const {
    const auto may_begin = [&](std::size_t at) { return may_begin_plate(reading_.words(), at); };
    const auto find_at = [&](std::size_t at) {
      const std::size_t end = end_of_any(at);
      return end > at ? std::optional(Span{at, end}) : std::nullopt;
    };
    return find_at_code_words(reading_, may_begin, find_at);
  }

 private:
  std::size_t end_of_any(std::size_t at) const {
    if (!is_ascii_letter_or_digit(text_[at]) || letter_ends_at(text_, at)) return at;
    if (const std::size_t end = says_letters_ ? end_of_letter_names(text_, at) : at;
        end > at && context_.near_vehicle(at, end)) {
      return end;
    }
    if (!may_begin_code(text_, at, letters_later)) return at;
    if (const std::size_t end = end_of_letters_apart(at); end > at) return end;
    if (const std::size_t end = end_of_spoken(at); end > at) return end;
    if (const std::size_t end = end_of_said(at); end > at) return end;
    if (const std::size_t end = end_of_slipped(text_, at); end > at && context_.near_vehicle(at, end)) {
      return end;
    }
    for (const auto slipped : {end_of_slipped_first, end_of_slipped_letters, end_of_unread}) {
      if (const std::size_t end = slipped(text_, at); end > at && context_.near_vehicle(at, end)) return end;
    }
    if (!has_figure_near(text_, at)) return end_of_last_letters(at);
    if (is_no_plate(text_, at, lexicon_)) return end_of_licence(text_, at);
    if (const std::size_t end = end_of_plate(at); end > at) return end;
    const std::size_t end = end_of_irish(at);
    return end > at ? end : end_of_licence(text_, at);
  }

  // "registration: B 4 K L M": each apart, as no other thing is written right behind the word for it.
  std::size_t end_of_letters_apart(std::size_t at) const {
    constexpr std::size_t characters_min = 5;
    constexpr std::size_t characters_max = 7;
    std::string typed;
    std::size_t end = at;
    for (std::size_t next = at; next < text_.size() && typed.size() < characters_max; next += 2) {
      if (!is_ascii_upper(text_[next]) && !is_digit(text_[next])) break;
      if (letter_starts_at(text_, next + 1)) break;
      typed += text_[next];
      end = next + 1;
      if (end >= text_.size() || text_[end] != ' ') break;
    }
    if (typed.size() < characters_min) return at;
    const Plate plate = plate_at(typed, 0, 1);
    const bool shape = is_current_shape(plate.shape) || is_older_shape(plate.shape);
    return shape && context_.directly_after_plate(at) ? end : at;
  }

  // "reg ends KLM": the last letters alone.
  std::size_t end_of_last_letters(std::size_t at) const {
    constexpr std::size_t letters = 3;
    std::size_t end = at;
    while (end < text_.size() && is_ascii_upper(text_[end])) ++end;
    const bool three = end == at + letters && !letter_starts_at(text_, end);
    return three && !is_word(fold(text_.substr(at, letters))) && context_.follows_ending(at) ? end : at;
  }

  // "PX six eight KLM", "P X 6 8 K L M", "PXO8 KLM": as said, or with a slip, near the word for it.
  std::size_t end_of_said(std::size_t at) const {
    constexpr std::size_t characters = 7;
    std::size_t letters = at;
    while (letters < text_.size() && is_ascii_letter(text_[letters])) ++letters;
    // "it's" is not said letter by letter.
    if (letters < text_.size() && text_[letters] == '\'') return at;
    const bool may_start = letters > at && (letters < at + 3 || spoken_character_at(text_, at).times > 0);
    if (!may_start) return at;
    const Said said = read_said(text_, at, {.first = 2, .later = letters_later}, characters, "AA99AAA");
    if (said.characters().size() != characters || letter_starts_at(text_, said.end())) return at;
    std::string typed(said.characters());
    // "I go in. He": slips for both figures are none.
    if (!said.spoken() && !is_digit(typed[2]) && !is_digit(typed[3])) return at;
    for (std::size_t figure = 2; figure < 4; ++figure) {
      char& c = typed[figure];
      c = c == 'O' ? '0' : (c == 'I' ? '1' : c);
    }
    const Plate plate = plate_at(typed, 0, 1);
    const bool one_case =
        said.spoken() || is_ascii_upper(text_[at]) || !is_ascii_upper(text_[said.end() - 1]);
    const bool plausible = is_current_shape(plate.shape) && one_case && !is_word(plate.letters_last);
    if (plausible && !said.spoken() && is_spaced_out(text_.substr(at, said.end() - at)) &&
        is_age_mark(plate.digits)) {
      return said.end();
    }
    return plausible && context_.near_vehicle(at, said.end()) ? said.end() : at;
  }

  // "191-D-20431": an Irish one, near the word for it.
  std::size_t end_of_irish(std::size_t at) const {
    constexpr std::size_t tokens = 3;
    if (!is_digit(text_[at]) || letter_ends_at(text_, at)) return at;
    const Plate plate = plate_at(text_, at, tokens);
    return is_irish(plate) && context_.near_vehicle(at, plate.end) ? plate.end : at;
  }

  // "papa xray four eight, quebec kilo lima"
  std::size_t end_of_spoken(std::size_t at) const {
    constexpr std::size_t characters_min = 5;
    const Spoken spoken = read_spoken(text_, at);
    for (std::size_t size = spoken.characters.size(); size >= characters_min; --size) {
      const Plate plate = plate_at(std::string_view(spoken.characters).substr(0, size), 0, 1);
      const bool older = is_older_shape(plate.shape) && context_.near_vehicle(at, spoken.ends[size - 1]);
      if (is_current_shape(plate.shape) || older) return spoken.ends[size - 1];
    }
    return at;
  }

  std::size_t end_of_plate(std::size_t at) const {
    const std::array<Plate, 3> plates = {plate_at(text_, at, 3), plate_at(text_, at, 2),
                                         plate_at(text_, at, 1)};
    const bool other_thing = context_.follows_other_thing(at);
    for (const auto rule : {&VehicleFinder::counts, &VehicleFinder::counts_as_announced}) {
      for (const Plate& plate : plates) {
        if (plate.end == 0 || starts_with_word(plate)) continue;
        if (other_thing && !is_current_shape(plate.shape)) continue;
        if ((this->*rule)(plate, at)) return plate.end;
      }
    }
    return at;
  }

  bool is_word(std::string_view letters) const {
    const Marks marks = lexicon_.marks_of(letters);
    return marks.has(Mark::everyday) || marks.has(Mark::dictionary) || marks.has(Mark::not_name) ||
           marks.has(Mark::abbreviation) || is_plate_like_unit(letters);
  }

  // "reg is 4412", "of 12 children": a little word stands before the figures.
  bool starts_with_word(const Plate& plate) const {
    const std::size_t size = plate.letters_first.size();
    const bool apart = size > 0 && size < plate.shape.size() && plate.shape[size] == ' ';
    return apart && !plate.capitals && lexicon_.has(plate.letters_first, Mark::everyday);
  }

  // "in 20 ...", "yr 11 ..."; in small letters also "ma 11 lat" and the like in other languages.
  bool may_be_word(std::string_view letters, bool capitals) const {
    const bool vowel = letters.find_first_of("aeiouy") != std::string_view::npos;
    return is_plate_like_unit(letters) || (vowel && (!capitals || lexicon_.has(letters, Mark::everyday)));
  }

  // "plate, M1LLY 5"; "M1LLY 5 minutes ago" ends before the figure.
  bool is_spelling(const Plate& plate, std::size_t at) const {
    const bool goes_on = plate.end + 1 < text_.size() && text_[plate.end] == ' ' &&
                         !is_ascii_upper(text_[plate.end + 1]) && is_ascii_letter(text_[plate.end + 1]);
    return is_spelling_shape(plate.shape) && plate.capitals && !goes_on && context_.directly_after_plate(at);
  }

  bool counts(const Plate& plate, std::size_t at) const {
    if (is_spelling(plate, at)) return true;
    if (is_current_shape(plate.shape)) return counts_as_current(plate, at);
    if (!is_older_shape(plate.shape)) return counts_as_foreign(plate, at);
    if (is_bought_one(plate, at) || is_own_item(plate, at)) return true;
    if (is_numbered_word(plate)) return context_.directly_after_plate(at);
    const bool mark_last = plate.letters_last.size() == 1;  // the year's letter: YAO 921X
    const bool words = !mark_last && is_word(plate.letters_last);
    if (words && plate.capitals && context_.is_among_small_letters(at, plate.end) &&
        beside_vehicle(plate, at)) {
      return true;
    }
    if (is_sure_older_shape(plate.shape) && plate.capitals && context_.near_plate(at, plate.end)) return true;
    const bool sure_lower =
        is_sure_older_shape(plate.shape) && !words && context_.near_vehicle(at, plate.end);
    const bool own_lower = !plate.capitals && !words && is_own_shape(plate, at);
    if (words || !plate.capitals) {
      return sure_lower || own_lower || context_.after_plate(at) || context_.before_plate(plate.end);
    }
    if (is_of_northern_ireland(plate) && !is_word(plate.letters_first)) return true;
    const bool apart = plate.shape == "A 999 AAA" && plate.letters_first != "i" && plate.letters_first != "a";
    const bool sure = apart || (is_sure_older_shape(plate.shape) && !is_word(plate.letters_first));
    return sure || context_.near_vehicle(at, plate.end);
  }

  // "grey audi g8 mrs": a bought one in small letters, right behind the vehicle.
  bool is_own_shape(const Plate& plate, std::size_t at) const {
    const std::string_view shape = plate.shape;
    const bool shaped = shape == "A9 AAA" || shape == "A9AAA" || shape == "A99 AAA" || shape == "A99AAA";
    if (!shaped) return false;
    if (context_.is_in_brackets_behind_vehicle(at, plate.end)) return true;  // "taxi (k4 ddy)"
    return !one_of({"y", "k", "x", "a", "m"}, plate.letters_first) && context_.directly_follows_vehicle(at);
  }

  // "in R7 CPD, 22 miles there", "on the dash of J4 BWL", "the driver of T12 BUS": a bought one, with a
  // reason to be one in what it spells or in what is told of it.
  bool is_bought_one(const Plate& plate, std::size_t at) const {
    const std::string_view shape = plate.shape;
    const bool shaped = plate.capitals && (shape == "A9 AAA" || shape == "A99 AAA") &&
                        context_.is_among_small_letters(at, plate.end);
    if (!shaped || one_of({"y", "x"}, plate.letters_first)) return false;
    if (one_of({"bus", "cab", "car", "van"}, plate.letters_last)) return context_.is_sat_in(at);
    return !is_word(plate.letters_last) && context_.is_sat_in(at) && context_.near_journey(at, plate.end);
  }

  // "BUS 106", "BAY 12": a shouted word for what is numbered.
  static bool is_numbered_word(const Plate& plate) {
    const bool letters_first = plate.shape.starts_with("AAA ") && plate.letters_last == plate.letters_first;
    return letters_first &&
           one_of({"bus", "cab", "bay", "row", "lot", "pen", "day", "age", "box", "bed", "tel", "map",
                   "act", "top", "hut", "pod", "mod", "set", "key", "ext", "abc", "fig", "tab"},
                  plate.letters_first);
  }

  // "no seatbelts: A14 SHY", "the car (M21 PAL)": a road as well, and a word, but nothing else is said beside
  // it; not "traffic: M6 BAD".
  bool is_own_item(const Plate& plate, std::size_t at) const {
    const std::string_view shape = plate.shape;
    const bool shaped = plate.capitals && (shape == "A9 AAA" || shape == "A99 AAA") &&
                        context_.is_among_small_letters(at, plate.end) &&
                        context_.stands_apart(at, plate.end);
    if (!shaped || one_of({"y", "k", "x"}, plate.letters_first)) return false;
    if (one_of({"bad", "out", "off", "icy", "wet", "hit", "jam", "end", "now", "all", "too", "and", "not",
                "but", "mud", "red"},
               plate.letters_last)) {
      return false;
    }
    const Marks marks = lexicon_.marks_of(plate.letters_last);
    return !marks.has_one_of({Mark::abbreviation, Mark::not_name, Mark::month}) &&
           context_.near_vehicle(at, plate.end);
  }

  // "a Polish van, WPR 4K821"; not "a 2019 BMW"
  bool counts_as_foreign(const Plate& plate, std::size_t at) const {
    const bool year = plate.letters_first.empty() && plate.digits < "2100" && plate.digits > "1899";
    if (plate.shape == "AA999AA" && is_postcode_area(plate.letters_first)) return false;  // "LA231AB"
    return is_foreign_shape(plate.shape) && plate.capitals && !year && !is_word(plate.letters_last) &&
           context_.near_vehicle(at, plate.end);
  }

  // Bought ones ("K1 ERN"), foreign ones and the part that was seen ("the reg started PX47").
  bool counts_as_announced(const Plate& plate, std::size_t at) const {
    constexpr std::size_t shape_min = 3;
    const bool mixed = plate.shape.find('A') != std::string::npos && !plate.digits.empty();
    const bool capitals = plate.capitals || plate.shape == "AA99";
    if (mixed && plate.capitals && is_dateless_shape(plate.shape) && beside_vehicle(plate, at)) return true;
    // "a silver van, it was YG19 something": no half of a postcode
    const bool half = plate.shape == "AA99" && plate.capitals && is_age_mark(plate.digits) &&
                      !is_postcode_area(plate.letters_first) && !is_word(plate.letters_first);
    if (half && context_.near_vehicle(at, plate.end)) return true;
    const bool time = plate.letters_last == "am" || plate.letters_last == "pm";
    return mixed && capitals && plate.shape.size() >= shape_min && !time &&
           (!plate.shape.ends_with(" A") || plate.digits.size() > 2) &&
           (context_.directly_after_plate(at) || is_named_in_clause(plate, at) ||
            context_.directly_before_plate(plate.end));
  }

  // "reg of our van for the gate is J6 TOY"; in a clause about registration "12 MAX" and "Y6 ONLY" are none.
  bool is_named_in_clause(const Plate& plate, std::size_t at) const {
    const bool shape = is_older_shape(plate.shape) || is_dateless_shape(plate.shape);
    const bool led = !plate.letters_first.empty() && plate.letters_first != "y";
    constexpr std::size_t digits_of_old = 3;
    const bool old = plate.digits.size() == digits_of_old && !is_word(plate.letters_last);
    return shape && (led || old) && context_.follows_plate_and_is(at);
  }

  // A slip of the pen must not let a plate through: any letters and figures count. Not so where it may be
  // text: "yr10 and" has the shape too, and "LA22 OAB", a postcode with an O.
  bool counts_as_current(const Plate& plate, std::size_t at) const {
    const bool gap = plate.shape.find(' ') != std::string::npos;
    // "plate DN17 yrs. he": a unit too, but there the plate ends
    if (gap && is_plate_like_unit(plate.letters_last) && context_.is_right_behind_plate(at) &&
        context_.ends_at(plate.end)) {
      return true;
    }
    // "the plate starts KN66 and ends": capitals, and then a word
    const bool goes_on = gap && !plate.capitals && is_ascii_upper(text_[at]) &&
                         lexicon_.has(plate.letters_last, Mark::everyday);
    if (goes_on) return false;
    const char third = plate.letters_last[0];
    const bool postcode =
        plate.shape == "AA99 AAA" && (third == 'o' || third == 'i') && is_postcode_area(plate.letters_first);
    const bool split = plate.shape[2] == ' ';
    // "YJ70 TAX" in small letters around, which no code of an area or a guideline begins.
    const bool sure =
        plate.capitals && !split && is_age_mark(plate.digits) && !is_postcode_area(plate.letters_first) &&
        plate.letters_first != "cg" && plate.letters_first != "qs" &&
        !one_of({"and", "the", "but", "for", "not", "was", "has", "had", "who", "are"}, plate.letters_last) &&
        context_.is_among_small_letters(at, plate.end);
    const bool words =
        gap && !sure &&
        (is_word(plate.letters_last) || (split && may_be_word(plate.letters_first, plate.capitals)));
    const bool unissued = gap && !split && !plate.capitals && !is_age_mark(plate.digits);
    // "its always fd 65 kze that waits"
    const bool comes = split && is_age_mark(plate.digits) && !is_word(plate.letters_last) &&
                       !is_word(plate.letters_first) && context_.precedes_what_cars_do(plate.end);
    if (comes) return true;
    return !(words || postcode || unissued) || context_.near_vehicle(at, plate.end);
  }

  // "the bus 781 DYE", "Car: V88 SKY", but not a time, a size or a class.
  bool beside_vehicle(const Plate& plate, std::size_t at) const {
    const bool unit = is_plate_like_unit(plate.letters_last) ||
                      lexicon_.has(plate.letters_last, Mark::abbreviation) ||
                      (plate.letters_last.size() < 3 && plate.digits.size() < 3);
    if (lexicon_.has(plate.letters_last, Mark::month)) return false;  // "MOT 12 MAY"
    // "sized for 8 MEN", "knows BSL 2": a number of something, or a level of it
    const bool counted =
        plate.digits.size() == 1 && is_dateless_shape(plate.shape) && is_word(plate.letters_last);
    if (counted) return false;
    const bool class_or_year =
        plate.letters_first == "y" || plate.letters_first == "k" || plate.letters_first == "x";
    if (unit || class_or_year) return false;
    return context_.follows_vehicle(at);
  }

  const Reading& reading_;
  std::string_view text_;
  const Lexicon& lexicon_;
  VehicleContext context_;
  bool says_letters_;
};

}  // namespace

Spans find_vehicles(const Reading& reading, const Lexicon& lexicon) {
  return VehicleFinder(reading, lexicon).find();
}

}  // namespace postbox::redact
