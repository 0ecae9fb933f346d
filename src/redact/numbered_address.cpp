#include "redact/numbered_address.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "redact/address_tail.hpp"
#include "redact/named_street.hpp"
#include "redact/one_of.hpp"
#include "redact/postcode_letters.hpp"
#include "redact/street_words.hpp"
#include "redact/turned_street.hpp"
#include "redact/typed_street.hpp"

namespace postbox::redact {
namespace {

// "twenty two", "twenty-two", "nine"; where the number is no other word ("one way street").
std::size_t after_spoken_number(const AddressWords& words, std::size_t at) {
  if (!is_number_word(words.folded(at))) return at;
  const bool tens = words.folded(at).ends_with("ty") && words.is_spaced(at + 1);
  return tens && is_number_word(words.folded(at + 1)) ? at + 2 : at + 1;
}

// One past "14", "14a", "14 a", "12-14".
std::size_t after_digits(const AddressWords& words, std::size_t at) {
  if (!words.has(at)) return at;
  if (!words.is_number(at)) return after_spoken_number(words, at);
  const Word& number = words.word(at);
  if (number.folded.size() > 4 || number.folded[0] == '0' || !words.has(at + 1)) return at;
  const Word& next = words.word(at + 1);
  if (next.before == Gap::glued) return next.folded.size() == 1 ? at + 2 : at;
  const std::string_view between = words.after(at);
  const bool letter = next.shape == Shape::initial;  // "7/B"
  const bool range = (words.is_number(at + 1) || letter) && one_of({"-", "/", "–", " - ", " – "}, between);
  return range ? at + 2 : at + 1;
}

// One past "14", "Flat 2, 14", "Block C, 14", "Block 4 Flat 9"; `first` where no house number starts.
std::size_t after_number(const AddressWords& words, std::size_t first) {
  constexpr std::size_t flats_max = 3;
  std::size_t after = after_digits(words, first);
  if (after > first || !is_flat(words.folded(first))) return after;
  const bool no_one = words.folded(first) == "no" && words.folded(first + 1) == "one";
  if (no_one || words.word(first).possessive) return first;
  bool lettered = false;
  std::size_t at = first;
  for (std::size_t flats = 0; flats < flats_max && is_flat(words.folded(at)); ++flats) {
    const bool dotted = words.word(at).dot_after && words.gap(at + 1) == Gap::sentence;
    if (words.gap(at + 1) > Gap::space && !dotted) break;  // "my flat, 3 Duke Street"
    std::size_t digits = after_digits(words, at + 1);
    lettered = digits == at + 1 && words.has(at + 1) && words.folded(at + 1).size() == 1;
    if (lettered) ++digits;
    if (digits == at + 1) break;
    after = digits;
    at = digits;
    if (words.gap(at) > Gap::comma) break;
  }
  // "Flat 2, 14 Duke Street"
  const bool second = after > first && words.is_number(after) && words.gap(after) <= Gap::comma;
  if (lettered && !second) return first;
  return second ? std::max(after_digits(words, after), after) : after;
}

bool may_name_street(const AddressWords& words, std::size_t name, std::size_t at) {
  const std::string_view word = words.folded(at);
  if (words.is_capital(name)) return words.is_capital(at) || word == "the" || word == "of" || word == "and";
  return !is_measure(word) && (!words.is(at, Mark::everyday) || word == "the");
}

// Behind a street that ends before `after`: "7 Low Bank in Cleator Moor", "9 mill lane cleator moor", "7 Mill
// Lane\nSchool: none".
bool has_ended(const AddressWords& words, std::size_t name, std::size_t after, std::size_t at) {
  if (words.word(at).line_start) return true;
  if (words.is_capital(name)) return !words.is_capital(at);
  return is_sure_street(words.folded(after - 1)) && !is_sure_street(words.folded(at));
}

// Whether a street may go on with the word behind its number, though no kind of street has come yet.
bool may_start_street(const AddressWords& words, std::size_t name, std::size_t first) {
  if (is_flat(words.folded(first))) return true;  // "no 4 sea view"
  if (is_short_street(words.folded(name + 1)) && words.follows_home(first)) return true;
  const bool lettered = words.gap(first + 1) == Gap::glued && name == first + 2;  // "12a fell view"
  if (lettered && is_likely_street(words.folded(name + 1))) return true;
  return is_usual_street(words, name);
}

// One past the kind of street, at most four words after `name`, all on the same stretch.
std::size_t after_street(const AddressWords& words, std::size_t name, std::size_t first) {
  constexpr std::size_t words_max = 4;
  if (is_measure(words.folded(name))) return first;
  std::size_t after = first;
  for (std::size_t at = name; words.has(at) && at <= name + words_max; ++at) {
    // "St. John's Road", but no further than the end of a sentence.
    const bool shortened = words.word(at - 1).dot_after && words.folded(at - 1).size() == 2;
    if (at > name && !words.is_spaced(at) && !shortened) break;
    if (words.is_number(at)) break;
    if (after > first && has_ended(words, name, after, at)) break;
    if (at > name && is_public_building(words.folded(at)) && words.is_capital(at)) return first;
    if (at > name && is_street(words, name, at, first)) after = at + 1;
    const bool may_start = at == name && may_start_street(words, name, first);
    if (after == first && !may_start && !may_name_street(words, name, at)) break;
  }
  return after;
}

// "10 Kirkgate", where nothing goes on after it: "2 Sandgate pupils" are none.
bool is_street_by_its_ending(const AddressWords& words, std::size_t name, std::size_t first) {
  const std::string_view word = words.folded(name);
  static constexpr std::array<std::string_view, 12> unlisted = {
      "vale", "side", "bank", "lea", "rigg", "fold", "mount", "dale", "lands", "view", "thwaite", "holme"};
  const bool in_no_list = words.word(name).marks.none_but(Mark::starts_phrase);
  const bool ending =
      ends_with_one_of({"gate", "garth", "croft"}, word) || (in_no_list && ends_with_one_of(unlisted, word));
  const std::string_view last = words.folded_before(first);
  const bool told = is_named(words, name) || one_of({"at", "from", "to"}, last) || words.follows_home(first);
  return ending && word.size() > 6 && words.word(name).shape == Shape::capital && told;
}

// "Apartment 12, Marina House", "3 Marsh House", with its street where one follows.
std::size_t after_building(const AddressWords& words, std::size_t name, std::size_t first) {
  const std::size_t house = after_house(words, name);
  if (house == name) return first;
  return std::max(house, after_comma_street(words, house));
}

// "Apartment 4, The Old Brewery", "Plot 3 Fellside": what a flat is of needs no kind of street, and is no
// town.
std::size_t after_flats_name(const AddressWords& words, std::size_t name, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::string_view flat = words.folded(first);
  const bool numbers_anything =
      flat == "no" || flat == "number" || (flat == "unit" && words.folded(name) != "the") || is_room(flat);
  const std::size_t after = words.after_capitals(name, words_max);
  const bool lower_house = words.word(name).shape == Shape::lower && !words.is(name, Mark::everyday) &&
                           words.is_spaced(name + 1) && is_house(words.folded(name + 1)) &&
                           is_named(words, name + 1);
  if (lower_house && !numbers_anything) return with_site(words, name + 2);  // "flat 14b, raven house"
  const bool lower_name = words.folded(name) == "the" && words.is_spaced(name + 1) &&
                          !words.is(name + 1, Mark::everyday) && is_named(words, name + 1);
  if (lower_name && !numbers_anything && after == name) return name + 2;  // "apt 7 the maltings"
  if (numbers_anything || after == name || words.is(name, Mark::not_name)) return first;
  for (std::size_t at = name; at < after; ++at) {
    if (is_public_building(words.folded(at))) return first;
  }
  return std::max(with_site(words, after), after_comma_street(words, after));
}

// "fourteen Duke Street", "we are ten Harbour View" at the end of a clause.
bool is_spoken_street(const AddressWords& words, std::size_t name, std::size_t first) {
  const std::size_t after = after_street(words, name, first);
  const std::string_view last = words.folded_before(first);
  const bool we_are = last == "are" && first > 1 && words.folded(first - 2) == "we";
  const bool told = we_are || last == "am";
  return after > first && words.word(name).shape == Shape::capital &&
         (told || is_sure_street(words.folded(after - 1))) && words.gap(after) >= Gap::comma;
}

// "Room 3, 12 Promenade", "at 18 Esplanade"
bool is_street_of_one_word(const AddressWords& words, std::size_t name, std::size_t first) {
  const bool led = is_led_as_house(words, first) || is_flat(words.folded(first)) || words.follows_home(first);
  return led && words.is_capital(name) && is_whole_street(words.folded(name)) &&
         (words.gap(name + 1) >= Gap::comma || words.follows_home(first));
}

// "6, The Granary, Canal Street": a house of many, and its street.
std::size_t with_street_of_building(const AddressWords& words, std::size_t name, std::size_t street) {
  const std::size_t after = words.folded(name) == "the" ? after_comma_street(words, street) : street;
  return after > street && is_sure_street(words.folded(after - 1)) ? after : street;
}

// "12" of "CA12 Penny Hill Barn": the district of a postcode.
bool is_of_district(const AddressWords& words, std::size_t first) {
  if (first == 0 || words.gap(first) != Gap::glued || !words.is_number(first)) return false;
  const Word& area = words.word(first - 1);
  return area.shape == Shape::upper && area.plain && is_postcode_area(area.folded);
}

// "year 4 Beech Road", "in 2019 Station Road", "a new house 4 Orchard Way".
bool numbers_no_house(const AddressWords& words, std::size_t first) {
  if (first == 0 || words.gap(first) != Gap::space) return false;
  const std::string_view last = words.folded(first - 1);
  const std::string_view number = words.folded(first);
  const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  if (year && words.is(first - 1, Mark::month)) return true;
  if (year &&
      one_of({"in", "since", "until", "till", "by", "from", "of", "during", "before", "after"}, last)) {
    return true;
  }
  return numbers_something_else(last) || (number == "house" && last != "at");
}

// "4 The Willows class", "14 High Street shops"
bool is_called_after_street(std::string_view word) {
  return one_of({"class", "classes", "classroom", "pupils", "team", "shops", "shop", "dentist", "dentists",
                 "surgery", "clinic", "practice", "pharmacy", "branch", "library", "nursery", "offices"},
                word);
}

}  // namespace

std::size_t after_house(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  std::size_t after = first;
  for (std::size_t at = first; at < first + words_max && words.is_capital(at); ++at) {
    if (at > first && !words.is_spaced(at)) break;
    if (is_public_building(words.folded(at))) return first;
    if (at > first && is_house(words.folded(at))) after = at + 1;
  }
  return after;
}

std::size_t after_comma_street(const AddressWords& words, std::size_t at) {
  constexpr std::size_t words_max = 4;
  if (words.gap(at) != Gap::comma || words.folded(at) == "downing") return at;
  if (words.is_number(at)) return std::max(end_of_numbered(words, at), at);
  std::size_t after = at;
  for (std::size_t next = at; next < at + words_max && words.is_capital(next); ++next) {
    if (next > at && (!words.is_spaced(next) || words.word(next).line_start)) break;
    const std::string_view kind = words.folded(next);
    const bool named = next > at + 1 || words.folded(at) != "the";  // "The Lighthouse, The Oaks" are two
    // "Mirk Fell Hall Estate", but "Mill Lane Surgery" is none
    if (after > at && !is_sure_street(kind) && !is_house(kind)) continue;
    if (next > at && named && (is_sure_street(kind) || is_likely_street(kind) || after > at)) {
      after = next + 1;
    }
  }
  return after > at ? with_site(words, after) : at;
}

std::size_t end_of_numbered(const AddressWords& words, std::size_t first) {
  if (is_of_district(words, first)) return first;
  const std::size_t number = after_number(words, first);
  // "number 9 on Abbey Road"
  const bool on = number > first && is_flat(words.folded(first)) && words.is_spaced(number) &&
                  one_of({"on", "in"}, words.folded(number)) && words.is_capital(number + 1);
  const std::size_t name = on ? number + 1 : number;
  if (name == first || !words.has(name) || words.folded(name) == "downing") return first;
  if (const std::size_t turned = after_flat_of_street(words, first, number); turned > first) return turned;
  const bool spoken = !words.is_number(first) && !is_flat(words.folded(first));
  if (spoken && !words.follows_home(first) && !is_spoken_street(words, name, first)) return first;
  if (numbers_no_house(words, first)) return first;
  if (words.gap(name) != Gap::space && words.gap(name) != Gap::comma) return first;
  const bool flat = is_flat(words.folded(first));
  const std::size_t street = after_street(words, name, first);
  const std::size_t building = after_building(words, name, first);
  if (street > first && words.is_spaced(street) && is_called_after_street(words.folded(street))) return first;
  if (street > first && street >= building) {
    return with_site(words, with_street_of_building(words, name, street));
  }
  if (on) return first;
  if (is_street_of_one_word(words, name, first)) return name + 1;
  if (is_street_by_its_ending(words, name, first)) return with_site(words, name + 1);
  if (building > first) return building;
  return flat ? after_flats_name(words, name, first) : after_plain_name(words, name, first);
}

}  // namespace postbox::redact
