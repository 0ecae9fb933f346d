#include "redact/turned_street.hpp"

#include <string_view>

#include "redact/address_tail.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t names_max = 2;

bool is_street_word(std::string_view word) { return word == "street" || word == "road"; }

// "Garden" of "street of Garden 14"; one past the name, `street` for none.
std::size_t after_name_behind(const AddressWords& words, std::size_t street) {
  const std::size_t name = words.folded(street + 1) == "of" ? street + 2 : street + 1;
  if (!words.is_spaced(street + 1) || !words.is_spaced(name)) return street;
  const std::size_t after = words.after_capitals(name, names_max);
  return after > name && words.word(name).shape == Shape::capital ? after : street;
}

// "12 doors down", "5 of us", "12 and a half years".
bool is_counted(const AddressWords& words, std::size_t thing) {
  const std::string_view word = words.folded(thing);
  if (word == "and") return words.folded(thing + 1) == "a";
  constexpr std::size_t letters_min = 4;  // "yes" and "was" count nothing
  return (word.size() >= letters_min && word.ends_with('s')) || (is_measure(word) && word != "in") ||
         one_of({"of", "to", "more", "other", "people", "children"}, word);
}

// The number of a house behind its street, and no count of anything: "12", "12a", "12 in Wigton".
std::size_t after_house_number(const AddressWords& words, std::size_t at) {
  constexpr std::size_t figures_max = 3;
  if (!words.is_number(at) || words.gap(at) > Gap::comma || words.folded(at).size() > figures_max) return at;
  const bool lettered = words.gap(at + 1) == Gap::glued && words.folded(at + 1).size() == 1;
  const std::size_t after = lettered ? at + 2 : at + 1;
  return words.gap(after) < Gap::comma && is_counted(words, after) ? at : after;
}

// "Penrith rd, 12"
std::size_t end_of_street_and_number(const AddressWords& words, std::size_t first) {
  if (!words.is_number(first + 2) && !words.is_number(first + names_max + 1)) return first;  // nearly always
  const bool field =
      words.gap(first) == Gap::other && one_of({"address", "adress"}, words.folded_before(first));
  if (!field && !words.is_spaced(first)) return first;
  for (std::size_t at = first + 1; at <= first + names_max && words.is_spaced(at); ++at) {
    if (!is_short_street(words.folded(at))) {
      if (!words.is_capital(at)) return first;
      continue;
    }
    const std::size_t after = after_house_number(words, at + 1);
    return after > at + 1 && (field || words.follows_home(first)) ? with_site(words, after) : first;
  }
  return first;
}

}  // namespace

std::size_t end_of_turned_street(const AddressWords& words, std::size_t first) {
  if (words.word(first).shape == Shape::capital) return end_of_street_and_number(words, first);
  if (!is_street_word(words.folded(first)) || !words.follows_home(first)) return first;
  const std::size_t name = after_name_behind(words, first);
  if (name == first) return first;
  const std::size_t after = after_house_number(words, name);
  return after > name ? with_site(words, after) : first;
}

std::size_t after_flat_of_street(const AddressWords& words, std::size_t first, std::size_t number) {
  const bool flat = is_flat(words.folded(first)) && number > first + 1 && words.is_spaced(number) &&
                    words.word(number).shape == Shape::lower && is_street_word(words.folded(number));
  const std::size_t after = flat ? after_name_behind(words, number) : number;
  if (after == number) return first;
  // "house 8 street Albert, down floor"
  const bool floor = words.gap(after) <= Gap::comma && words.is_spaced(after + 1) &&
                     one_of({"floor", "stairs"}, words.folded(after + 1)) &&
                     one_of({"down", "up", "top", "ground", "high", "low"}, words.folded(after));
  return floor ? after + 2 : after;
}

}  // namespace postbox::redact
