#include "redact/name_predicate.hpp"

#include <array>
#include <string_view>

#include "redact/letters.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

bool is_condition(std::string_view word) {
  static constexpr WordList conditions = {
      "autism", "asd",       "adhd",      "add",       "epilepsy",      "cp",     "pda",       "downs",
      "down",   "dyslexia",  "anxiety",   "dyspraxia", "diabetes",      "asthma", "fits",      "seizures",
      "ehcp",   "ocd",       "sickle",    "cerebral",  "hydrocephalus", "arfid",  "dld",       "rett",
      "dravet", "pica",      "scoliosis", "gdd",       "spd",           "fasd",   "meltdowns", "selective",
      "tics",   "tourettes", "me",        "cf"};
  return conditions.has(word);
}

bool is_what_somebody_is(std::string_view word) {
  static constexpr WordList states = {"deaf",         "blind",      "autistic",  "nonverbal", "non-verbal",
                                      "excluded",     "restrained", "diagnosed", "disabled",  "adopted",
                                      "bullied",      "suspended",  "dyslexic",  "epileptic", "diabetic",
                                      "dysregulated", "sectioned",  "tube-fed"};
  return states.has(word);
}

// What a child can or cannot do.
bool is_ability(std::string_view word) {
  static constexpr WordList verbs = {
      "walk",  "talk",  "sit",   "eat",    "sleep",   "speak",  "cope",        "see",   "hear",
      "read",  "write", "wear",  "go",     "swallow", "stand",  "communicate", "drink", "play",
      "leave", "sign",  "share", "manage", "chew",    "toilet", "understand"};
  return verbs.has(word);
}

bool is_age_word(std::string_view word) {
  static constexpr WordList ages = {"one",     "two",       "three",    "four",     "five",
                                    "six",     "seven",     "eight",    "nine",     "ten",
                                    "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                    "sixteen", "seventeen", "eighteen", "nineteen"};
  return ages.has(word);
}

bool is_age(const NameWords& words, std::size_t at) {
  constexpr int age_max = 25;
  const std::string_view word = words.in_clause(at);
  if (word.empty()) return false;
  const bool number = words.is_shape(at, Shape::number) && word.size() <= 2 && number_of(word) <= age_max;
  return (number || is_age_word(word)) &&
         (words.gap(at + 1) > Gap::space ||
          one_of({"and", "in", "but", "now", "we", "they", "he", "she", "last", "this"},
                 words.folded(at + 1)));
}

// "5 year old", "7 yrs", "six years old", where nothing else is so old: "5 year old news"
bool is_years_old(const NameWords& words, std::size_t at) {
  constexpr int age_max = 25;
  const std::string_view word = words.in_clause(at);
  const bool number = words.is_shape(at, Shape::number) && word.size() <= 2 && number_of(word) <= age_max;
  if (word.empty() || !(number || is_age_word(word))) return false;
  if (!one_of({"year", "years", "yr", "yrs", "yo"}, words.in_clause(at + 1))) return false;
  if (words.gap(at + 2) > Gap::space) return true;
  if (words.folded(at + 2) != "old") return one_of({"and", "but"}, words.folded(at + 2));
  return words.gap(at + 3) > Gap::space ||
         one_of({"and", "but", "now", "he", "she", "in", "with", "who", "so"}, words.folded(at + 3));
}

// "in year 3", "in reception", "in y4", "on the pathway", "out of school"
bool is_where_children_are(const NameWords& words, std::size_t at) {
  if (words.in_clause(at) == "out" && words.in_clause(at + 1) == "of") {
    return words.in_clause(at + 2) == "school";
  }
  if (words.in_clause(at) == "off") return words.in_clause(at + 1) == "school";
  if (words.in_clause(at) == "on") {
    return words.in_clause(at + 1) == "the" && one_of({"pathway", "spectrum"}, words.in_clause(at + 2));
  }
  if (words.in_clause(at) != "in") return false;
  const std::string_view where = words.in_clause(at + 1);
  return one_of({"reception", "nursery", "hospital"}, where) ||
         (one_of({"year", "yr", "y"}, where) && words.is_shape(at + 2, Shape::number));
}

bool is_negated(std::string_view verb) {
  return one_of({"cant", "can't", "cannot", "wont", "won't", "doesnt", "doesn't", "couldnt", "couldn't",
                 "didnt", "didn't"},
                verb);
}

// "needs a nurse" is said of people, "needs a ramp" also of places.
bool needs_somebody(const NameWords& words, std::size_t at) {
  return one_of({"a", "an"}, words.in_clause(at)) &&
         one_of({"nurse", "ta", "ehcp", "diagnosis", "wheelchair", "hoist", "psychologist"},
                words.in_clause(at + 1));
}

// "a different child", "a changed lad"
bool is_another_child(const NameWords& words, std::size_t at) {
  return one_of({"a", "another"}, words.in_clause(at)) &&
         one_of({"different", "changed", "new", "happier"}, words.in_clause(at + 1)) &&
         one_of({"child", "boy", "girl", "lad", "lass", "kid", "person"}, words.in_clause(at + 2));
}

// "been a different child"
bool has_become_another(const NameWords& words, std::size_t at) {
  return words.in_clause(at) == "been" && is_another_child(words, at + 1);
}

// "told us", "asked me": what nobody has done but somebody.
bool is_told_to_somebody(const NameWords& words, std::size_t at) {
  return one_of({"told", "asked"}, words.in_clause(at)) &&
         one_of({"us", "me", "him", "her", "them", "staff"}, words.in_clause(at + 1));
}

// "was the only one who", "is the first person that"
bool is_the_one_who(const NameWords& words, std::size_t at) {
  return words.in_clause(at) == "the" &&
         one_of({"only", "first", "last", "best", "worst"}, words.in_clause(at + 1)) &&
         one_of({"one", "person", "teacher", "adult"}, words.in_clause(at + 2)) &&
         words.in_clause(at + 3) == "who";
}

// What somebody has or got: "autism", "no friends", "been excluded"; `at`: the verb.
bool is_what_somebody_has(const NameWords& words, std::size_t at) {
  const std::string_view next = words.in_clause(at + 1);
  const bool lacks =
      next == "nowhere" ||
      (next == "no" && one_of({"friends", "speech", "voice", "diagnosis", "ehcp", "language", "words"},
                              words.in_clause(at + 2)));
  const bool been = next == "been" &&
                    (is_what_somebody_is(words.in_clause(at + 2)) || is_where_children_are(words, at + 2));
  return is_condition(next) || lacks || been ||
         (next == "a" && one_of({"trachy", "tracheostomy", "stammer", "diagnosis", "shunt", "peg"},
                                words.in_clause(at + 2)));
}

}  // namespace

bool told_of_person(const NameWords& words, std::size_t at) {
  const std::string_view verb = words.in_clause(at);
  const std::string_view next = words.in_clause(at + 1);
  if (verb.empty() || next.empty()) return false;
  const bool had = one_of({"has", "had"}, verb);
  if (had && (has_become_another(words, at + 1) || is_told_to_somebody(words, at + 1))) return true;
  if (one_of({"has", "got"}, verb)) return is_what_somebody_has(words, at);
  if (one_of({"is", "was"}, verb)) {
    if (is_the_one_who(words, at + 1) || is_another_child(words, at + 1)) return true;
    return is_what_somebody_is(next) || is_age(words, at + 1) || is_where_children_are(words, at + 1);
  }
  if (one_of({"turns", "turned"}, verb)) return is_age(words, at + 1);
  // "goes non verbal"
  if (one_of({"goes", "went"}, verb)) return one_of({"non", "nonverbal", "non-verbal", "mute"}, next);
  if (is_negated(verb)) {
    const bool does = one_of({"do", "use", "climb", "reach", "hold"}, next) &&
                      !words.in_clause(at + 2).empty() &&
                      !one_of({"it", "this", "that", "anything", "much", "more"}, words.in_clause(at + 2));
    return is_ability(next) || does;
  }
  if (one_of({"does", "can", "could"}, verb)) return next == "not" && is_ability(words.in_clause(at + 2));
  if (verb == "needs") return needs_somebody(words, at + 1);
  // "never rings back", but not "never ring"
  return verb == "never" && words.is(at + 1, Mark::person_verb) && next.ends_with('s');
}

bool told_of_child(const NameWords& words, std::size_t at) {
  if (!one_of({"is", "was", "isnt", "isn't"}, words.in_clause(at))) return false;
  const bool adverb = one_of({"only", "nearly", "just", "almost", "now", "about"}, words.in_clause(at + 1));
  const std::size_t next = adverb ? at + 2 : at + 1;
  if (is_age(words, next) || is_years_old(words, next) || is_where_children_are(words, next)) return true;
  const std::string_view word = words.in_clause(next);
  const bool verbal =
      word == "non" && words.gap(next + 1) <= Gap::other && words.folded(next + 1) == "verbal";
  return verbal || one_of({"nonverbal", "non-verbal", "preverbal", "pre-verbal", "autistic", "deaf",
                           "tube-fed", "epileptic", "diabetic", "dyslexic"},
                          word);
}

}  // namespace postbox::redact
