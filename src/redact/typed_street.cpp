#include "redact/typed_street.hpp"

#include <string_view>

#include "redact/one_of.hpp"
#include "redact/street_slips.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {
namespace {

// "5 the quay" at the end of a clause: what houses are numbered in.
bool ends_small_street(const AddressWords& words, std::size_t at) {
  const std::string_view kind = words.folded(at);
  const bool street = is_sure_street(kind) || one_of({"quay", "green", "square", "paddock", "parade", "fold",
                                                      "orchard", "glebe", "banks", "courtyard"},
                                                     kind);
  return street && words.gap(at + 1) >= Gap::comma;
}

// "14 church lane" in small letters: one word before the kind of street, and no little one ("2 in a row").
bool is_lower_street(const AddressWords& words, std::size_t name, std::size_t at, std::size_t first) {
  const std::string_view kind = words.folded(at);
  const std::string_view word = words.folded(name);
  const bool flat = is_flat(words.folded(first));
  const bool little = words.is(name, Mark::base_follower) || words.is(name, Mark::place_word) ||
                      words.is(name, Mark::third_person) || word == "main" || word == "way";
  // "19 furness park rd"
  const bool two = at == name + 2 && one_of({"rd", "ave", "ln", "cres", "gdns", "terr"}, kind);
  // "6 st annes cl dalston"
  const bool two_shortened = at == name + 2 && is_named(words, at) &&
                             one_of({"cl", "dr", "st", "pl", "sq", "road", "street", "lane", "close", "drive",
                                     "avenue", "terrace", "crescent", "grove", "gardens"},
                                    kind);
  if (words.folded(name) == "the") return at == name + 1 && ends_small_street(words, at);
  if (two || two_shortened) {
    return !little && !words.is(name, Mark::everyday) && !words.is(name + 1, Mark::everyday);
  }
  // "12a fell view workington"
  const bool lettered = words.is_number(first) && words.gap(first + 1) == Gap::glued && name == first + 2;
  if (lettered && at == name + 1 && is_named(words, at)) return true;
  if (at != name + 1 || little || !(words.folded(first).size() <= 3 || flat)) return false;
  const bool usual = is_usual_street(words, name);
  const bool everyday = words.is(name, Mark::everyday) && !usual;
  if (usual) return true;
  if (is_short_street(kind)) return !everyday || is_named(words, at);
  if (!is_likely_street(kind) && !is_sure_street(kind)) return false;
  return flat || (!everyday && is_named(words, at));
}

// "14 Hindpool Raod", "outside 9 meadow veiw": a slip, in no list and at the end of its stretch.
bool is_slip(const AddressWords& words, std::size_t at, std::size_t first) {
  constexpr std::size_t letters_min = 3;
  const Word& word = words.word(at);
  return word.marks.none_but(Mark::starts_phrase) && word.folded.size() >= letters_min &&
         (is_named(words, at) || is_led_as_house(words, first)) && is_street_slip(word.folded);
}

// "at 14 Kiln Entry"
bool is_rare(const AddressWords& words, std::size_t name, std::size_t at, std::size_t first) {
  if (!is_rare_street(words.folded(at)) || at != name + 1) return false;
  if (words.word(name).shape != Shape::capital || words.word(at).shape != Shape::capital) return false;
  const bool other = words.word(name).marks.has_one_of(
      {Mark::everyday, Mark::role, Mark::title, Mark::institution, Mark::calendar});
  return !other && (is_led_as_house(words, first) || words.follows_home(first));
}

}  // namespace

bool is_named(const AddressWords& words, std::size_t kind) {
  const bool place = words.is(kind + 1, Mark::not_name) && !words.is(kind + 1, Mark::everyday);
  return words.gap(kind + 1) >= Gap::comma || place;
}

bool is_led_as_house(const AddressWords& words, std::size_t first) {
  return words.is_spaced(first) &&
         one_of({"at", "outside", "to", "from", "is", "address", "number", "no"}, words.folded_before(first));
}

bool is_usual_street(const AddressWords& words, std::size_t name) {
  const bool usual = one_of({"north", "south", "east", "west", "high", "new", "old", "church", "king",
                             "queen", "market", "chapel", "school", "station"},
                            words.folded(name));
  return usual && words.is_spaced(name + 1) && is_sure_street(words.folded(name + 1));
}

bool is_street(const AddressWords& words, std::size_t name, std::size_t at, std::size_t first) {
  const std::string_view kind = words.folded(at);
  if (at > name && words.is_number(first) && is_slip(words, at, first)) return true;
  if (is_rare(words, name, at, first)) return true;
  if (kind == "way" && one_of({"each", "either", "both", "one"}, words.folded(name))) return false;
  if (!is_sure_street(kind) && !is_likely_street(kind)) return false;
  const bool home = words.follows_home(first);
  const bool known = is_sure_street(kind) || home;
  const bool short_kind = at == name + 1 && is_short_street(kind);  // "14 Earl st"
  if (words.is_capital(name)) return words.is_capital(at) || known || short_kind;
  if (!home && is_lower_street(words, name, at, first)) return true;
  for (std::size_t i = name; i < at && !home; ++i) {
    if (words.is(i, Mark::everyday)) return false;
  }
  return known;
}

}  // namespace postbox::redact
