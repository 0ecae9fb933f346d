#include "redact/person_name.hpp"

#include <algorithm>

#include "redact/name_list.hpp"
#include "redact/name_of_room.hpp"
#include "redact/name_of_thing.hpp"
#include "redact/name_reach.hpp"
#include "redact/name_sign_off.hpp"
#include "redact/not_a_person.hpp"
#include "redact/one_of.hpp"
#include "redact/plain_name.hpp"
#include "redact/titled_name.hpp"
#include "redact/turned_name.hpp"

namespace postbox::redact {
namespace {

// "Big Dave", "Farmer Nelson": what somebody is told from others of the name by.
bool is_byname(std::string_view word) {
  return one_of({"big", "old", "young", "wee", "little", "farmer"}, word);
}

// "Nana Pat", "Auntie Jo": the name begins with what a child calls her; "my auntie Jo" is a relative's name.
std::size_t with_kin_title(const NameWords& words, std::size_t first) {
  if (first == 0 || words.gap(first) != Gap::space) return first;
  if (is_byname(words.folded(first - 1)) && words.is_capital(first - 1) && words.is_capital(first) &&
      !is_title(words.sense(first).marks)) {
    return first - 1;
  }
  if (!words.is(first - 1, Mark::kin_title)) return first;
  const Shape shape = words.word(first - 1).shape;
  const bool alike = shape == Shape::capital || shape == words.word(first).shape;
  return alike && shape != Shape::lower && !words.is_possessive(first - 1) ? first - 1 : first;
}

struct Reach {
  std::size_t after;  // one past the last word that is read as one name
  bool person;
};

Reach end_of_plain_name(NameWords& words, std::size_t first) {
  if (!begins_plain_name(words, first)) return {first, false};
  const std::size_t after = end_of_name(words, first + 1, first);
  if (is_figure(words, first, after)) {
    words.mark_figure(first, after);
    return {after, false};
  }
  return {after, !is_not_a_person(words, first, after)};
}

// Nearly all words end here: in small letters, and what no list of names has but the dictionary.
bool is_mere_word(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  return words.word(at).shape == Shape::lower && sense.ordinary() && !sense.listed() &&
         !is_title(sense.marks) && (words.word(at).plain || !is_spelled_by_hyphens(words.folded(at)));
}

// What starts at `first`; `after` is `first` where no name does.
Reach end_of_person(NameWords& words, std::size_t first) {
  if (is_mere_word(words, first)) return {first, false};
  std::size_t after = end_of_turned_name(words, first);
  if (after != first) return {after, true};
  after = end_of_titled_name(words, first);
  if (after != first) {
    return {after, !is_titled_thing(words, first, after) && !is_titled_animal(words, first, after)};
  }
  after = end_of_field(words, first);
  if (after != first || is_of_household(words, first) || signs_as_household(words, first)) {
    return {std::max(after, first + 1), true};
  }
  after = end_of_spelled_name(words, first);
  if (after != first) return {after, true};
  after = end_of_initials(words, first);
  return after != first ? Reach{after, true} : end_of_plain_name(words, first);
}

Span span_of(const NameWords& words, std::size_t first, std::size_t after) {
  const Word& last = words.word(after - 1);
  Span span{words.word(first).span.begin, last.span.end};
  // The dot of "K.M." goes with the initials; that of "Mr Bell." ends the sentence.
  const bool spelled = after - first > 2 && words.is_shape(after - 2, Shape::initial) &&
                       !words.word(after - 2).dot_after;  // "X A N T H E."
  if (last.shape == Shape::initial && last.dot_after && after - first > 1 && !spelled) ++span.end;
  // "the Hendersons" are more than one.
  const bool plural = words.is_capital(first) && words.before(first) == "the";
  if (words.sense(after - 1).bare_possessive && !plural) --span.end;
  return span;
}

}  // namespace

Spans find_person_names(const Reading& reading, const Lexicon& lexicon, const KnownNames& known) {
  NameWords words(reading, lexicon, known);
  Spans found;
  for (std::size_t first = 0; first < words.size();) {
    // "Thomas the Tank Engine. Thomas this": the first name of a figure that everybody knows
    const bool figure = words.sense(first).figure && words.sense(first).phrase;
    const bool later = figure && !(first > 0 && words.sense(first - 1).figure);
    if (later || is_room(words, first)) words.mark_figure(first, first + 1);
    const Reach reach = end_of_person(words, first);
    if (reach.person) {
      found.push_back(span_of(words, with_kin_title(words, first), reach.after));
      words.mark_name(first, reach.after);
    }
    first = std::max(reach.after, first + 1);
  }
  return found;
}

std::vector<std::string> words_of_name(std::string_view name, const Lexicon& lexicon) {
  std::vector<std::string> kept;
  const Reading reading(name);
  const std::vector<Word>& words = reading.words();
  for (const Word& word : words) {
    const Marks marks = lexicon.marks_of(word.folded);
    const bool particle = marks.has(Mark::particle) && &word != &words.back();  // not of "Big Al"
    const bool stands_alone = word.shape != Shape::initial && word.shape != Shape::number &&
                              !is_title(marks) && !marks.has(Mark::kin_title) && !particle &&
                              word.folded != "and" && !(words.size() > 1 && is_byname(word.folded));
    if (stands_alone) kept.emplace_back(word.folded);
  }
  const bool letter = words.size() == 1 && words[0].shape == Shape::initial;  // "my son J"
  if (letter) kept.emplace_back(words[0].folded);
  return kept;
}

}  // namespace postbox::redact
