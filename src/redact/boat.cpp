#include "redact/boat.hpp"

#include <algorithm>
#include <string_view>

#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

bool is_boat(std::string_view word) {
  return one_of({"narrowboat", "houseboat", "barge", "widebeam", "houseboats"}, word);
}

// ", Glasson Marina", ", Hest Bank moorings"
std::size_t with_marina(const AddressWords& words, std::size_t after) {
  constexpr std::size_t words_max = 3;
  if (words.gap(after) != Gap::comma) return after;
  const std::size_t kind = words.after_capitals(after, words_max);
  const bool small = kind > after && words.is_spaced(kind) &&
                     one_of({"marina", "moorings", "mooring", "wharf", "basin"}, words.folded(kind));
  return small ? kind + 1 : std::max(after, after_house(words, after));
}

// "nb Molly Jane, Swarth marina", "we live on nb Molly Jane": where a mooring or a home tells that it is a
// boat.
std::size_t end_of_narrowboat(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
  const std::size_t after = words.after_capitals(first + 1, words_max);
  if (after == first + 1 || !words.is_spaced(first + 1)) return first;
  const std::size_t moored = with_marina(words, after);
  const bool on = words.folded_before(first) == "on" && words.follows_home(first);
  return moored > after || on ? moored : first;
}

}  // namespace

std::size_t end_of_boat(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
  if (words.folded(first) == "nb") return end_of_narrowboat(words, first);
  if (is_boat(words.folded(first))) {
    const std::size_t after = words.after_capitals(first, words_max);
    return after > first + 1 ? with_marina(words, after) : first;
  }
  std::size_t boat = first;
  if (boat > 0 && one_of({"called", "named", "the"}, words.folded(boat - 1))) --boat;
  const bool told = boat > 0 && is_boat(words.folded(boat - 1)) && words.gap(first) <= Gap::comma;
  return told && !words.is(first, Mark::not_name) ? with_marina(words, words.after_capitals(first, words_max))
                                                  : first;
}

}  // namespace postbox::redact
