#include "redact/named_street.hpp"

#include <string_view>

#include "redact/one_of.hpp"
#include "redact/street_words.hpp"
#include "redact/typed_street.hpp"

namespace postbox::redact {
namespace {

// "to 14 Fellside every day", where "12 Ukrainians and" are no house.
bool goes_on_with_clause(const AddressWords& words, std::size_t after) {
  return !words.folded(after - 1).ends_with('s') &&
         one_of({"and", "but", "every", "each", "so", "then", "when", "which", "where", "because", "instead",
                 "now", "even"},
                words.folded(after));
}

// "to 4 Low Mire in May"
bool is_named_by_side(const AddressWords& words, std::size_t name, std::size_t after) {
  return after == name + 2 && is_side_of_farm(words.folded(name)) && !words.is(name + 1, Mark::everyday) &&
         !words.is_place(name, after);
}

// "Threeways, 3 The Wath", "at 3 The Raise"
bool is_the_street(const AddressWords& words, std::size_t name, std::size_t after, std::size_t first) {
  if (after != name + 2 || words.folded(name) != "the") return false;
  const std::string_view street = words.folded(name + 1);
  const bool rare = is_rare_street(street);
  const bool nothing_else =
      words.word(name + 1).marks.none_but(Mark::starts_phrase) && !street.ends_with('s');
  const bool house = words.gap(first) == Gap::comma && first > 0 && words.is_capital(first - 1);
  return house ? rare || nothing_else : rare && is_led_as_house(words, first);
}

// "my address 44 hartington"
bool is_lower_street(const AddressWords& words, std::size_t name, std::string_view last) {
  return last == "address" && words.word(name).shape == Shape::lower && !words.is(name, Mark::everyday) &&
         is_named(words, name);
}

}  // namespace

std::size_t after_plain_name(const AddressWords& words, std::size_t name, std::size_t first) {
  constexpr std::size_t words_max = 3;
  const std::size_t after = words.after_capitals(name, words_max);
  const std::string_view last = words.folded_before(first);
  if (words.is_number(first) && is_lower_street(words, name, last)) return name + 1;
  if (after == name || !words.is_number(first) || words.word(name).shape != Shape::capital) return first;
  if (is_the_street(words, name, after, first)) return after;
  const bool mount = words.folded(name) == "mount" && after > name + 1;
  if ((words.is(name, Mark::not_name) && !mount) || is_measure(words.folded(name))) return first;
  for (std::size_t at = name; at < after; ++at) {
    if (is_public_building(words.folded(at)) || words.is(at, Mark::calendar)) return first;
  }
  if (is_named_by_side(words, name, after) && one_of({"at", "to", "from", "is"}, last)) return after;
  const bool at_home = (one_of({"at", "is", "address"}, last) && words.follows_home(first)) ||
                       (last == "is" && first > 1 && one_of({"ours", "mine"}, words.folded(first - 2)));
  // "pick up from 14 Fellside": a word that is nothing else, and nothing goes on after it.
  const bool nothing_else = !words.is(name, Mark::dictionary) && !words.is(name, Mark::everyday) &&
                            !words.is(name, Mark::given) && !words.is(name, Mark::capitalised);
  const bool led = last == "at" || last == "from" || last == "to" || last == "in";
  const bool alone =
      nothing_else && led && (words.gap(after) >= Gap::comma || goes_on_with_clause(words, after));
  return at_home || mount || alone || words.precedes_place(after) ? after : first;
}

}  // namespace postbox::redact
