#include "redact/house_address.hpp"

#include <algorithm>
#include <string_view>

#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {

std::size_t end_of_house_and_street(const AddressWords& words, std::size_t first) {
  const bool the = words.folded(first) == "the" && words.is_spaced(first + 1) && words.is_capital(first + 1);
  const std::size_t house = the ? std::max(after_house(words, first), first + 2) : after_house(words, first);
  const bool person =
      words.is(first, Mark::given) && words.is(house - 1, Mark::family);  // "Tom Hall, 12 Low Road"
  if (house == first || person || (the && words.is(house - 1, Mark::role))) return first;
  const std::size_t street = after_comma_street(words, house);
  // "Mount View, Kirk Road Surgery"
  if (words.is_spaced(street) && is_public_building(words.folded(street)) && words.is_capital(street)) {
    return first;
  }
  if (street > house) return street;
  // "The Stables, Netherby Hall"
  const std::string_view kind = words.folded(house - 1);
  const bool part_of_house =
      the && (one_of({"stables", "barn", "annexe", "annex", "bungalow", "granary", "gatehouse", "byre",
                      "cottage", "lodge", "mews", "bothy"},
                     kind) ||
              (kind == "house" && one_of({"coach", "gate", "wash", "dower"}, words.folded(house - 2))));
  const std::size_t hall =
      part_of_house && words.gap(house) == Gap::comma ? after_house(words, house) : house;
  return hall > house ? hall : first;
}

std::size_t end_of_house_and_number(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  std::size_t house = words.after_capitals(first, words_max);
  if (house > first && is_flat(words.folded(house - 1))) --house;  // "Raven House Flat 9"
  if (house < first + 2 || words.gap(house) > Gap::comma || !words.is_spaced(house + 1)) return first;
  const std::string_view kind = words.folded(house - 1);
  const bool home = is_house(kind) || is_likely_street(kind) || is_sure_street(kind);
  const bool number = one_of({"flat", "apartment", "apt", "flt", "no", "number"}, words.folded(house)) &&
                      words.is_number(house + 1);
  return home && number && !is_public_building(words.folded(house - 2)) ? house + 2 : first;
}

}  // namespace postbox::redact
