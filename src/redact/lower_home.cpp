#include "redact/lower_home.hpp"

#include <string_view>

#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

// "we live at the old police house"
std::size_t end_of_old_house(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 5;
  if (words.folded(first) != "the" || words.folded(first + 1) != "old") return first;
  for (std::size_t at = first + 2; words.is_spaced(at) && at < first + words_max; ++at) {
    if (is_house(words.folded(at)) || is_sure_street(words.folded(at))) return at + 1;
  }
  return first;
}

bool is_kind_in_small_letters(const AddressWords& words, std::size_t at, bool street_only) {
  const std::string_view kind = words.folded(at);
  if (is_short_street(kind)) return true;
  if (street_only) return false;
  const bool likely = is_likely_street(kind) && words.gap(at + 1) >= Gap::comma;
  return likely || is_farm(kind) || kind == "house" || kind == "cottages";
}

// "raven house flat 14"
std::size_t end_of_house_and_flat(const AddressWords& words, std::size_t first) {
  const std::size_t flat = first + 2;
  const bool house = words.is_spaced(first + 1) && !words.is(first, Mark::everyday) &&
                     (is_house(words.folded(first + 1)) || is_likely_street(words.folded(first + 1)));
  const bool numbered = house && words.gap(flat) <= Gap::comma && is_flat(words.folded(flat)) &&
                        words.is_spaced(flat + 1) && words.is_number(flat + 1);
  return numbered ? flat + 2 : first;
}

}  // namespace

std::size_t end_of_lower_home(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const std::string_view last = words.folded_before(first);
  if (!one_of({"at", "on", "in"}, last) || !words.is_spaced(first)) return first;
  if (const std::size_t flat = end_of_house_and_flat(words, first); flat > first) return flat;
  const std::size_t old = end_of_old_house(words, first);
  // "turned up at the old rectory, Nether Lane"
  if (const std::size_t street = after_comma_street(words, old); old > first && street > old) return street;
  if (!words.follows_home(first - 1)) return first;
  if (old > first) return old;
  for (std::size_t at = first; words.has(at) && at < first + words_max; ++at) {
    if (words.word(at).shape != Shape::lower || (at > first && !words.is_spaced(at))) return first;
    if (at > first && is_kind_in_small_letters(words, at, last == "in")) return at + 1;
    if (words.is(at, Mark::everyday) && !one_of({"high", "low", "old", "new"}, words.folded(at))) {
      return first;
    }
  }
  return first;
}

}  // namespace postbox::redact
