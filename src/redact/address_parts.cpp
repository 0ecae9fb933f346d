#include "redact/address_parts.hpp"

#include <algorithm>
#include <string_view>

#include "redact/date_words.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

bool is_comma_or_break(std::string_view between) {
  return !between.empty() && between.find_first_not_of(", \n") == std::string_view::npos &&
         between.find_first_of(",\n") != std::string_view::npos;
}

bool goes_on(const AddressWords& words, const AddressPart& part, const AddressPart& next) {
  if (part.after != next.first || !is_comma_or_break(words.after(part.after - 1))) return false;
  return !(words.is_number(part.first) && words.is_number(next.first));
}

// "Hillside", "Thornbeck": made as houses are called, and villages as well.
bool is_made_like_a_house(std::string_view word) {
  constexpr std::size_t letters_min = 6;
  if (word.size() < letters_min) return false;
  return ends_like_house(word) ||
         ends_with_one_of(
             {"brook", "fell", "wood", "woods", "field", "dene", "rigg", "beck", "thwaite", "dale"}, word);
}

bool is_led(const AddressWords& words, std::size_t at) {
  return at > 0 && words.is_spaced(at) && one_of({"at", "from", "address", "is", "to"}, words.folded(at - 1));
}

// "Hillside" of "Hillside, 2 Vicarage Lane", "Basement" of "Basement, 14 Low Street"; no town and no person.
bool is_house_name(const AddressWords& words, std::size_t at) {
  if (words.word(at).shape != Shape::capital || words.word(at).possessive) return false;
  if (words.is_spaced(at) && !is_led(words, at)) return false;
  if (is_floor(words.folded(at))) return true;
  if (words.word(at).marks.has_one_of({Mark::everyday, Mark::not_name, Mark::given, Mark::capitalised,
                                       Mark::ambiguous, Mark::family, Mark::institution, Mark::role,
                                       Mark::title})) {
    return false;
  }
  return is_made_like_a_house(words.folded(at)) || is_led(words, at);
}

// "Ravenrigg" of "they found Ravenrigg, 8 The Wath": a word in no list.
bool is_house_in_no_list(const AddressWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 7;
  const Word& word = words.word(at);
  if (at > 0 && words.word(at - 1).marks.has_one_of({Mark::title, Mark::sure_title, Mark::rank,
                                                     Mark::kin_title, Mark::given, Mark::relative})) {
    return false;
  }
  return word.shape == Shape::capital && words.is_spaced(at) && !word.possessive &&
         word.folded.size() >= letters_min && word.marks.none_but(Mark::starts_phrase);
}

// "Top Floor" of "Top Floor, 8 Marine Terrace", "1st floor flat": its first word; one past `last` for none.
std::size_t first_of_floor(const AddressWords& words, std::size_t last) {
  const bool flat = is_flat(words.folded(last)) && words.is_spaced(last);
  const std::size_t floor = flat ? last - 1 : last;
  if (floor == 0 || words.folded(floor) != "floor" || !words.is_spaced(floor)) return last + 1;
  if (is_floor(words.folded(floor - 1))) return floor - 1;
  const bool numbered = floor > 1 && is_ordinal_ending(words.folded(floor - 1)) &&
                        words.gap(floor - 1) == Gap::glued && words.is_number(floor - 2);
  return numbered ? floor - 2 : last + 1;
}

// "Holly Bank" of "Holly Bank, 3 Mill Lane": the first of two words; one past `last` for none.
std::size_t first_of_named_house(const AddressWords& words, std::size_t last) {
  if (last == 0 || !words.is_spaced(last) || !words.is_capital(last) || words.word(last).possessive) {
    return last + 1;
  }
  const std::size_t first = last - 1;
  const std::string_view kind = words.folded(last);
  const bool home = is_house(kind) || is_likely_street(kind) || is_sure_street(kind);
  const bool apart = words.gap(first) != Gap::space || words.word(first).line_start || is_led(words, first);
  const bool other = words.is_place(first, last + 1) ||
                     words.word(first).marks.has_one_of({Mark::given, Mark::title, Mark::role});
  return words.word(first).shape == Shape::capital && home && apart && !other ? first : last + 1;
}

// "Ground Floor" of "Ground Floor Flat 4 Mill Street", "hostel" of "hostel room 7": the first word before the
// flat at `flat`; `flat` for none.
std::size_t first_before_flat(const AddressWords& words, std::size_t flat) {
  if (flat == 0 || !words.is_spaced(flat) || words.word(flat).line_start) return flat;
  const std::size_t last = flat - 1;
  const std::string_view word = words.folded(last);
  const bool room = is_room(words.folded(flat));
  if (room) return word == "hostel" ? last : flat;
  if (one_of({"top", "basement", "attic", "ground", "upper", "lower", "ground-floor", "first-floor"}, word)) {
    return last;
  }
  const bool floor = word == "floor" && last > 0 && words.is_spaced(last) && is_floor(words.folded(last - 1));
  return floor ? last - 1 : flat;
}

// "Sundown" of "Sundown" in quotation marks before ", 6 Chapel Brow": its first word; `number` for none.
std::size_t first_of_quoted_house(const AddressWords& words, std::size_t number) {
  constexpr std::size_t words_max = 3;
  if (!one_of({"\", ", "', ", "\" "}, words.after(number - 1))) return number;
  for (std::size_t at = number; at > 0 && number - at < words_max && words.is_capital(at - 1); --at) {
    if (words.is_quoted(at - 1)) return at - 1;
    if (!words.is_spaced(at - 1)) break;
  }
  return number;
}

// "The Barn" of "The Barn, Low Hall Farm": the first of the words that end at `last`; one past them for none.
std::size_t first_of_house(const AddressWords& words, std::size_t last) {
  const std::string_view kind = words.folded(last);
  const bool named = last > 0 && words.is_spaced(last) && words.is_capital(last) &&
                     words.is_capital(last - 1) && !words.word(last).possessive &&
                     (is_house(kind) || is_farm(kind));
  return named && words.folded(last - 1) == "the" ? last - 1 : last + 1;
}

std::size_t with_house_before(const AddressWords& words, const AddressPart& part) {
  if (is_flat(words.folded(part.first))) {
    const std::size_t floor = first_before_flat(words, part.first);
    if (floor < part.first) return floor;
  }
  if (part.first > 0 && words.is_number(part.first)) {
    const std::size_t quoted = first_of_quoted_house(words, part.first);
    if (quoted < part.first) return quoted;
  }
  if (part.first > 0 && is_comma_or_break(words.after(part.first - 1))) {
    const std::size_t house = first_of_house(words, part.first - 1);
    if (house < part.first) return house;
    // "6, The Granary, Canal Street"
    const std::size_t number = part.first - 1;
    const bool starts = words.gap(number) >= Gap::other || is_led(words, number);
    if (words.is_number(number) && starts && words.folded(part.first) == "the") return number;
  }
  if (part.first == 0 || !words.is_number(part.first) || !is_comma_or_break(words.after(part.first - 1))) {
    return part.first;
  }
  const std::size_t last = part.first - 1;
  if (const std::size_t floor = first_of_floor(words, last); floor <= last) return floor;
  if (const std::size_t house = first_of_named_house(words, last); house <= last) return house;
  return is_house_name(words, last) || is_house_in_no_list(words, last) ? last : part.first;
}

// "Greengate Cottage\nChurch Road\n": a street on a line of its own.
std::size_t with_street_below(const AddressWords& words, std::size_t after) {
  constexpr std::size_t words_max = 4;
  if (!words.has(after) || !words.word(after).line_start || words.gap(after) > Gap::comma) return after;
  const std::size_t end = words.after_capitals(after, words_max);
  if (end < after + 2 || (words.has(end) && !words.word(end).line_start)) return after;
  const std::string_view kind = words.folded(end - 1);
  return is_sure_street(kind) || is_likely_street(kind) ? end : after;
}

}  // namespace

std::vector<AddressPart> join_parts(const AddressWords& words, const std::vector<AddressPart>& parts) {
  std::vector<AddressPart> joined;
  for (AddressPart part : parts) {
    part.after = with_street_below(words, part.after);
    part.first = std::max(with_house_before(words, part), joined.empty() ? 0 : joined.back().after);
    if (part.after <= part.first) continue;  // the street below the last part
    if (!joined.empty() && goes_on(words, joined.back(), part)) {
      joined.back().after = part.after;
    } else {
      joined.push_back(part);
    }
  }
  return joined;
}

}  // namespace postbox::redact
