#include "redact/address.hpp"

#include <algorithm>

#include "redact/address_parts.hpp"
#include "redact/address_words.hpp"
#include "redact/boat.hpp"
#include "redact/body_address.hpp"
#include "redact/house_address.hpp"
#include "redact/house_and_lane.hpp"
#include "redact/house_by_name.hpp"
#include "redact/lower_home.hpp"
#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"
#include "redact/turned_street.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

bool is_kind_of_home(std::string_view word) {
  return is_sure_street(word) || is_likely_street(word) || is_house(word) || is_farm(word);
}

bool is_dwelling(std::string_view word) {
  return one_of({"house", "cottage", "bungalow", "farm", "farmhouse"}, word);
}

// "Basement Flat, 11 Portland Square"
std::size_t end_of_flat_and_street(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
  for (std::size_t at = first; words.has(at) && at < first + words_max; ++at) {
    if (at > first && !words.is_spaced(at)) return first;
    const std::string_view word = words.folded(at);
    if (at > first && (word == "flat" || word == "apartment")) {
      const std::size_t after = after_comma_street(words, at + 1);
      return after > at + 1 ? after : first;
    }
    if (!is_floor(word)) return first;
  }
  return first;
}

// "Greenbank", "Lonnin End": one past a house's name of a word, or two of which the second is made so; a town
// and a park are none.
std::size_t after_name_of_house(const AddressWords& words, std::size_t first) {
  const std::string_view kind = words.folded(first + 1);
  const bool two = words.is_spaced(first + 1) && words.is_capital(first + 1) && is_likely_street(kind) &&
                   !one_of({"park", "green", "village", "hill", "bridge", "common"}, kind) &&
                   !words.is_place(first, first + 2) &&
                   (!words.is(first, Mark::given) || words.is(first, Mark::dictionary));
  return two ? first + 2 : first + 1;
}

// "Greenbank, Station Rd, Dalston": a house that is no word otherwise, its street and its town.
std::size_t end_of_one_word_house(const AddressWords& words, std::size_t first) {
  const std::string_view last = words.folded_before(first);
  const bool leads = !words.is_spaced(first) || one_of({"at", "from", "to", "address", "is"}, last);
  if (words.word(first).shape != Shape::capital || !leads) return first;
  const std::size_t house = after_name_of_house(words, first);
  if (words.gap(house) != Gap::comma) return first;
  const std::size_t street = after_comma_street(words, house);
  // "Our address: Sykehead, Ravenstonedale"
  const bool nothing_else = words.word(first).marks.none_but(Mark::starts_phrase);
  if (street == house) {
    return last == "address" && words.gap(first) == Gap::other && nothing_else ? house : first;
  }
  const bool told =
      words.gap(street) >= Gap::comma || words.precedes_place(street) || words.follows_home(first);
  // "address: Beckfoot, Mill Lane"
  const bool any_word =
      last == "address" || (last == "is" && first > 1 && words.folded(first - 2) == "address");
  const bool word = words.word(first).marks.has_one_of(
      {Mark::not_name, Mark::everyday, Mark::dictionary, Mark::given, Mark::family});
  const bool no_word = !word || house == first + 2;
  return (no_word || any_word) && told && is_sure_street(words.folded(street - 1)) ? street : first;
}

// "we farm at High Scarbeck": as farms are called, and no village of the lists.
bool is_place_lived_at(const AddressWords& words, std::size_t first, std::size_t after) {
  if (after != first + 2 || first < 2 || words.folded(first - 1) != "at") return false;
  const bool lived =
      is_living(words.folded(first - 2)) || one_of({"farm", "farming"}, words.folded(first - 2));
  return lived && is_side_of_farm(words.folded(first)) &&
         words.word(first + 1).marks.none_but(Mark::starts_phrase) && !words.is_place(first, after);
}

// "The Old Post Office", "Windy Ridge" where somebody lives there.
std::size_t end_of_home_by_name(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::size_t after = words.after_capitals(first, words_max);
  const std::string_view last = words.folded_before(first);
  if (after < first + 2 && !words.word(first).marks.none_but(Mark::starts_phrase)) return first;
  const bool the_old = words.folded(first) == "the" && words.folded(first + 1) == "old" && after > first + 2;
  if (the_old && words.follows_home(first)) return std::max(after, after_comma_street(words, after));
  const bool ends = words.ends_address(after) || words.precedes_place(after);
  const std::size_t street = the_old ? after_comma_street(words, after) : after;
  if (the_old && is_house(words.folded(after - 1)) && (ends || street > after)) return street;
  const bool called = one_of({"called", "named", "is"}, last) && words.follows_dwelling(first - 1);
  // "we live at Ravenstone, on the shore": one word in no list
  const bool lived_at = after == first + 1 && last == "at" && first > 1 &&
                        is_living(words.folded(first - 2)) && words.gap(after) >= Gap::comma &&
                        !words.word(first).possessive;
  if (lived_at || is_place_lived_at(words, first, after)) return after;
  // "our farm, High Scar, is up there"
  const bool ours = words.gap(first) == Gap::comma && first > 1 && words.is(first - 2, Mark::owner) &&
                    words.gap(after) >= Gap::comma && words.follows_dwelling(first);
  // "the white cottage, Fell View, next to the chapel"
  const bool beside = words.gap(first) == Gap::comma && words.gap(after) >= Gap::comma && after > first + 1 &&
                      is_dwelling(words.folded(first - 1)) && is_kind_of_home(words.folded(after - 1));
  return called || ((ours || beside) && !words.is(first, Mark::given)) ? after : first;
}

// "Airey\nGreengate Cottage": a house on the line below a name.
bool is_under_name(const AddressWords& words, std::size_t at) {
  return words.word(at).line_start && words.word(at - 1).marks.has_one_of({Mark::given, Mark::family}) &&
         !is_kind_of_home(words.folded(at));
}

// One past the last word that is a kind of home; `first` also where the words are a public building or begin
// with the name of a person.
std::size_t after_kind_of_home(const AddressWords& words, std::size_t first, bool home) {
  constexpr std::size_t words_max = 4;
  std::size_t after = first;
  for (std::size_t at = first + 1; at < first + words_max && words.is_capital(at); ++at) {
    if (!words.is_spaced(at) || (after > first && words.word(at).line_start)) break;
    if (is_public_building(words.folded(at)) || is_under_name(words, at)) return first;
    const std::string_view kind = words.folded(at);
    const bool house = is_house(kind) || is_sure_street(kind);
    if (is_farm(kind) || (home && is_kind_of_home(kind)) || (house && words.precedes_home(at + 1))) {
      after = at + 1;
    }
  }
  return after;
}

// "Low Beck Farm"; after "we live at" or before "is our home" also "Dale House" and "Gillbeck Terrace".
std::size_t end_of_farm_or_home(const AddressWords& words, std::size_t first) {
  const bool home = words.follows_home(first);
  const std::size_t after = after_kind_of_home(words, first, home);
  // "Heath Farm nursery": what has its name from a farm
  const bool body = after > first && words.is_spaced(after) && words.is(after, Mark::institution);
  if (body && !home) return first;
  const bool likely =
      after > first && !is_sure_street(words.folded(after - 1)) && words.is_place(first, after);
  if (likely) return first;  // "we live at Cleator Moor"
  const bool article = after == first + 2 && (words.folded(first) == "the" || words.folded(first) == "a");
  // "they moved to Oak Tree Surgery, Moor Lane"
  const bool of_body = words.gap(first) == Gap::comma && is_public_building(words.folded_before(first));
  if ((article && !home) || of_body || after == first) return first;
  return is_farm(words.folded(after - 1)) ? with_lane(words, after) : after;
}

// "[name], The Smithy, [postcode]", "[name], High Ghyll": the house under a signature.
std::size_t end_of_signed_house(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
  const std::size_t after = words.after_capitals(first, words_max);
  if (after < first + 2 || !words.follows_person(first) || !words.ends_address(after)) return first;
  for (std::size_t at = first; at < after; ++at) {
    if (is_public_building(words.folded(at))) return first;
    if (words.is(at, Mark::role) || words.is(at, Mark::institution)) return first;
  }
  if (words.is_place(first, after)) return first;
  const bool the = words.folded(first) == "the" && !words.is(first + 1, Mark::not_name);
  return the || is_kind_of_home(words.folded(after - 1)) ? after : first;
}

// "Nook End, [postcode]", "Low Fold, postcode": a street or house without a number, by what follows it.
std::size_t end_before_postcode(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::size_t after = words.after_capitals(first, words_max);
  if (after < first + 2 || !is_kind_of_home(words.folded(after - 1)) || !words.precedes_postcode(after)) {
    return first;
  }
  for (std::size_t at = first; at < after; ++at) {
    if (is_public_building(words.folded(at)) || words.is(at, Mark::role)) return first;
  }
  return words.is_place(first, after) || words.is(first, Mark::given) ? first : after;
}

// "PO Box 117", "P.O. Box 117"
std::size_t end_of_box(const AddressWords& words, std::size_t first) {
  std::size_t box = first;
  if (words.folded(first) == "po") box = first + 1;
  if (words.folded(first) == "p" && words.folded(first + 1) == "o") box = first + 2;
  const bool numbered = box > first && words.folded(box) == "box" && words.is_number(box + 1);
  return numbered && words.is_spaced(box + 1) ? box + 2 : first;
}

std::size_t end_of_named(const AddressWords& words, std::size_t first) {
  if (words.is_label(first)) return first;
  if (words.word(first).shape == Shape::upper || words.word(first).shape == Shape::initial) {
    return std::max(end_of_box(words, first), end_of_house_in_capitals(words, first));
  }
  if (words.word(first).shape == Shape::lower) {
    if (words.folded(first) == "po") return end_of_box(words, first);
    if (words.folded(first) == "nb") return end_of_boat(words, first);
    return std::max({end_of_lower_home(words, first), end_of_flat_and_street(words, first),
                     end_of_turned_street(words, first)});
  }
  if (words.word(first).shape != Shape::capital) return first;
  if (one_of({"it", "it's", "its"}, words.folded(first))) return first;  // "It's The Old Forge"
  for (const auto rule :
       {end_of_box, end_of_signed_house, end_of_house_and_street, end_of_house_and_lane, end_of_turned_street,
        end_of_flat_and_street, end_of_one_word_house, end_of_house_and_number, end_of_boat,
        end_of_farm_or_home, end_of_home_by_name, end_before_postcode, end_of_house_by_name}) {
    const std::size_t after = rule(words, first);
    if (after > first) return after;
  }
  return first;
}

// Nearly all words end here: an address begins with a number, a capital, a word such as "flat", or stands in
// small letters right after "at" or "on".
bool may_begin_address(const AddressWords& words, std::size_t at) {
  const Word& word = words.word(at);
  if (word.shape == Shape::number || word.shape == Shape::capital || !word.plain) return true;
  if (word.shape == Shape::upper && word.folded.size() > 2) return true;
  if (word.marks.has(Mark::house) || word.folded == "po" || word.folded == "p") return true;
  if (word.shape != Shape::lower || at == 0) return false;
  if (word.marks.has(Mark::institution) && (word.folded == "street" || word.folded == "road")) return true;
  const std::string_view last = words.folded(at - 1);
  return last.size() == 2 && one_of({"at", "on", "in"}, last);
}

std::size_t end_of_address(const AddressWords& words, std::size_t first) {
  if (!may_begin_address(words, first)) return first;
  const Word& word = words.word(first);
  const bool numbered = word.shape == Shape::number || word.marks.has(Mark::house) || !word.plain;
  const std::size_t after = numbered ? end_of_numbered(words, first) : first;
  return after > first ? after : end_of_named(words, first);
}

}  // namespace

Spans find_addresses(const Reading& reading, const Lexicon& lexicon) {
  const AddressWords words(reading, lexicon);
  std::vector<AddressPart> parts;
  for (std::size_t first = 0; first < words.size();) {
    const std::size_t after = end_of_address(words, first);
    if (after > first && !is_address_of_body(words, first)) parts.push_back({first, after});
    first = std::max(after, first + 1);
  }
  Spans found;
  for (const AddressPart& part : join_parts(words, parts)) {
    found.push_back(words.span_of(part.first, part.after));
  }
  return found;
}

}  // namespace postbox::redact
