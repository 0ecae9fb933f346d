#include "redact/turned_name.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "redact/name_field.hpp"
#include "redact/name_reach.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

bool is_written_large(const NameWords& words, std::size_t at) {
  return words.is_shape(at, Shape::capital) || words.is_shape(at, Shape::upper);
}

bool may_be_family(const NameWords& words, std::size_t at) {
  if (!is_written_large(words, at) || words.folded(at).size() < 2) return false;
  const Sense& sense = words.sense(at);
  if (sense.phrase || is_title(sense.marks) || sense.has(Mark::role)) return false;
  if (sense.has(Mark::family)) return true;
  return !sense.has(Mark::not_name) && !sense.has(Mark::calendar) && (sense.listed() || sense.unknown());
}

bool may_be_given(const NameWords& words, std::size_t at) {
  if (!is_written_large(words, at)) return false;
  const Sense& sense = words.sense(at);
  if (sense.phrase || is_title(sense.marks) || sense.has(Mark::not_name)) return false;
  return sense.given() || sense.ambiguous() || sense.unknown();
}

bool is_initial(const NameWords& words, std::size_t at) {
  return words.is_shape(at, Shape::initial) && words.word(at).dot_after;
}

bool is_label(std::string_view word) {
  return labels_name(word) ||
         one_of({"forename", "forenames", "names", "pupils", "claimant", "learner", "appellant", "attended"},
                word);
}

// One past the second part: "Kian J.", "Yun", "M."; `at` where none stands there.
std::size_t end_of_forenames(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_max = 3;
  if (!is_initial(words, at) && !may_be_given(words, at)) return at;
  std::size_t after = at + 1;
  while (after < at + words_max && words.has(after) && !words.word(after).line_start) {
    const bool joined =
        words.gap(after) == Gap::space || (is_initial(words, after - 1) && is_initial(words, after));
    // "Sohrab  Form: 7B": the label of the next field
    if (!joined || words.gap(after + 1) == Gap::other) break;
    if (!is_initial(words, after) && !may_be_given(words, after)) break;
    ++after;
  }
  return after;
}

std::size_t end_of_pair(const NameWords& words, std::size_t family) {
  const bool pair = may_be_family(words, family) && words.gap(family + 1) == Gap::comma &&
                    !words.is_possessive(family) && !words.word(family + 1).line_start;
  return pair ? std::max(end_of_forenames(words, family + 1), family + 1) : family;
}

bool follows_label(const NameWords& words, std::size_t first) {
  return stands_behind_label(words, first) && is_label(words.folded(first - 1));
}

// Whether "Carr, M." ends before `after`: it was found before, or stands there to be.
bool ends_item(const NameWords& words, std::size_t after) {
  return after >= 2 && is_initial(words, after - 1) && words.gap(after - 1) == Gap::comma &&
         words.sense(after - 1).in_name;
}

bool is_in_list(const NameWords& words, std::size_t first, std::size_t after) {
  if (ends_item(words, first) && words.gap(first) > Gap::bracket) return true;
  if (!is_initial(words, after - 1) || words.gap(after) <= Gap::bracket) return false;
  const std::size_t next = end_of_pair(words, after);
  return next > after + 1 && words.gap(after + 1) == Gap::comma;
}

// Letters put together, or nothing where it is no spelling.
std::string letters_from(const NameWords& words, std::size_t first, std::size_t& after) {
  constexpr std::size_t letters_max = 14;
  std::string letters;
  after = first;
  while (after < first + letters_max && words.is_shape(after, Shape::initial) &&
         (after == first || words.gap(after) == Gap::space || words.gap(after) == Gap::other)) {
    letters += words.folded(after++);
  }
  return letters;
}

// A name found before, or a listed one that is no other word: not "S-E-N-D" and "E-L-S-A".
bool spells_name(const NameWords& words, std::string_view letters) {
  constexpr std::size_t letters_min = 4;
  if (words.is_known(letters)) return true;
  const Marks marks = words.marks_of(letters);
  return letters.size() >= letters_min && marks.has_one_of({Mark::given, Mark::capitalised}) &&
         !marks.has_one_of(
             {Mark::not_name, Mark::everyday, Mark::dictionary, Mark::abbreviation, Mark::seldom});
}

}  // namespace

bool is_spelled_by_hyphens(std::string_view folded) {
  constexpr std::size_t size_min = 5;
  if (folded.size() < size_min || folded.size() % 2 == 0 || folded[1] != '-') return false;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if ((folded[at] == '-') != (at % 2 == 1)) return false;
  }
  return true;
}

std::size_t end_of_turned_name(const NameWords& words, std::size_t first) {
  // "Client: van Dijk, Pieter"
  const bool particle = words.is(first, Mark::particle) && words.gap(first + 1) == Gap::space;
  const std::size_t family = particle ? first + 1 : first;
  if (words.gap(family + 1) != Gap::comma || !words.has(family + 1)) return first;
  const std::size_t after = end_of_pair(words, family);
  if (after <= family + 1) return first;
  const bool listed = words.sense(family).listed() ||
                      (words.sense(family).unknown() && words.sense(family + 1).unknown()) ||
                      words.sense(family + 1).given() || words.is_shape(family + 1, Shape::initial);
  const bool labelled = follows_label(words, first) && listed;
  return labelled || is_in_list(words, first, after) ? after : first;
}

std::size_t end_of_spelled_name(const NameWords& words, std::size_t first) {
  constexpr std::size_t letters_min = 3;
  if (is_spelled_by_hyphens(words.folded(first))) {  // "N-I-A-M-H" is one word
    std::string letters(words.folded(first));
    std::erase(letters, '-');
    return spells_name(words, letters) ? first + 1 : first;
  }
  const bool inside =
      first > 0 && words.is_shape(first - 1, Shape::initial) && words.gap(first) == Gap::space;
  if (inside || !words.is_shape(first + 1, Shape::initial)) return first;
  std::size_t after = first;
  const std::string letters = letters_from(words, first, after);
  return letters.size() >= letters_min && spells_name(words, letters) ? after : first;
}

}  // namespace postbox::redact
