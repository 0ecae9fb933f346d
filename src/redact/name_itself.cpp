#include "redact/name_itself.hpp"

#include <algorithm>
#include <string_view>

#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

int weight_of_given(const Sense& sense, const Place& place) {
  if (place.upper_alone && sense.has(Mark::abbreviation)) return never_a_name;  // "PIP"
  if (sense.has(Mark::not_name)) return place.capital ? 5 : 0;
  if (sense.has(Mark::given)) return 12;
  if (place.shouted) return sense.ordinary() ? 2 : 10;
  if (!place.capital) return sense.ordinary() ? 1 : 3;
  if (place.starts && sense.has(Mark::seldom)) return 4;
  // "Jack of all trades", "Pat on the back", "Sue them?"
  return place.starts && sense.ordinary() ? 7 : 10;
}

int weight_of_ambiguous(const Sense& sense, const Place& place) {
  if (!place.capital) return 0;
  if (place.upper_alone) return 3;  // "REG", "HOPE"
  if (sense.has(Mark::calendar)) return place.starts ? 3 : 5;
  if (sense.has(Mark::not_name)) return place.starts ? 0 : 5;  // Trinity, also a school
  return place.starts ? 3 : 10;
}

int weight_of_family(const Sense& sense, const Place& place) {
  if (sense.has(Mark::not_name)) return place.capital ? 2 : 0;
  if (place.shouted) return sense.ordinary() ? 0 : 10;
  if (!place.capital) return sense.ordinary() ? 0 : 2;
  if (sense.has(Mark::everyday)) return 0;
  if (sense.ordinary()) return place.starts ? 0 : 5;
  // Families say "Mrs Mears"; of itself "Mears" is a firm, a ward or a town as often.
  return 7;
}

// "Outsourcing", "Hydrotherapy": an English word in no list, by how it ends. "Wrexford", "Addlethorpe": a
// place.
bool ends_like_a_word(std::string_view word) {
  constexpr std::size_t letters_min = 7;
  static constexpr WordList endings = {
      "tion",   "tions",   "sion",   "ology",  "ological", "therapy", "ment",    "ments", "ness",   "ism",
      "able",   "ible",    "ously",  "ically", "ised",     "ized",    "ising",   "izing", "ings",   "ities",
      "ometry", "iatry",   "graphy", "based",  "wise",     "like",    "less",    "shire", "thorpe", "mouth",
      "bury",   "borough", "burgh",  "wick",   "minster",  "cester",  "hampton", "ford",  "ington", "ingham"};
  return word.size() >= letters_min && ends_with_one_of(endings, word);
}

// "TouchChat", but not "DeShawn" and "MacLeod".
bool is_written_like_a_brand(const Word& word) {
  static constexpr WordList beginnings = {"mc", "mac", "de", "la", "le", "fitz", "jo", "ann", "o'", "d'"};
  return word.mixed &&
         std::none_of(beginnings.begin(), beginnings.end(),
                      [&word](std::string_view beginning) { return word.folded.starts_with(beginning); });
}

// "Headspace", "Costcutter": two English words in one.
bool is_two_words(const NameWords& words, std::string_view word) {
  constexpr std::size_t letters_min = 3;
  constexpr std::size_t word_max = 24;  // of whatever was typed; each of its beginnings is looked up
  if (word.size() > word_max) return false;
  const auto english = [&words](std::string_view part) {
    return words.lists(part, Mark::dictionary) || words.lists(part, Mark::everyday);
  };
  for (std::size_t size = letters_min; size + letters_min <= word.size(); ++size) {
    if (english(word.substr(0, size)) && english(word.substr(size))) return true;
  }
  return false;
}

bool is_made_like_a_thing(const NameWords& words, const Word& word) {
  return ends_like_a_word(word.folded) || is_written_like_a_brand(word) || is_two_words(words, word.folded);
}

}  // namespace

Place place_of(const NameWords& words, std::size_t at) {
  const Shape shape = words.word(at).shape;
  const bool shouted = words.sense(at).shouted;
  return {.capital = shape == Shape::capital || (shape == Shape::upper && !shouted),
          .starts = words.starts_sentence(at) || (words.word(at).line_start && words.gap(at) > Gap::glued),
          .upper_alone = shape == Shape::upper,
          .shouted = shouted && shape == Shape::upper};
}

int weight_of_word(const NameWords& words, std::size_t at, const Place& place) {
  const Sense& sense = words.sense(at);
  const Word& word = words.word(at);
  if (word.shape == Shape::caseless) return sense.has(Mark::given) ? 12 : 0;
  if (sense.given()) return weight_of_given(sense, place);
  if (sense.ambiguous()) return weight_of_ambiguous(sense, place);
  if (sense.has(Mark::family)) return weight_of_family(sense, place);
  if (sense.has(Mark::not_name)) return never_a_name;
  if (place.upper_alone && sense.has(Mark::everyday)) return never_a_name;  // "she ADDED him"
  if (sense.ordinary()) return place.capital && !place.starts ? 0 : never_a_name;
  if (sense.has(Mark::relative) || sense.has(Mark::role) || sense.has(Mark::kin_title)) return never_a_name;
  if (place.shouted || !place.capital) return 1;
  if (place.upper_alone) return 2;
  if (is_made_like_a_thing(words, word)) return place.starts ? 1 : 2;
  return place.starts ? 5 : 6;
}

}  // namespace postbox::redact
