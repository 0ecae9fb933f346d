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

// ", Glasson Marina"
std::size_t with_marina(const AddressWords& words, std::size_t after) {
  return words.gap(after) == Gap::comma ? std::max(after, after_house(words, after)) : after;
}

}  // namespace

std::size_t end_of_boat(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_max = 3;
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
