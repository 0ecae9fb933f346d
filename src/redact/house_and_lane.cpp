#include "redact/house_and_lane.hpp"

#include <algorithm>
#include <string_view>

#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t words_max = 4;

bool is_kind_of_house(std::string_view word) {
  return is_house(word) || is_farm(word) || is_likely_street(word);
}

// What a house is of that has its name from somebody: "Cobbler's Rest", "Fox's Den".
bool is_of_somebody(std::string_view word) {
  static constexpr WordList words = {"rest",    "nest",  "hut",   "den",      "retreat", "reach",  "rise",
                                     "lair",    "perch", "folly", "corner",   "burrow",  "roost",  "bothy",
                                     "landing", "leap",  "hide",  "hideaway", "haven",   "holt",   "sett",
                                     "eyrie",   "loft",  "gate",  "patch",    "hollow",  "return", "end"};
  return words.has(word) || is_house(word) || is_farm(word);
}

// "Three Gables"
bool is_counted_by_house(std::string_view word) {
  return is_likely_street(word) ||
         one_of({"gables", "chimneys", "winds", "ashes", "sycamores", "stacks", "bells", "stones"}, word);
}

// "Cobbler's", "Larks'"
bool is_possessive(const AddressWords& words, std::size_t at) {
  return words.word(at).possessive || words.after(at).starts_with('\'');
}

// No house of a family: a school, a pub, a club, somebody in office.
bool is_of_body(const AddressWords& words, std::size_t first, std::size_t after) {
  static constexpr WordList bodies = {"inn",    "arms", "club",     "room",   "rooms",  "group",
                                      "coffee", "cafe", "shop",     "store",  "bank",   "tavern",
                                      "pub",    "hall", "gallery",  "gym",    "garage", "court",
                                      "trust",  "team", "services", "service"};
  for (std::size_t at = first; at < after; ++at) {
    // "The Old School House"
    const bool once = at > first && words.folded(at - 1) == "old";
    if ((is_public_building(words.folded(at)) && !once) || bodies.has(words.folded(at))) return true;
    if (words.word(at).marks.has_one_of({Mark::role, Mark::title, Mark::rank, Mark::calendar})) return true;
  }
  return words.is_place(first, after);
}

// "at", "of", or a line or sentence that begins so.
bool is_led(const AddressWords& words, std::size_t first) {
  return !words.is_spaced(first) || words.word(first).line_start ||
         one_of(
             {"at", "of", "outside", "across", "to", "from", "is", "address", "are", "past", "called", "for"},
             words.folded_before(first));
}

bool is_led_by_word(const AddressWords& words, std::size_t first) {
  return words.is_spaced(first) && !words.word(first).line_start && is_led(words, first);
}

// "Larks' Rise", "Seven Acres", "Moss View": two words with capitals, the second a kind of house.
bool is_two_worded_house(const AddressWords& words, std::size_t first) {
  const bool apart = words.is_spaced(first + 1) || words.after(first) == "' ";
  if (!apart || !words.has(first + 1) || words.word(first + 1).shape != Shape::capital) return false;
  if (words.word(first + 1).line_start || words.gap(first + 2) != Gap::comma) return false;
  const std::string_view kind = words.folded(first + 1);
  if (is_possessive(words, first)) return is_of_somebody(kind) && is_led(words, first);
  if (is_number_word(words.folded(first))) return is_counted_by_house(kind) && is_led(words, first);
  const bool person = words.is(first, Mark::given) && words.is(first + 1, Mark::family);
  const bool name = !words.is(first, Mark::not_name) && !person && words.folded(first) != "the";
  return name && is_kind_of_house(kind) && is_led_by_word(words, first);
}

// "Cobbler's Rest, Fell Lane"
std::size_t end_of_two_worded(const AddressWords& words, std::size_t first) {
  if (!is_two_worded_house(words, first) || is_of_body(words, first, first + 2)) return first;
  const std::size_t street = after_comma_street(words, first + 2);
  const bool sure = street > first + 2 && is_sure_street(words.folded(street - 1));
  const bool body = words.is_spaced(street) && is_public_building(words.folded(street));
  return sure && !body ? street : first;
}

bool ends_line(const AddressWords& words, std::size_t after) {
  return !words.has(after) || words.word(after).line_start;
}

// "The Old Forge\nKirk Brow\n": the head of a letter.
std::size_t end_of_letter_head(const AddressWords& words, std::size_t first) {
  if (!words.word(first).line_start) return first;
  const std::size_t house = words.after_line_of_capitals(first, words_max);
  if (house < first + 2 || is_of_body(words, first, house) || words.gap(house) > Gap::comma) return first;
  // "The Lilacs", but "The Director" is somebody
  const bool the = words.folded(first) == "the" && (words.folded(house - 1).ends_with('s') ||
                                                    (words.folded(first + 1) == "old" && house > first + 2));
  const bool kind = is_possessive(words, first)
                        ? is_of_somebody(words.folded(house - 1))
                        : is_house(words.folded(house - 1)) || is_farm(words.folded(house - 1));
  if (!the && !kind) return first;
  const std::size_t street = words.after_line_of_capitals(house, words_max);
  const bool sure = street > house + 1 && is_sure_street(words.folded(street - 1));
  return sure ? street : first;
}

// The first word of the line of `at`, at most four back.
std::size_t first_of_line(const AddressWords& words, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && at - first < words_max && !words.word(first).line_start) --first;
  return first;
}

bool is_street_kind(std::string_view word) { return is_sure_street(word) || is_likely_street(word); }

// "House name: Linnet's Nest\nStreet: ": what stands on the line alone, and another field of an address
// below.
std::size_t end_of_field(const AddressWords& words, std::size_t first) {
  if (words.gap(first) != Gap::other || words.word(first).line_start || first == 0) return first;
  if (!words.after(first - 1).starts_with(':')) return first;
  const std::size_t label = first_of_line(words, first);
  const std::size_t after = words.after_line_of_capitals(first, words_max);
  const bool street = label + 1 == first && one_of({"street", "road", "lane"}, words.folded(label));
  if (street) return after > first + 1 && is_street_kind(words.folded(after - 1)) ? after : first;
  if (words.folded(label) != "house") return first;
  const bool field = words.is_label(after) &&
                     one_of({"street", "road", "lane", "address", "village", "town", "postcode", "area"},
                            words.folded(after));
  return field && ends_line(words, after) ? after : first;
}

// "from The Bungalow, Aikhow": a hamlet in no list.
std::size_t end_of_house_in_hamlet(const AddressWords& words, std::size_t first) {
  const bool the = words.folded(first) == "the" && is_led_by_word(words, first) &&
                   words.is_spaced(first + 1) && words.word(first + 1).shape == Shape::capital;
  const bool house = the && one_of({"bungalow", "cottage", "farmhouse", "smithy", "croft", "granary", "byre"},
                                   words.folded(first + 1));
  const std::size_t hamlet = first + 2;
  const bool unknown = house && words.gap(hamlet) == Gap::comma &&
                       words.word(hamlet).shape == Shape::capital &&
                       words.word(hamlet).marks.none_but(Mark::starts_phrase) &&
                       !(words.is_spaced(hamlet + 1) && words.is_capital(hamlet + 1));
  return unknown ? hamlet + 1 : first;
}

}  // namespace

std::size_t end_of_house_and_lane(const AddressWords& words, std::size_t first) {
  const bool begins = words.word(first).line_start || words.gap(first) == Gap::other;
  if (!begins && !words.is_capital(first + 1)) return first;  // nearly every word
  for (const auto rule : {end_of_two_worded, end_of_letter_head, end_of_field, end_of_house_in_hamlet}) {
    const std::size_t after = rule(words, first);
    if (after > first) return after;
  }
  return first;
}

std::size_t with_lane(const AddressWords& words, std::size_t after) {
  if (words.gap(after) != Gap::comma || !words.is_spaced(after + 1)) return after;
  if (words.word(after).shape != Shape::capital || words.word(after + 1).shape != Shape::capital) {
    return after;
  }
  if (words.word(after + 1).line_start || words.is_place(after, after + 2)) return after;
  const bool other =
      words.word(after + 1).marks.has_one_of({Mark::role, Mark::title, Mark::institution, Mark::everyday,
                                              Mark::not_name, Mark::given, Mark::calendar});
  const bool side = one_of({"the", "back"}, words.folded(after));
  return side && (!other || is_rare_street(words.folded(after + 1))) ? after + 2 : after;
}

}  // namespace postbox::redact
