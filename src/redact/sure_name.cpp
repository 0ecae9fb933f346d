#include "redact/sure_name.hpp"

#include <string_view>

#include "redact/name_after.hpp"
#include "redact/name_at_start.hpp"
#include "redact/name_introduced.hpp"
#include "redact/name_list.hpp"
#include "redact/name_predicate.hpp"
#include "redact/name_sign_off.hpp"
#include "redact/name_verb.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// "my mate Dec says", "my neighbour Vi on": a short name that is in no list, or another word by the lists.
bool is_short_name_of_relative(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_max = 3;
  const Sense& sense = words.sense(at);
  const bool fits =
      words.folded(at).size() <= letters_max && words.is_capital(at) && words.gap(at) == Gap::space;
  if (!fits) return false;
  return !sense.has(Mark::everyday) && !sense.phrase && !is_title(sense.marks) &&
         words.is_before(at, Mark::relative) && words.is_before(at, Mark::owner, 2) &&
         !words.is_possessive(at - 1) && words.is_shape(at + 1, Shape::lower);
}

// "grace wont eat", "mason says no", "dawn at the hub", "HOPE HAS BEEN OUT OF SCHOOL" at the start of a
// sentence: a name that is a word, in letters that do not show it.
bool is_lower_start(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool plain = words.is_shape(at, Shape::lower) || (sense.shouted && words.is_shape(at, Shape::upper));
  const bool fits = plain && (sense.given() || sense.ambiguous()) && words.starts_sentence(at);
  if (!fits || sense.phrase) return false;
  if (told_of_person(words, at + 1)) return true;
  // "hope said the form got lost"
  const bool spoke = one_of({"said", "told", "rang", "phoned", "emailed", "texted"}, words.in_clause(at + 1));
  if (spoke && words.folded(at) != "may" && !sense.has(Mark::not_name)) return true;
  if (sense.has(Mark::everyday) || is_verb_too(words.folded(at))) return false;
  if (sense.has(Mark::calendar) || sense.has(Mark::not_name)) return false;
  return does_as_somebody(words, at) || goes_on_as_somebody(words, at) ||
         (!sense.has(Mark::seldom) && works_somewhere(words, at));
}

// "wee callan's been off": so spoken of before a name that no word is.
bool is_lower_wee(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 3;
  const Sense& sense = words.sense(at);
  const bool fits = words.is_shape(at, Shape::lower) && words.gap(at) == Gap::space &&
                    words.before(at) == "wee" && words.folded(at).size() >= letters_min &&
                    !sense.ordinary() && !sense.phrase && (sense.given() || sense.unknown()) &&
                    !sense.has(Mark::relative);
  return fits && (words.is_possessive(at) || verb_after(words, at + 1) || words.is(at + 1, Mark::being));
}

// "signed Nana Dot": what a child calls her, and a name that is a word or is in no list, where it ends.
bool is_behind_kin_title(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 3;
  constexpr std::size_t letters_max = 7;
  const Sense& sense = words.sense(at);
  const std::size_t size = words.folded(at).size();
  const bool fits = at > 0 && words.is_capital(at) && words.is_capital(at - 1) &&
                    words.gap(at) == Gap::space && words.is_before(at, Mark::kin_title) && !sense.phrase &&
                    size >= letters_min && size <= letters_max && !words.is_possessive(at);
  if (!fits || sense.marks.has_one_of({Mark::not_name, Mark::relative, Mark::institution, Mark::everyday})) {
    return false;
  }
  return words.gap(at + 1) >= Gap::comma && !words.sense(at - 1).phrase;
}

// "Old Tam", "Big Dot": a name that is a word too, behind what one of the name is told from others by; not
// "the Old Man".
bool is_behind_byname(const NameWords& words, std::size_t at) {
  const bool fits =
      at > 1 && words.is_capital(at) && words.is_capital(at - 1) && words.gap(at) == Gap::space &&
      one_of({"old", "big", "wee", "little", "young"}, words.before(at)) && words.gap(at - 1) <= Gap::comma;
  const Sense& sense = words.sense(at);
  if (!fits || sense.phrase || !(sense.given() || sense.ambiguous())) return false;
  if (sense.marks.has_one_of({Mark::not_name, Mark::everyday, Mark::calendar, Mark::place_given})) {
    return false;
  }
  if (words.gap(at + 1) == Gap::space && words.is_capital(at + 1)) return false;
  return !one_of({"the", "a", "an", "this", "that", "in", "at", "near"}, words.before(at, 2));
}

// "Big Ed the caretaker": two letters that are somebody's by what stands on both sides.
bool is_short_byname(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_max = 3;
  return at > 0 && words.is_capital(at) && words.is_capital(at - 1) && words.gap(at) == Gap::space &&
         words.folded(at).size() <= letters_max && !words.sense(at).ordinary() &&
         one_of({"big", "wee", "little", "young"}, words.before(at)) && role_after(words, at + 1);
}

// "my lad fox (yes really)": a word for a name, and somebody who knows that.
bool is_word_owned_up(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool fits = words.gap(at) == Gap::space && words.is_before(at, Mark::relative) &&
                    words.is_before(at, Mark::owner, 2) && words.gap(at + 1) == Gap::bracket &&
                    !sense.has(Mark::everyday) && !sense.has(Mark::relative) && !words.is_possessive(at - 1);
  return fits && one_of({"yes", "yep", "aka", "spelt", "spelled", "pronounced", "really", "honest"},
                        words.folded(at + 1));
}

// "uncle bob does mondays", "auntie carol and"
bool is_aunt_or_uncle(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  return words.is_shape(at, Shape::lower) && (sense.given() || sense.ambiguous()) &&
         !sense.has(Mark::base_follower) && words.gap(at) == Gap::space &&
         one_of({"uncle", "auntie", "aunty", "aunt", "nana", "nanna", "grandad"}, words.before(at)) &&
         ends_or_verb(words, at + 1) && !sense.figure;
}

// "hi its tash", "hello im kezzy": in no list, where the greeting ends.
bool is_lower_greeter(const NameWords& words, std::size_t at) {
  // "hiya mo here"
  const bool here = words.sense(at).listed() && words.in_clause(at + 1) == "here" &&
                    words.gap(at) == Gap::space && one_of({"hi", "hello", "hiya", "hey"}, words.before(at));
  if (here && words.is_shape(at, Shape::lower)) return true;
  constexpr std::size_t letters_min = 3;
  const bool fits =
      words.is_shape(at, Shape::lower) && words.sense(at).unknown() && words.gap(at) == Gap::space;
  if (!fits) return false;
  const std::string_view word = words.folded(at);
  const bool slip = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly");
  const bool ends = words.gap(at + 1) > Gap::space || one_of({"again", "here", "from"}, words.folded(at + 1));
  return word.size() >= letters_min && !slip && ends &&
         one_of({"its", "it's", "im", "i'm"}, words.before(at)) &&
         one_of({"hi", "hello", "hiya", "hey"}, words.before(at, 2));
}

// "its jaz mum of ayaan", "im tracey, mum to kayden"
bool is_lower_parent(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  constexpr std::size_t letters_min = 3;
  const bool fits = words.is_shape(at, Shape::lower) && words.folded(at).size() >= letters_min &&
                    !sense.ordinary() && !sense.has(Mark::relative) && !sense.phrase;
  return fits && one_of({"its", "it's", "im", "i'm", "hi", "is"}, words.before(at)) &&
         words.gap(at) == Gap::space && words.is(at + 1, Mark::relative) &&
         words.gap(at + 1) <= Gap::bracket && one_of({"of", "to"}, words.in_clause(at + 2));
}

// "thank you grace at the office": a word in small letters where somebody is thanked, and works somewhere.
bool is_lower_thanked(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool fits = words.is_shape(at, Shape::lower) && (sense.given() || sense.ambiguous()) &&
                    !sense.phrase && words.gap(at) == Gap::space && !is_verb_too(words.folded(at));
  if (!fits || sense.has(Mark::calendar) || sense.has(Mark::everyday)) return false;
  const bool thanked = one_of({"thanks", "thankyou", "cheers", "ta"}, words.before(at)) ||
                       (words.before(at) == "you" && words.before(at, 2) == "thank");
  return thanked &&
         one_of({"at", "from", "on", "for", "who", "thanks", "thankyou", "and"}, words.in_clause(at + 1));
}

// "Will (he will)"
bool is_before_its_word_in_brackets(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_max = 4;
  if (words.gap(at + 1) != Gap::bracket) return false;
  for (std::size_t next = at + 1; next <= at + words_max; ++next) {
    if (next > at + 1 && words.gap(next) != Gap::space) return false;
    if (words.folded(next) == words.folded(at)) return words.is_shape(next, Shape::lower);
  }
  return false;
}

// "Rose rose to it", "Art does art": the name beside its word.
bool is_beside_its_word(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  if (!words.is_capital(at) || !(sense.given() || sense.ambiguous()) || sense.phrase) return false;
  const bool next = words.in_clause(at + 1) == words.folded(at) && words.is_shape(at + 1, Shape::lower);
  const bool object = words.in_clause(at + 2) == words.folded(at) && words.is_shape(at + 2, Shape::lower) &&
                      verb_after(words, at + 1) && !words.is(at + 1, Mark::being);
  return (next || object || is_before_its_word_in_brackets(words, at)) && !sense.has(Mark::calendar);
}

// "winter (my youngest)": a word that is somebody's of the family.
bool is_own_in_brackets(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  return words.is_shape(at, Shape::lower) && (sense.given() || sense.ambiguous()) && !sense.phrase &&
         words.gap(at + 1) == Gap::bracket && words.is(at + 1, Mark::owner) &&
         words.gap(at + 2) == Gap::space && words.is(at + 2, Mark::relative);
}

// "but dean who does", "TELL GRACE AT THE HUB": a word in letters that do not show it, where only somebody
// can be meant.
bool is_somebody_unshown(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool plain = words.is_shape(at, Shape::lower) || (sense.shouted && words.is_shape(at, Shape::upper));
  const bool fits = plain && (sense.given() || sense.ambiguous()) && words.gap(at) == Gap::space &&
                    !sense.phrase && !sense.has(Mark::everyday) && !sense.has(Mark::calendar) &&
                    !is_verb_too(words.folded(at));
  if (!fits || one_of({"guy", "angel", "miracle", "star"}, words.folded(at))) return false;
  if (one_of({"but", "and", "with", "to", "from", "by", "is", "ask", "except"}, words.before(at)) &&
      words.in_clause(at + 1) == "who" && words.is(at + 2, Mark::third_person)) {
    return true;
  }
  return one_of({"tell", "told", "ask", "asked", "ring", "rang", "email", "emailed", "phone", "phoned"},
                words.before(at)) &&
         works_somewhere(words, at);
}

// "Rebel has autism", "Reign is two": a word of the dictionary alone, at the start of a sentence. What
// children are called in general is none.
bool is_word_told_of(const NameWords& words, std::size_t at) {
  if (!words.is_capital(at) || !words.starts_sentence(at)) return false;
  const Sense& sense = words.sense(at);
  if (!sense.marks.none_but(Mark::dictionary) || sense.phrase) return false;
  return !one_of({"pupil", "student", "client", "sibling", "patient", "learner", "minor", "teen", "applicant",
                  "claimant", "attendee", "participant", "dependant", "dependent"},
                 words.folded(at)) &&
         told_of_person(words, at + 1);
}

bool is_place_of_work(std::string_view word) {
  static constexpr WordList places = {"mediation",   "transport",  "reception", "admissions", "speech",
                                      "office",      "desk",       "hub",       "clinic",     "surgery",
                                      "panel",       "helpline",   "nursery",   "portage",    "physio",
                                      "audiology",   "triage",     "enquiries", "finance",    "camhs",
                                      "salt",        "sendiass",   "tribunal",  "phlebotomy", "pharmacy",
                                      "outpatients", "orthoptics", "dietetics", "respite",    "safeguarding"};
  return places.has(word);
}

// "Rose at mediation rose above it", "Joy in the office found it": a word that works somewhere, and what it
// did there; not "Faith in the panel is gone".
bool is_at_work(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_after_max = 3;
  const Sense& sense = words.sense(at);
  const bool fits = words.is_capital(at) && words.starts_sentence(at) && !sense.phrase &&
                    (sense.given() || sense.ambiguous()) && !sense.has(Mark::calendar);
  if (!fits || !one_of({"at", "in", "from", "on"}, words.in_clause(at + 1))) return false;
  const std::size_t place = words.in_clause(at + 2) == "the" ? at + 3 : at + 2;
  if (words.in_clause(place).empty() || !is_place_of_work(words.folded(place))) return false;
  const bool state = words.in_clause(at + 1) == "in" || words.in_clause(at + 1) == "on";
  for (std::size_t next = place + 1; next <= place + words_after_max; ++next) {
    if (words.in_clause(next).empty()) return false;
    if (words.is(next, Mark::being)) return !state;
    if (words.is(next, Mark::person_verb) || words.is(next, Mark::third_person)) return true;
    if (words.in_clause(next).ends_with("ed") || words.folded(next) == words.folded(at)) return true;
    if (one_of({"found", "lost", "went", "made", "got", "gave", "took", "sent", "never", "always", "told"},
               words.folded(next))) {
      return true;
    }
  }
  return false;
}

// "wouldnt let hope on the course": nobody else is let or refused; not "dont let hope go".
bool is_lower_let(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool fits = words.is_shape(at, Shape::lower) && (sense.given() || sense.ambiguous()) &&
                    !sense.phrase && words.gap(at) == Gap::space && words.before(at) == "let";
  if (!fits) return false;
  const bool refused =
      one_of({"wouldnt", "wouldn't", "wont", "won't", "not", "never", "didnt", "didn't"},
             words.before(at, 2)) ||
      (words.before(at, 2) == "to" && one_of({"refused", "refuse", "refuses"}, words.before(at, 3)));
  if (!refused) return false;
  if (one_of({"sit", "stay", "join", "attend", "eat", "leave"}, words.in_clause(at + 1))) return true;
  return one_of({"on", "in", "into", "near", "onto"}, words.in_clause(at + 1)) &&
         one_of({"the", "a", "any", "class", "school", "assembly", "lessons", "college"},
                words.in_clause(at + 2));
}

// "my lad mark taylor", "jack wilson was": first and family name in small letters. The first is a word as
// well, so where nobody is called somebody's the family must be no word of the language.
bool is_lower_full_name(const NameWords& words, std::size_t at) {
  const Sense& first = words.sense(at);
  const Sense& family = words.sense(at + 1);
  const bool fits = words.is_shape(at, Shape::lower) && words.is_shape(at + 1, Shape::lower) &&
                    words.gap(at + 1) == Gap::space && (first.given() || first.ambiguous()) &&
                    !first.phrase && !family.phrase && family.has(Mark::family) &&
                    !family.has(Mark::not_name) && !family.has(Mark::base_follower) &&
                    !family.has(Mark::third_person);
  if (!fits) return false;
  const bool somebodys = words.gap(at) == Gap::space && words.is_before(at, Mark::relative) &&
                         words.is_before(at, Mark::owner, 2) && !words.is_possessive(at - 1);
  if (somebodys) return ends_or_verb(words, at + 2) || words.is(at + 2, Mark::being) || !family.ordinary();
  // "hope jones rings", "will wilson come"
  const bool verb = is_verb_too(words.folded(at)) &&
                    !one_of({"mark", "nick", "rob", "sue", "pat", "drew", "jack", "bob"}, words.folded(at));
  return !family.ordinary() && !family.ambiguous() && !first.has(Mark::calendar) && !verb;
}

}  // namespace

bool begins_sure_name(const NameWords& words, std::size_t at) {
  return is_short_name_of_relative(words, at) || is_lower_start(words, at) || is_aunt_or_uncle(words, at) ||
         is_lower_greeter(words, at) || is_lower_thanked(words, at) || is_beside_its_word(words, at) ||
         is_somebody_unshown(words, at) || is_own_in_brackets(words, at) || is_word_told_of(words, at) ||
         is_in_list_of_people(words, at) || is_lower_parent(words, at) || stands_before_contact(words, at) ||
         is_lower_on_network(words, at) || is_lower_wee(words, at) || is_behind_kin_title(words, at) ||
         is_short_byname(words, at) || is_behind_byname(words, at) || is_introduced(words, at) ||
         is_word_owned_up(words, at) || is_at_work(words, at) || is_lower_let(words, at) ||
         is_lower_full_name(words, at);
}

}  // namespace postbox::redact
