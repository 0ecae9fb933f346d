#include "redact/house_by_name.hpp"

#include <algorithm>
#include <string_view>

#include "redact/numbered_address.hpp"
#include "redact/one_of.hpp"
#include "redact/street_words.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t words_max = 4;

// What people live in; a hall, a court and a mill are as often something else.
bool is_dwelling(std::string_view word) {
  static constexpr WordList words = {"house",     "cottage", "farm",  "barn",     "lodge",
                                     "bungalow",  "villa",   "croft", "cottages", "barns",
                                     "farmhouse", "gables",  "manse", "smithy",   "steading"};
  return words.has(word);
}

// "Scar End": what a track leads to.
bool is_end_of_track(std::string_view word) {
  return one_of(
      {"end", "how", "howe", "foot", "side", "nook", "gill", "ghyll", "fold", "head", "rigg", "garth"}, word);
}

bool is_kind_of_home(std::string_view word) {
  return is_dwelling(word) || is_house(word) || is_farm(word) || is_sure_street(word) ||
         is_likely_street(word);
}

// "Fourwinds", "Hillcrest": made as houses are called and villages are not.
bool is_made_like_a_house(std::string_view word) {
  constexpr std::size_t letters_min = 7;
  if (word.size() < letters_min) return false;
  return ends_like_house(word) ||
         ends_with_one_of(
             {"winds", "crest", "gables", "acre", "acres", "cot", "stones", "trees", "nook", "corner"}, word);
}

// A school, a ward, a care home, an inn: not where a family lives.
bool is_of_a_body(const AddressWords& words, std::size_t first, std::size_t after) {
  for (std::size_t at = first; at < after; ++at) {
    if (is_public_building(words.folded(at)) || words.is(at, Mark::role) || words.is(at, Mark::title)) {
      return true;
    }
  }
  return words.is_spaced(after) && words.is(after, Mark::institution);
}

bool is_person(const AddressWords& words, std::size_t first, std::size_t after) {
  return after == first + 2 && words.is(first, Mark::given) && words.is(first + 1, Mark::family) &&
         !is_dwelling(words.folded(first + 1));
}

// One past the last word with a capital, at a kind of home or behind "The".
std::size_t after_house_name(const AddressWords& words, std::size_t first) {
  const std::size_t after = words.after_capitals(first, words_max);
  if (after < first + 2 || is_of_a_body(words, first, after)) return first;
  if (words.is_place(first, after) || is_person(words, first, after)) return first;
  const bool the = words.folded(first) == "the" && !words.is(first + 1, Mark::not_name);
  return the || is_kind_of_home(words.folded(after - 1)) ? after : first;
}

// Words before that say so, up to the sentence before.
template <class Says>
bool is_told_before(const AddressWords& words, std::size_t first, std::size_t reach, const Says& says) {
  bool ended = false;
  for (std::size_t at = first; at > 0 && first - at < reach; --at) {
    if (says(words.folded(at - 1))) return true;
    if (words.gap(at - 1) == Gap::sentence) {
      if (ended) return false;
      ended = true;
    }
  }
  return false;
}

// "Address not confirmed. Its The Old Smithy"
std::size_t end_of_told_house(const AddressWords& words, std::size_t first) {
  constexpr std::size_t reach = 10;
  if (first < 1 || !words.is_spaced(first)) return first;
  const std::string_view last = words.folded(first - 1);
  const bool it_is = one_of({"its", "it's"}, last) || (last == "it" && words.word(first - 1).possessive) ||
                     (last == "is" && first > 1 && words.folded(first - 2) == "it") || last == "not";
  if (!it_is) return first;
  const std::size_t after = after_house_name(words, first);
  if (last == "not" && words.is(first, Mark::not_name)) return first;
  const auto says = [](std::string_view word) { return one_of({"address", "addresses", "addressed"}, word); };
  return after > first && is_told_before(words, first, reach, says)
             ? std::max(after, after_comma_street(words, after))
             : first;
}

// "stood at the lane end at Bleaberry House", "collect him from Gable Cottage"
std::size_t end_of_pick_up(const AddressWords& words, std::size_t first) {
  constexpr std::size_t reach = 10;
  if (first < 2 || !words.is_spaced(first)) return first;
  // "a note on the gate of Gable Cottage"
  const bool of_gate =
      words.folded(first - 1) == "of" &&
      one_of({"gate", "door", "doorstep", "end", "bottom", "drive"}, words.folded(first - 2));
  if (!of_gate && !one_of({"at", "from", "to", "outside"}, words.folded(first - 1))) return first;
  const std::size_t after = after_house_name(words, first);
  const bool up_a_track = is_end_of_track(words.folded(after - 1)) &&
                          is_told_before(words, first, reach, [](std::string_view word) {
                            return one_of({"track", "grid", "lonning", "lonnin", "farmtrack"}, word);
                          });
  if (after != first + 2 || !(is_dwelling(words.folded(after - 1)) || up_a_track) ||
      words.folded(first) == "the" ||
      words.word(first).marks.has_one_of({Mark::everyday, Mark::institution, Mark::not_name})) {
    return first;
  }
  static constexpr WordList carried = {"pick",     "picks", "picked", "pickup",   "pick-up", "collect",
                                       "collects", "drop",  "drops",  "dropped",  "stood",   "lane",
                                       "doorstep", "gate",  "parcel", "driveway", "track",   "lonning"};
  return is_told_before(words, first, reach, [](std::string_view word) { return carried.has(word); }) ? after
                                                                                                      : first;
}

// "at High Mill Lodge": as houses apart are called, and seldom anything else.
std::size_t end_of_house_on_a_side(const AddressWords& words, std::size_t first) {
  const std::size_t after = words.after_capitals(first, words_max);
  const bool led =
      first > 0 && words.is_spaced(first) && one_of({"at", "to", "from"}, words.folded(first - 1));
  const bool side = is_side_of_farm(words.folded(first)) && words.folded(first) != "old";
  const bool house = after == first + 3 && is_dwelling(words.folded(after - 1));
  return led && side && house && !is_of_a_body(words, first, after) ? after : first;
}

// "letter addressed to [name], Low Mill Lodge."
std::size_t end_of_addressed(const AddressWords& words, std::size_t first) {
  constexpr std::size_t reach = 10;
  if (words.gap(first) < Gap::comma || words.gap(first) == Gap::sentence) return first;
  const std::size_t after = after_house_name(words, first);
  if (after == first || !is_dwelling(words.folded(after - 1)) || words.gap(after) < Gap::comma) return first;
  const auto says = [](std::string_view word) {
    return one_of({"address", "addressed", "envelope", "parcel"}, word);
  };
  return is_told_before(words, first, reach, says) ? after : first;
}

// "Fourwinds, [postcode]" at the start of a sentence, or "address: Hillcrest [postcode]".
std::size_t end_of_one_word_before_postcode(const AddressWords& words, std::size_t first) {
  const std::string_view last = words.folded_before(first);
  const bool leads = words.gap(first) >= Gap::other || one_of({"at", "address", "is", "its", "it's"}, last);
  // "[name], Hillview, [postcode]": a village elsewhere, and a house under a signature
  const bool village = words.is(first, Mark::not_name) && !words.follows_person(first);
  const bool house =
      is_made_like_a_house(words.folded(first)) && !village && !words.is(first, Mark::everyday);
  return leads && house && words.precedes_postcode(first + 1) ? first + 1 : first;
}

// "Rose Cottage, [postcode]"
std::size_t end_of_dwelling_before_postcode(const AddressWords& words, std::size_t first) {
  const std::size_t after = after_house_name(words, first);
  return after > first && is_dwelling(words.folded(after - 1)) && words.precedes_postcode(after) ? after
                                                                                                 : first;
}

}  // namespace

std::size_t end_of_house_by_name(const AddressWords& words, std::size_t first) {
  for (const auto rule : {end_of_told_house, end_of_pick_up, end_of_house_on_a_side, end_of_addressed,
                          end_of_one_word_before_postcode, end_of_dwelling_before_postcode}) {
    const std::size_t after = rule(words, first);
    if (after > first) return after;
  }
  return first;
}

std::size_t end_of_house_in_capitals(const AddressWords& words, std::size_t first) {
  if (const std::size_t one = end_of_one_word_before_postcode(words, first); one > first) return one;
  const bool one_word = is_made_like_a_house(words.folded(first)) && words.gap(first + 1) == Gap::comma;
  const std::size_t house = one_word ? first + 1 : after_house_name(words, first);
  if (house == first || words.gap(house) > Gap::comma) return first;
  const std::size_t street = after_comma_street(words, house);
  if (one_word && street == house) return first;
  return words.precedes_postcode(street) ? street : first;
}

}  // namespace postbox::redact
