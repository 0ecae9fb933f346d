#include "redact/not_a_person.hpp"

#include <algorithm>
#include <array>

namespace postbox::redact {
namespace {

// "Thomas Gray school": what a name may stand before in small letters too.
bool is_institution_in_any_case(std::string_view word) {
  constexpr std::array<std::string_view, 11> institutions = {"school", "primary",  "academy", "ward",
                                                             "house",  "syndrome", "disease", "college",
                                                             "centre", "hospital", "nursery"};
  return std::find(institutions.begin(), institutions.end(), word) != institutions.end();
}

bool is_of_institution(const NameWords& words, std::size_t after) {
  if (words.gap(after) != Gap::space || words.is_possessive(after - 1)) return false;
  if (!words.is(after, Mark::institution) || words.is_shape(after - 1, Shape::lower)) return false;
  return words.is_capital(after) || words.is_shape(after - 1, Shape::upper) ||
         is_institution_in_any_case(words.folded(after));
}

// "James Cook Hospital": another word with a capital between.
bool is_of_named_institution(const NameWords& words, std::size_t after) {
  constexpr std::array<std::string_view, 8> kinds = {"hospital", "school",    "academy",    "primary",
                                                     "college",  "infirmary", "university", "trust"};
  const auto capital = [&](std::size_t at) { return words.gap(at) == Gap::space && words.is_capital(at); };
  return capital(after) && capital(after + 1) && !words.is_possessive(after - 1) &&
         std::find(kinds.begin(), kinds.end(), words.folded(after + 1)) != kinds.end();
}

bool is_saint(std::string_view word) {
  return word == "st" || word == "saint" || word == "saints" || word == "ss";
}

// "our dog Max", "the hamster, Dave", "a greyhound called Bella", "Max the dog".
bool is_animal(const NameWords& words, std::size_t first, std::size_t after) {
  const bool near = words.gap(first) <= Gap::bracket;
  if (near && words.is_before(first, Mark::animal)) return true;
  const std::size_t subject = words.is_before(first, Mark::being, 2) ? 3 : 2;
  if (near && words.is_before(first, Mark::naming) && words.is_before(first, Mark::animal, subject)) {
    return true;
  }
  const std::string_view next = words.folded(after);
  const bool article = next == "the" || next == "our" || next == "a" || words.is(after, Mark::owner);
  return article && words.gap(after) <= Gap::comma && words.gap(after + 1) == Gap::space &&
         words.is(after + 1, Mark::animal);
}

}  // namespace

bool is_not_a_person(const NameWords& words, std::size_t first, std::size_t after) {
  if (is_saint(words.before(first)) && words.gap(first) <= Gap::sentence) return true;
  if (words.gap(first) == Gap::glued) return true;
  if (is_of_institution(words, after) || is_of_named_institution(words, after) ||
      is_animal(words, first, after)) {
    return true;
  }
  return words.is(after, Mark::character_word) && words.gap(after) == Gap::space;
}

}  // namespace postbox::redact
