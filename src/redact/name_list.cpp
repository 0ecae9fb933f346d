#include "redact/name_list.hpp"

#include <string_view>

#include "redact/name_after.hpp"
#include "redact/name_at_start.hpp"
#include "redact/name_field.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

bool is_what_people_do(std::string_view word) {
  static constexpr WordList words = {"signed",        "written",  "chaired",   "completed",
                                     "countersigned", "authored", "minuted",   "drafted",
                                     "taught",        "attended", "witnessed", "supervised"};
  return words.has(word);
}

// With a capital, and neither a word, a place nor a body.
bool may_be_family(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 3;
  if (!words.has(at) || !words.is_capital(at) || words.folded(at).size() < letters_min) return false;
  const Sense& sense = words.sense(at);
  if (sense.phrase || sense.has(Mark::role) || sense.has(Mark::institution)) return false;
  if (sense.has(Mark::not_name) || is_title(sense.marks)) return false;
  return sense.listed() ? !sense.has(Mark::everyday) : sense.unknown() && !words.word(at).mixed;
}

bool is_plain_family(const NameWords& words, std::size_t at) {
  return may_be_family(words, at) && words.is(at, Mark::family) && !words.sense(at).ordinary();
}

// "Nance and Pascoe", "Nance, Pascoe": what stands behind a name of a list.
std::size_t next_in_list(const NameWords& words, std::size_t at) {
  const bool joined = words.in_clause(at + 1) == "and" && words.gap(at + 2) == Gap::space;
  if (joined) return at + 2;
  const bool beside = words.gap(at + 1) == Gap::comma || words.ampersand_before(at + 1);
  return beside ? at + 1 : at;
}

// "Tunstall and Birkett ran the panel", "Dobson, Nance and Birkett sat": families all, of whom it is told.
bool does_together(const NameWords& words, std::size_t first) {
  constexpr int more_max = 3;
  std::size_t at = first;
  for (int more = 0; more < more_max; ++more) {
    const std::size_t next = next_in_list(words, at);
    if (next == at || !is_plain_family(words, next)) break;
    at = next;
  }
  return at > first && verb_after(words, at + 1);
}

// "signed by", "apologies from", "Present:", "Present at the meeting:"
bool follows_people(const NameWords& words, std::size_t at) {
  const std::string_view last = words.before(at);
  const bool space = words.gap(at) == Gap::space;
  if (space && last == "by") return is_what_people_do(words.before(at, 2));
  if (space && last == "from") return words.before(at, 2) == "apologies";
  if (one_of({"attendees", "apologies", "signatories"}, last)) return words.gap(at) <= Gap::other;
  if (words.gap(at) != Gap::other) return false;
  if (one_of({"present", "attending", "absent", "attended", "signed"}, last)) return true;
  return last == "meeting" && one_of({"present", "attendance"}, words.before(at, 4));
}

// "We're the", "I am one of the", "signed, the", "love from the"
bool follows_we_are(const NameWords& words, std::size_t the) {
  if (one_of({"we're", "were", "we"}, words.before(the)) && words.gap(the) <= Gap::bracket) return true;
  if (words.before(the) == "are" && words.before(the, 2) == "we") return true;
  if (words.before(the) == "of" && words.before(the, 2) == "one") return true;
  return words.is_before(the, Mark::parting) && words.gap(the) <= Gap::comma;
}

// "next door", "at number nine", "across the road", "and us"
bool are_neighbours(const NameWords& words, std::size_t after) {
  const std::string_view first = words.in_clause(after);
  const std::string_view second = words.in_clause(after + 1);
  if (first == "next") return second == "door";
  if (first == "at") return one_of({"number", "no"}, second);
  if (one_of({"across", "over", "down", "up", "round"}, first)) return second == "the";
  if (first == "and") return one_of({"us", "we", "ourselves"}, second);
  return one_of({"opposite", "upstairs", "downstairs", "lived", "moved"}, first);
}

// "Hendersons": of a family that the lists have.
bool is_plural_of_family(const NameWords& words, std::size_t at) {
  const std::string_view word = words.folded(at);
  constexpr std::size_t letters_min = 5;
  return word.size() >= letters_min && word.ends_with('s') &&
         words.lists(word.substr(0, word.size() - 1), Mark::family);
}

bool is_label(const NameWords& words, std::size_t at) {
  return labels_name(words.folded(at)) ||
         one_of({"person", "mum", "dad", "signed", "contact", "son", "daughter"}, words.folded(at));
}

// Behind "Name:" and, where the name of the field is in capitals as well, behind "CHILD'S NAME".
bool follows_label(const NameWords& words, std::size_t first) {
  if (first == 0 || !is_label(words, first - 1)) return false;
  if (words.gap(first) == Gap::other) return stands_behind_label(words, first);
  const bool shouted = words.is_shape(first - 1, Shape::upper) && words.is_shape(first, Shape::upper);
  return shouted && words.gap(first) == Gap::space && words.folded(first - 1) == "name" &&
         words.sense(first).given();
}

// "McAllister, Finn - yr 9": a line that begins with the family.
bool begins_list_of_class(const NameWords& words, std::size_t first) {
  const bool by = words.before(first) == "by" && words.gap(first) == Gap::space;
  const bool line = words.word(first).line_start || by;
  return line && words.gap(first + 1) == Gap::comma && words.is(first, Mark::family) &&
         !words.sense(first).ordinary() && !words.sense(first).has(Mark::given) && words.has(first + 1) &&
         words.sense(first + 1).given() && !words.is(first + 1, Mark::not_name);
}

bool may_stand_in_field(const NameWords& words, std::size_t at, Shape shape) {
  const Sense& sense = words.sense(at);
  const bool other = sense.has(Mark::role) || sense.has(Mark::institution) || sense.has(Mark::abbreviation) ||
                     sense.has(Mark::not_name) || sense.has(Mark::base_follower) || sense.has(Mark::relative);
  return words.is_shape(at, shape) && !sense.phrase && (sense.listed() || !other) &&
         !(sense.has(Mark::everyday) && !sense.listed());
}

}  // namespace

bool is_in_list_of_people(const NameWords& words, std::size_t at) {
  if (!may_be_family(words, at)) return false;
  if (follows_people(words, at)) return true;
  // "Haygarth from transport"
  const bool starts = words.starts_sentence(at) && is_plain_family(words, at);
  if (starts && words.in_clause(at + 1) == "from") {
    const std::size_t place = words.in_clause(at + 2) == "the" ? at + 3 : at + 2;
    return words.is_shape(place, Shape::lower) || words.is_shape(place, Shape::upper);
  }
  return starts && does_together(words, at);
}

bool is_of_household(const NameWords& words, std::size_t at) {
  if (!words.is_capital(at) || words.gap(at) != Gap::space || words.before(at) != "the") return false;
  const Sense& sense = words.sense(at);
  if (sense.phrase || sense.has(Mark::not_name)) return false;
  const bool known = is_plural_of_family(words, at);
  if (sense.ordinary() && !known) return false;
  const bool we = follows_we_are(words, at - 1);
  if (one_of({"family", "household"}, words.in_clause(at + 1))) {
    return we && (sense.listed() || sense.unknown());
  }
  const bool ends = words.gap(at + 1) > Gap::space || one_of({"from", "and"}, words.in_clause(at + 1));
  if (we && words.folded(at).ends_with('s') && (known || sense.unknown()) && ends) return true;
  return (known || sense.unknown()) && words.folded(at).ends_with('s') && are_neighbours(words, at + 1);
}

std::size_t end_of_field(const NameWords& words, std::size_t first) {
  constexpr std::size_t words_max = 4;
  const Shape shape = words.word(first).shape;
  if (shape != Shape::capital && shape != Shape::upper) return first;
  if (!follows_label(words, first) && !begins_list_of_class(words, first)) return first;
  bool listed = false;
  std::size_t at = first;
  for (; at < first + words_max; ++at) {
    const bool second = at == first + 1 && words.gap(at) == Gap::comma;
    if (at > first && words.gap(at) != Gap::space && !second) break;
    if (at > first && words.has(at) && words.word(at).line_start) break;
    if (!words.has(at) || !may_stand_in_field(words, at, shape)) break;
    listed = listed || words.sense(at).given() || words.is(at, Mark::family);
  }
  const bool ends = !words.has(at) || words.gap(at) > Gap::space || words.word(at).line_start;
  return listed && ends && at > first + 1 ? at : first;
}

}  // namespace postbox::redact
