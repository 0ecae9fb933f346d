#include "redact/titled_name.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "redact/name_after.hpp"
#include "redact/name_before.hpp"
#include "redact/name_predicate.hpp"
#include "redact/name_reach.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// "Brig.", "Col. H.", "Master I.", "Sr. Immaculata": a title where its dot or initials stand behind it; names
// and words elsewhere.
bool is_short_title(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_max = 9;
  if (!words.is_capital(at) || words.folded(at).size() > letters_max) return false;
  if (!one_of({"brig", "col", "maj", "lt", "cdr", "gen", "sr", "master", "brigadier"}, words.folded(at))) {
    return false;
  }
  const bool near = words.gap(at + 1) == Gap::space || words.word(at).dot_after;
  if (!near || !words.has(at + 1) || words.word(at + 1).line_start) return false;
  if (words.is_shape(at + 1, Shape::initial)) return words.word(at + 1).dot_after || words.is_capital(at + 2);
  const Sense& next = words.sense(at + 1);
  const bool child = words.folded(at) == "master" || words.folded(at) == "sr";
  return words.is_capital(at + 1) && !next.ordinary() && !next.has(Mark::institution) &&
         !next.has(Mark::not_name) && (words.word(at).dot_after || (child && next.given()));
}

bool is_title(const NameWords& words, std::size_t at) {
  return words.has(at) && (is_title(words.sense(at).marks) || is_short_title(words, at));
}

// "miss you", "I miss pegging out": the verb, by what stands before it.
bool may_be_verb(const NameWords& words, std::size_t at) {
  const std::string_view last = words.before(at);
  static constexpr WordList subjects = {"i",      "we",    "you",    "they",   "he",    "she",  "to",
                                        "will",   "would", "i'll",   "we'll",  "do",    "dont", "don't",
                                        "did",    "never", "always", "really", "still", "not",  "didnt",
                                        "didn't", "gonna", "might",  "could",  "can't", "cant"};
  return words.gap(at) == Gap::space && subjects.has(last);
}

// "miss", "sister", "sir" and "pan" in small letters are words; "my sister" is a relative.
bool title_counts(const NameWords& words, std::size_t at) {
  if (words.is(at, Mark::sure_title) || is_short_title(words, at)) return true;
  // "has MS. At the clinic": the illness
  if (words.folded(at) == "ms" && words.is_shape(at, Shape::upper) && words.word(at).dot_after) return false;
  if (words.is_before(at, Mark::owner)) return false;
  if (!words.is_shape(at, Shape::lower)) {
    return !words.sense(at).shouted || words.is_shape(at + 1, Shape::upper);
  }
  const bool miss = words.folded(at) == "miss" || words.folded(at) == "ms";
  if (!miss || !words.has(at + 1)) return false;
  // "miss t and miss k", but not "miss u"
  if (words.folded(at + 1).size() == 1 && words.gap(at + 1) == Gap::space) {
    return !may_be_verb(words, at) && !one_of({"a", "i", "u", "x"}, words.folded(at + 1));
  }
  if (words.sense(at + 1).ordinary()) return false;
  const bool name = words.is(at + 1, Mark::given) || words.is(at + 1, Mark::family);
  const bool unknown = words.sense(at + 1).unknown() && words.folded(at + 1).size() > 2;
  return name || (unknown && words.is_shape(at + 1, Shape::lower) && !may_be_verb(words, at));
}

bool after_title_gap(const NameWords& words, std::size_t at) {
  return words.gap(at) == Gap::space || words.word(at - 1).dot_after;
}

bool upper_after_title(const NameWords& words, std::size_t title, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool same = words.is_shape(title, Shape::upper) || !sense.has(Mark::not_name);
  return same && (sense.listed() || (!sense.ordinary() && !sense.has(Mark::not_name)) ||
                  words.is(title, Mark::sure_title));
}

// "mr young", "dr white", but not "saw the dr long ago"
bool is_everyday_family(const NameWords& words, std::size_t title, std::size_t at) {
  const bool article = one_of({"the", "a", "our", "his", "her", "my", "any", "no"}, words.before(title));
  return words.is(at, Mark::family) && !words.is(at, Mark::base_follower) &&
         (!article || words.folded(title) != "dr");
}

// "Mr Somebody", "Mrs Whatsit": whoever it is, the name is not said.
bool is_nobody(std::string_view word) {
  static constexpr WordList nobodies = {
      "somebody",        "someone",      "nobody",        "anybody",      "whoever",      "whatsit",
      "wotsit",          "whatsits",     "thingy",        "thingummy",    "thingamajig",  "thingumabob",
      "whatsisname",     "whatshisname", "whatshername",  "whatshisface", "whatsherface", "whatserface",
      "whatsisface",     "so-and-so",    "such-and-such", "whojamaflip",  "whatever",     "anonymous",
      "what's-his-name", "unknown",      "thingymajig",   "thingamabob"};
  return nobodies.has(word);
}

bool name_after_title(const NameWords& words, std::size_t title, std::size_t at) {
  if (is_nobody(words.folded(at))) return false;
  const Sense& sense = words.sense(at);
  const bool sure = words.is(title, Mark::sure_title) || is_short_title(words, title);
  switch (words.word(at).shape) {
    case Shape::number:
      return false;
    case Shape::caseless:
      return true;
    case Shape::initial:
      return words.folded(at) != "i" && (sure || words.folded(at) != "a");
    case Shape::upper:
      return upper_after_title(words, title, at);
    case Shape::capital: {
      // "Ms Young", but not "Miss You" and "Nurse Manager".
      const bool miss = words.folded(title) == "miss" || words.folded(title) == "ms";
      const bool word = sense.has(Mark::base_follower) || sense.has(Mark::role) || is_title(words, at);
      const bool known = sure || (words.is(title, Mark::rank) && !word);
      return known || sense.listed() || (miss && !word) || !(sense.ordinary() || sense.has(Mark::role));
    }
    case Shape::lower:
      return (sure && !sense.has(Mark::role) &&
              (!sense.has(Mark::everyday) || sense.ambiguous() || is_everyday_family(words, title, at))) ||
             sense.has(Mark::given) ||
             (words.is_shape(title, Shape::lower) && (sense.unknown() || sense.listed()) &&
              !sense.ordinary());
  }
  return false;
}

// The "St" of "H. St J. Fawcett".
bool is_saint_between(const NameWords& words, std::size_t at) {
  return words.folded(at) == "st" && words.is_shape(at + 1, Shape::initial);
}

// One past "and Mrs", "& Mrs" of a couple.
std::size_t after_second_title(const NameWords& words, std::size_t at) {
  const bool joined =
      (words.folded(at) == "and" && (words.gap(at) == Gap::space || words.word(at - 1).dot_after)) ||
      words.ampersand_before(at);
  if (!joined) return at;
  const std::size_t second = words.folded(at) == "and" ? at + 1 : at;
  return is_title(words, second) ? second + 1 : at;
}

// "J Pickthall", "J. Smith", but not "I Smith" or "a Smith".
bool has_family_after(const NameWords& words, std::size_t at) {
  // "A. B. Crosthwaite": a place, behind two letters with their dots
  const bool place = words.is(at, Mark::place_family) && at > 1 && words.word(at - 1).dot_after &&
                     words.is_shape(at - 2, Shape::initial) && words.word(at - 2).dot_after;
  const bool name = words.is_capital(at) && (words.is(at, Mark::family) || words.sense(at).given() ||
                                             words.sense(at).unknown() || place);
  if (!name || words.sense(at).phrase) return false;
  const bool dotted = words.word(at - 1).dot_after;
  // "Plan B. Young people wait", but "signed by S. Green"
  if (words.is(at, Mark::everyday) && !ends_or_verb(words, at + 1)) return false;
  if (!dotted && (words.folded(at - 1) == "i" || words.folded(at - 1) == "a")) return false;
  return dotted || (words.gap(at) == Gap::space && (words.is(at, Mark::family) || words.sense(at).unknown()));
}

// "J R Smith": one past the further initials, where a family name follows them; else `at` itself.
std::size_t after_spaced_initials(const NameWords& words, std::size_t at) {
  constexpr std::size_t more_max = 2;
  std::size_t after = at;
  while (after < at + more_max && words.is_shape(after, Shape::initial) && words.folded(after) != "i" &&
         (words.gap(after) == Gap::space || words.word(after - 1).dot_after)) {
    ++after;
  }
  // "A. B. Crosthwaite", in no list, where the letters have their dots
  const bool unknown = after > at && words.word(after - 1).dot_after && words.word(at - 1).dot_after &&
                       words.has(after) &&
                       (words.sense(after).unknown() || words.is(after, Mark::place_family));
  return words.is_capital(after) && (words.is(after, Mark::family) || unknown) ? after : at;
}

// Whether the letters belong to a run like "D.O.B" or "N.I.", whose start may lie before `first`.
bool is_abbreviation(const NameWords& words, std::size_t first, std::size_t after) {
  constexpr std::size_t letters_before_max = 3;
  std::string letters;
  for (std::size_t at = first; at < after; ++at) letters += words.folded(at);
  if (words.lists(letters, Mark::abbreviation)) return true;
  for (std::size_t step = 1; step <= letters_before_max && step <= first; ++step) {
    const std::size_t at = first - step;
    if (!words.is_shape(at, Shape::initial) || !words.word(at).dot_after) break;
    letters.insert(0, words.folded(at));
    if (words.lists(letters, Mark::abbreviation)) return true;
  }
  return false;
}

// "K.M.", "J. Smith", "K. M. Bell".
std::size_t end_of_dotted_initials(const NameWords& words, std::size_t first) {
  constexpr std::size_t letters_max = 4;
  std::string letters(words.folded(first));
  std::size_t at = first + 1;
  while (words.is_shape(at, Shape::initial) && at < first + letters_max && words.word(at - 1).dot_after &&
         words.word(at).span.begin == words.word(at - 1).span.end + 1) {
    letters += words.folded(at++);
  }
  at = after_spaced_initials(words, at);
  // "Yours, J. de Whalley"
  const bool signed_so = words.is_before(first, Mark::parting) && words.gap(first) >= Gap::comma;
  if (signed_so) at = after_particles(words, at);
  const bool family =
      has_family_after(words, at) ||
      (signed_so && words.is_capital(at) && !words.sense(at).ordinary() && words.gap(at + 1) > Gap::space);
  if (letters.size() == 1 && !family) return first;
  // "A.B. and C.D.", but not "Eva Lund, N.I. number"
  const bool one_more = follows_name(words, first) && !one_of({"ni", "nhs", "dob", "po", "id"}, letters);
  if (letters.size() > 1 && !family && !one_more && is_abbreviation(words, first, at)) return first;
  return family ? end_of_name(words, at + 1, at) : at;
}

// "Section F. I is blank", "Plan B", "vitamin D": letters that stand for no person.
bool near_lettered_thing(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_back = 12;
  static constexpr WordList things = {"section", "sections", "plan",    "plans",   "option",
                                      "options", "part",     "parts",   "vitamin", "grade",
                                      "column",  "point",    "letters", "sub-type"};
  for (std::size_t step = 1; step <= words_back && step <= at; ++step) {
    if (things.has(words.before(at, step))) return true;
  }
  return false;
}

bool is_known_letter(const NameWords& words, std::size_t at) {
  const Gap next = words.gap(at + 1);
  return words.sense(at).known && words.gap(at) != Gap::glued && next != Gap::glued && next != Gap::bracket;
}

// "my son T. (9)", "K. was left": a letter with its dot, where the sentence goes on.
bool stands_for_child(const NameWords& words, std::size_t at) {
  const bool verb = words.is(at + 1, Mark::third_person) || words.is(at + 1, Mark::person_verb) ||
                    words.is(at + 1, Mark::being);
  const bool goes_on = words.is_shape(at + 1, Shape::lower) && verb;
  if (follows_relative(words, at)) return goes_on || words.is_shape(at + 1, Shape::number);
  return goes_on && words.gap(at) == Gap::sentence;
}

// "Nobody has rung for weeks. T.": the last word of all, and a sentence or a line of its own.
bool signs_with_letter(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_before_min = 4;
  const bool apart = words.gap(at) == Gap::sentence || words.word(at).line_start;
  const bool first_words = at < words_before_min || words.is_shape(at - 1, Shape::initial);
  return apart && !first_words && !words.has(at + 1) && words.is_shape(at, Shape::initial);
}

// "Child P", "Pupil A": as a report calls somebody who is not to be named.
bool is_of_report(const NameWords& words, std::size_t at) {
  return at > 0 && words.gap(at) == Gap::space && words.is_capital(at - 1) &&
         !words.is_before(at, Mark::owner, 2) &&
         one_of({"child", "pupil", "student", "patient", "learner", "boy", "girl", "mother", "father",
                 "parent", "sibling", "family", "adult", "witness", "teacher"},
                words.before(at));
}

// "my son J", "K has no friends": a single letter for a name, and once learnt the letter anywhere.
std::size_t end_of_lone_letter(const NameWords& words, std::size_t first) {
  const std::string_view letter = words.folded(first);
  if (letter == "i" || letter == "x" || words.gap(first + 1) == Gap::glued ||
      words.gap(first) == Gap::glued || near_lettered_thing(words, first)) {
    return first;
  }
  if (is_of_report(words, first)) return is_known_letter(words, first) ? first + 1 : first;
  // "D.O.B. is missing"
  const bool inside =
      first > 0 && words.is_shape(first - 1, Shape::initial) && words.word(first - 1).dot_after;
  if (words.word(first).dot_after && inside) return first;
  if (signs_with_letter(words, first)) return first + 1;
  if (words.word(first).dot_after) return stands_for_child(words, first) ? first + 1 : first;
  const bool verb = verb_after(words, first + 1);
  // "nobody told T he had moved"
  const bool spoken_to = words.gap(first) == Gap::space && letter != "a" &&
                         one_of({"told", "asked", "tell"}, words.before(first)) &&
                         one_of({"he", "she", "they", "that", "to", "about"}, words.in_clause(first + 1));
  // "so D is 8 and L is 6"
  if (spoken_to || (!one_of({"a", "u", "r"}, letter) && told_of_person(words, first + 1))) return first + 1;
  const bool told =
      follows_relative(words, first) &&
      (ends_or_verb(words, first + 1) || words.is_possessive(first) || age_after(words, first + 1));
  const bool subject = words.gap(first) == Gap::sentence && letter != "a" && verb;
  return told || subject || (letter != "a" && is_known_letter(words, first)) ? first + 1 : first;
}

// "R. & K. Vipond", "J. and M. Smith", "B & T Lumley": two by their letters, and the family's name.
std::size_t end_of_couple(const NameWords& words, std::size_t first) {
  const bool ampersand = words.ampersand_before(first + 1);
  const bool joined = words.folded(first + 1) == "and" &&
                      (words.gap(first + 1) == Gap::space || words.word(first).dot_after) &&
                      words.gap(first + 2) == Gap::space;
  if (!ampersand && !joined) return first;
  const std::size_t second = ampersand ? first + 1 : first + 2;
  if (!words.is_shape(second, Shape::initial) || !words.is_capital(second + 1)) return first;
  if (words.word(first).dot_after != words.word(second).dot_after) return first;
  if (words.gap(second + 1) != Gap::space && !words.word(second).dot_after) return first;
  const Sense& family = words.sense(second + 1);
  const bool name = (family.has(Mark::family) || family.unknown()) && !family.has(Mark::not_name) &&
                    !family.has(Mark::institution) && !family.has(Mark::everyday) && !family.phrase;
  return name ? end_of_name(words, second + 2, second + 1) : first;
}

}  // namespace

std::size_t end_of_titled_name(const NameWords& words, std::size_t first) {
  if (!is_title(words, first) || !title_counts(words, first)) return first;
  std::size_t at = after_second_title(words, first + 1);
  if (is_short_title(words, at)) ++at;  // "Lt. Col. P. Ashdown"
  const std::size_t title = at - 1;
  const std::size_t initials = at;
  while (words.is_shape(at, Shape::initial) && after_title_gap(words, at) &&
         (words.folded(at) != "i" || words.word(at).dot_after) &&
         (words.word(at).dot_after || words.is_capital(at + 1) || is_saint_between(words, at + 1))) {
    ++at;
    if (is_saint_between(words, at)) ++at;  // "H. St J. Fawcett"
    // "Mrs B. Thursdays.", but "Mr T. W. Shuttle"
    const bool word = words.has(at) && words.sense(at).ordinary() && !words.is(at, Mark::family) &&
                      !words.is_shape(at, Shape::initial) &&
                      (at == initials + 1 || words.is(at, Mark::everyday));
    if (words.gap(at) == Gap::sentence && word) return at;
  }
  const bool number = words.is(title, Mark::rank) && words.is_shape(at, Shape::number);  // "PC 1123 Lomax"
  if (number && words.gap(at) == Gap::space) ++at;
  if (!words.has(at) || !after_title_gap(words, at)) return first;
  at = after_particles(words, at);
  const bool saint = words.folded(at) == "st" && words.word(at).dot_after;  // "Ms St. John"
  if (saint && words.is_capital(at + 1)) ++at;
  if (!name_after_title(words, title, at)) return first;
  if (words.sense(at).phrase) return first;
  return end_of_name(words, at + 1, at);
}

std::size_t end_of_initials(const NameWords& words, std::size_t first) {
  if (words.sense(first).phrase) return first;  // "Baby P"
  if (words.is_shape(first, Shape::initial)) {
    const std::size_t couple = end_of_couple(words, first);
    if (couple != first) return couple;
    const std::size_t after = end_of_dotted_initials(words, first);
    return after == first ? end_of_lone_letter(words, first) : after;
  }
  const Sense& sense = words.sense(first);
  const bool letters = words.is_shape(first, Shape::upper) && words.folded(first).size() <= 3;
  if (!letters || sense.shouted || sense.has(Mark::abbreviation)) return first;
  if (sense.has(Mark::not_name) || sense.has(Mark::everyday) || !follows_relative(words, first)) return first;
  return ends_or_verb(words, first + 1) ? first + 1 : first;
}

}  // namespace postbox::redact
