#include "redact/address_tail.hpp"

#include "redact/date_words.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

// "North" of "Loop Road North", "Caravan Site" of "Green Lane Caravan Site".
bool is_side(std::string_view word) {
  return word == "north" || word == "south" || word == "east" || word == "west" || word == "nth" ||
         word == "sth";
}

// "3rd floor"; "top floor" stays.
std::size_t with_floor(const AddressWords& words, std::size_t after) {
  const bool numbered = words.gap(after) <= Gap::comma && words.is_number(after) &&
                        words.gap(after + 1) == Gap::glued && is_ordinal_ending(words.folded(after + 1));
  const bool floor = numbered && words.is_spaced(after + 2) && words.folded(after + 2) == "floor";
  return floor ? after + 3 : after;
}

}  // namespace

std::size_t with_site(const AddressWords& words, std::size_t after) {
  // "14 Duke Street Flat 2"
  const bool flat =
      words.gap(after) <= Gap::comma && is_flat(words.folded(after)) && !is_room(words.folded(after));
  if (flat && words.is_spaced(after + 1) && words.is_number(after + 1) && words.folded(after) != "no") {
    return with_floor(words, after + 2);
  }
  if (const std::size_t floor = with_floor(words, after); floor > after) return floor;
  const bool alike = words.is_capital(after) || (words.has(after) && !words.is_capital(after - 1));
  if (words.is_spaced(after) && alike && is_side(words.folded(after))) return after + 1;
  const bool site =
      words.is_spaced(after) && words.is_spaced(after + 1) &&
      one_of({"caravan", "holiday", "leisure", "touring", "residential", "gypsy", "travellers", "traveller"},
             words.folded(after)) &&
      one_of({"site", "park", "village"}, words.folded(after + 1));
  return site ? after + 2 : after;
}

}  // namespace postbox::redact
