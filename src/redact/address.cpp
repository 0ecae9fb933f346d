#include "redact/address.hpp"

#include <algorithm>

#include "redact/address_words.hpp"
#include "redact/numbered_address.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

bool is_kind_of_home(std::string_view word) {
  return is_sure_street(word) || is_likely_street(word) || is_house(word) || is_farm(word);
}

// "The Beeches, 9 Church Lane", "The Old Vicarage, Church Lane": one past the house and its street.
std::size_t end_of_house_and_street(const AddressWords& words, std::size_t first) {
  const bool the = words.folded(first) == "the" && words.is_spaced(first + 1) && words.is_capital(first + 1);
  const std::size_t house = the ? std::max(after_house(words, first), first + 2) : after_house(words, first);
  const bool person =
      words.is(first, Mark::given) && words.is(house - 1, Mark::family);  // "Tom Hall, 12 Low Road"
  if (house == first || person) return first;
  const std::size_t street = after_comma_street(words, house);
  return street > house ? street : first;
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

// "Greenbank, Station Rd, Dalston": a house of one word that is no word otherwise, its street and its town.
std::size_t end_of_one_word_house(const AddressWords& words, std::size_t first) {
  const bool word = words.is(first, Mark::not_name) || words.is(first, Mark::everyday) ||
                    words.is(first, Mark::dictionary) || words.is(first, Mark::given) ||
                    words.is(first, Mark::family);
  const std::string_view last = first > 0 ? words.folded(first - 1) : std::string_view{};
  const bool leads =
      !words.is_spaced(first) || last == "at" || last == "from" || last == "to" || last == "address";
  if (words.word(first).shape != Shape::capital || !leads || words.gap(first + 1) != Gap::comma) {
    return first;
  }
  const std::size_t street = after_comma_street(words, first + 1);
  const bool told =
      words.gap(street) == Gap::comma || words.precedes_place(street) || words.follows_home(first);
  return !word && street > first + 1 && told && is_sure_street(words.folded(street - 1)) ? street : first;
}

// "The Old Post Office", "Windy Ridge" where somebody lives there.
std::size_t end_of_home_by_name(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::size_t after = words.after_capitals(first, words_max);
  if (after < first + 2) return first;
  const std::string_view last = first > 0 ? words.folded(first - 1) : std::string_view{};
  const bool the_old = words.folded(first) == "the" && words.folded(first + 1) == "old" && after > first + 2;
  if (the_old && words.follows_home(first)) return after;
  const bool called = (last == "called" || last == "named") && words.follows_dwelling(first - 1);
  return called ? after : first;
}

// "Low Beck Farm"; after "we live at" or before "is our home" also "Dale House" and "Gillbeck Terrace".
std::size_t end_of_farm_or_home(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const bool home = words.follows_home(first);
  std::size_t after = first;
  for (std::size_t at = first; at < first + words_max && words.is_capital(at); ++at) {
    if (at > first && !words.is_spaced(at)) break;
    if (at > first && is_public_building(words.folded(at))) return first;
    const std::string_view kind = words.folded(at);
    if (at == first) continue;
    const bool house = is_house(kind) || is_sure_street(kind);
    if (is_farm(kind) || (home && is_kind_of_home(kind)) || (house && words.precedes_home(at + 1))) {
      after = at + 1;
    }
  }
  // "Heath Farm nursery": what has its name from a farm
  const bool body = after > first && words.is_spaced(after) && words.is(after, Mark::institution);
  if (body && !home) return first;
  const bool article = after == first + 2 && (words.folded(first) == "the" || words.folded(first) == "a");
  return article && !home ? first : after;
}

// "we live at high beck farm", "live on ainslie street": in small letters right after "at" or "on".
std::size_t end_of_lower_home(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::string_view last = first > 0 ? words.folded(first - 1) : std::string_view{};
  if ((last != "at" && last != "on") || !words.is_spaced(first) || !words.follows_home(first - 1)) {
    return first;
  }
  for (std::size_t at = first; words.has(at) && at < first + words_max; ++at) {
    if (words.word(at).shape != Shape::lower || (at > first && !words.is_spaced(at))) return first;
    const std::string_view kind = words.folded(at);
    const bool likely = is_likely_street(kind) && words.gap(at + 1) >= Gap::comma;
    const bool home =
        is_farm(kind) || is_short_street(kind) || kind == "house" || kind == "cottages" || likely;
    if (at > first && home) return at + 1;
    if (words.is(at, Mark::everyday) && kind != "high" && kind != "low" && kind != "old" && kind != "new") {
      return first;
    }
  }
  return first;
}

std::size_t end_of_named(const AddressWords& words, std::size_t first) {
  if (words.word(first).shape == Shape::lower) {
    return std::max(end_of_lower_home(words, first), end_of_flat_and_street(words, first));
  }
  if (words.word(first).shape != Shape::capital) return first;
  for (const auto rule : {end_of_house_and_street, end_of_flat_and_street, end_of_one_word_house,
                          end_of_farm_or_home, end_of_home_by_name}) {
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
  if (word.marks.has(Mark::house)) return true;
  if (word.shape != Shape::lower || at == 0) return false;
  return words.folded(at - 1) == "at" || words.folded(at - 1) == "on";
}

std::size_t end_of_address(const AddressWords& words, std::size_t first) {
  if (!may_begin_address(words, first)) return first;
  const Word& word = words.word(first);
  const bool numbered = word.shape == Shape::number || word.marks.has(Mark::house) || !word.plain;
  const std::size_t after = numbered ? end_of_numbered(words, first) : first;
  return after > first ? after : end_of_named(words, first);
}

}  // namespace

Spans find_addresses(const Reading& reading) {
  const AddressWords words(reading);
  Spans found;
  for (std::size_t first = 0; first < words.size();) {
    const std::size_t after = end_of_address(words, first);
    if (after > first) found.push_back({words.word(first).span.begin, words.word(after - 1).span.end});
    first = std::max(after, first + 1);
  }
  return found;
}

}  // namespace postbox::redact
