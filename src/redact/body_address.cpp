#include "redact/body_address.hpp"

#include <string_view>

#include "redact/one_of.hpp"
#include "redact/street_words.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// Of public buildings all but those in which families are put up.
bool is_body(std::string_view word) {
  static constexpr WordList bodies = {"pharmacy",  "chemist",    "chemists",  "dentist",      "dentists",
                                      "dentist's", "optician",   "opticians", "cafe",         "shop",
                                      "practice",  "jobcentre",  "preschool", "pre-school",   "playgroup",
                                      "gym",       "bank",       "hall",      "headquarters", "hq",
                                      "tribunal",  "charity",    "camhs",     "gp",           "doctors",
                                      "doctor's",  "department", "depot",     "branch",       "gallery"};
  if (one_of({"hostel", "hotel", "ward", "unit"}, word)) return false;
  return is_public_building(word) || bodies.has(word);
}

// "we live above the shop at", "the house next to the school at"
bool is_lived_in(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_back = 7;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const std::string_view word = words.folded(first - step);
    if (is_living(word) ||
        one_of({"next", "above", "over", "opposite", "beside", "behind", "house", "flat"}, word)) {
      return true;
    }
    if (words.gap(first - step) == Gap::sentence) return false;
  }
  return false;
}

// "fetched from the day nursery at 3 Mill Lane", "I run my shop at 9 Castle Street"
bool is_left_or_owned(const AddressWords& words, std::size_t first) {
  constexpr std::size_t words_back = 5;
  for (std::size_t step = 3; step <= words_back && step <= first; ++step) {
    const std::string_view word = words.folded(first - step);
    if (one_of({"from", "after", "to", "before", "between", "my"}, word) || word.ends_with("'s")) return true;
  }
  return false;
}

}  // namespace

bool is_address_of_body(const AddressWords& words, std::size_t first) {
  if (first < 2 || !words.is_number(first) || !words.is_spaced(first)) return false;
  if (!one_of({"at", "on", "in"}, words.folded(first - 1)) || !words.is_spaced(first - 1)) return false;
  if (!is_body(words.folded(first - 2))) return false;
  return !is_left_or_owned(words, first) && !is_lived_in(words, first);
}

}  // namespace postbox::redact
