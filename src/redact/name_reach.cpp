#include "redact/name_reach.hpp"

#include <array>
#include <string_view>

#include "redact/name_after.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

// "Anna Hall rang", but not "at Anna Hall" and "Anna Hall School".
bool is_family_not_street(const NameWords& words, std::size_t at, std::size_t last) {
  const bool beside = words.gap(last) == Gap::space && words.is_before(last, Mark::place_word);
  return words.sense(last).has(Mark::given) && words.is_capital(last) && !beside && !words.is_capital(at + 1);
}

// "Sarah Little rang", "sarah brown, the": a word of every day that ends the name or is told of.
bool is_everyday_family(const NameWords& words, std::size_t at, std::size_t last) {
  const Sense& sense = words.sense(at);
  const bool other = sense.has(Mark::base_follower) || sense.has(Mark::role) || sense.has(Mark::relative) ||
                     sense.has(Mark::third_person) || sense.has(Mark::person_verb) ||
                     sense.has(Mark::being) || sense.has(Mark::not_name) || sense.has(Mark::date_word) ||
                     sense.has(Mark::animal) || sense.has(Mark::institution) || sense.has(Mark::to_person);
  // "my daughter grace smith loves it"
  const bool somebodys =
      last > 1 && words.is_before(last, Mark::relative) && words.is_before(last, Mark::owner, 2);
  return (words.sense(last).has(Mark::given) || somebodys) && !other && ends_or_verb(words, at + 1) &&
         words.folded(at + 1) != "and";
}

// "Sheila Brackenthwaite,": a place that has the making of a family name, where the name ends with it.
bool is_place_as_family(const NameWords& words, std::size_t at, std::size_t last) {
  static constexpr std::array<std::string_view, 16> endings = {
      "thwaite", "ley",   "worth", "field", "wick",  "son",  "den",  "ridge",
      "shaw",    "croft", "hurst", "sage",  "stead", "well", "wood", "bourne"};
  const Sense& name = words.sense(last);
  if (!name.has(Mark::given) || name.ambiguous() || words.sense(at).phrase) return false;
  // "caseworker Denise Allonby"
  const bool of_staff =
      words.is_before(last, Mark::role) && words.is_capital(last) && !words.is_capital(at + 1);
  return of_staff || (ends_with_one_of(endings, words.folded(at)) && ends_or_verb(words, at + 1));
}

// A word with a capital after a name.
bool may_be_family(const NameWords& words, std::size_t at, std::size_t last) {
  const Sense& sense = words.sense(at);
  if (words.folded(at) == "will" || words.folded(at) == "can") return false;
  // "Tara Lancaster", but not "Kendal Preston".
  if (sense.has(Mark::place_family) && words.sense(last).given() && words.word(at).shape == Shape::capital) {
    return true;
  }
  if (sense.has(Mark::institution)) return sense.has(Mark::family) && is_family_not_street(words, at, last);
  const bool double_barrelled = words.word(at).mixed && words.folded(at).find('-') != std::string_view::npos;
  if (double_barrelled && words.sense(last).given()) return true;
  if (sense.has(Mark::not_name)) return sense.has(Mark::family) || is_place_as_family(words, at, last);
  return sense.listed() || !sense.has(Mark::everyday) || is_everyday_family(words, at, last);
}

constexpr std::size_t unknown_min = 5;  // letters of a family name in no list

bool may_continue(const NameWords& words, std::size_t at, std::size_t last) {
  const Sense& sense = words.sense(at);
  const Shape shape = words.word(at).shape;
  // "Imran Sheikh", but not "Kai Sheikh Omar".
  const bool family_too =
      sense.has(Mark::rank) && words.is_capital(at) && words.sense(last).given() && !words.is_capital(at + 1);
  if (family_too && !sense.phrase) return true;
  if (sense.phrase || is_title(sense.marks)) return false;
  const bool plain_family =
      sense.has(Mark::family) && !sense.has(Mark::everyday) && !sense.has(Mark::not_name);
  const bool everyday_family = sense.has(Mark::family) && is_everyday_family(words, at, last);
  if (words.is_shape(last, Shape::lower)) {
    return shape == Shape::lower && (plain_family || everyday_family) && !sense.ambiguous();
  }
  if (shape == Shape::initial) {
    return words.folded(at) != "i" && (words.folded(at) != "a" || words.word(at).dot_after);
  }
  if (shape == Shape::upper) {
    // "LIAM FORSETT QQ": shouted, but the name ends
    const bool ends = words.gap(at + 1) > Gap::space && words.folded(at).size() >= unknown_min;
    const bool unknown = sense.unknown() && (!sense.shouted || (ends && words.sense(last).has(Mark::given)));
    const bool name = sense.given() || sense.has(Mark::family) || unknown;
    return words.is_shape(last, Shape::upper) && name && !sense.ordinary() && !sense.has(Mark::not_name);
  }
  if (shape != Shape::capital || sense.has(Mark::calendar)) return false;
  return may_be_family(words, at, last);
}

// "Tina Fee" of "Tina Fee\nRose Villa": the second word of a name on one line.
bool has_family_name(const NameWords& words, std::size_t last) {
  return last > 0 && words.gap(last) == Gap::space && words.is_capital(last - 1) &&
         !words.word(last).line_start;
}

// "Tel:", "Tel (day):", "Forename:": the next field of a form.
bool labels_line(const NameWords& words, std::size_t at) {
  return words.gap(at + 1) == Gap::other ||
         (words.gap(at + 1) == Gap::bracket && words.gap(at + 2) == Gap::other);
}

}  // namespace

std::size_t after_particles(const NameWords& words, std::size_t at) {
  constexpr std::size_t particles_max = 3;
  std::size_t after = at;
  const auto joins = [&](std::size_t word) {  // "Dr. van der Berg"
    const bool dot = word == at && word > 0 && words.word(word - 1).dot_after;
    return words.gap(word) == Gap::space || (dot && words.gap(word) == Gap::sentence);
  };
  while (after < at + particles_max && joins(after) && words.is(after, Mark::particle)) ++after;
  return words.is_capital(after) && words.gap(after) == Gap::space ? after : at;
}

std::size_t end_of_name(const NameWords& words, std::size_t at, std::size_t last) {
  constexpr std::size_t more_words_max = 4;
  const std::size_t most = at + more_words_max;
  while (at < most && words.has(at) && !words.is_possessive(last)) {
    const bool dotted = words.word(last).dot_after && words.is_shape(last, Shape::initial);
    if (words.gap(at) != Gap::space && !dotted) break;
    if (words.word(at).line_start && (has_family_name(words, last) || labels_line(words, at))) break;
    const std::size_t next = after_particles(words, at);
    if (next != at && !words.is_shape(last, Shape::lower) && may_continue(words, next, last)) {
      at = next;
    } else if (!may_continue(words, at, last)) {
      break;
    }
    last = at++;
  }
  return at;
}

}  // namespace postbox::redact
