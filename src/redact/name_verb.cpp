#include "redact/name_verb.hpp"

#include <algorithm>
#include <array>

#include "redact/name_after.hpp"
#include "redact/name_at_start.hpp"
#include "redact/name_predicate.hpp"
#include "redact/one_of.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// "Hope is all we have": what is said of hope and faith, not of people.
bool is_said_of_things(const NameWords& words, std::size_t at) {
  const std::string_view said = words.folded(at + 1);
  return words.is(at, Mark::being) &&
         (said == "all" || said == "what" || said == "gone" || said == "lost" || said == "dead" ||
          said == "fading" || said == "not" || said == "one" || said == "wearing" || said == "running" ||
          said == "needed" || said == "key" || said == "said" || said == "short" || said == "restored");
}

// After a listed name that starts a sentence: "Lily just sits there", "Jack from the office".
bool follows_a_name_at_the_start(std::string_view next) {
  static constexpr WordList words = {"from", "and",   "at",    "in",   "just",  "really", "then", "now",
                                     "also", "still", "often", "only", "never", "always", "will"};
  return words.has(next);
}

// What stands after the comma or the "and" of a person, and seldom of holly or amber.
bool goes_on_as_person(const NameWords& words, std::size_t at) {
  return words.is_capital(at) || words.is_shape(at, Shape::number) || words.is(at, Mark::owner) ||
         words.is(at, Mark::relative) ||
         one_of({"who", "i", "he", "she", "we", "you", "the", "a", "aged", "they", "please", "if", "it"},
                words.folded(at));
}

// A listed name that starts a sentence, and goes on as a name does: "Lily, who", "Lily just sits".
bool is_listed_start(const NameWords& words, std::size_t at, const Sense& sense, bool capital, bool starts) {
  if (!starts || !capital || !sense.given() || sense.has(Mark::not_name)) return false;
  const bool space = words.gap(at + 1) == Gap::space;
  if (space && words.folded(at + 1) == "and") return goes_on_as_person(words, at + 2);
  if (words.gap(at + 1) == Gap::comma && !goes_on_as_person(words, at + 1)) return false;
  return words.gap(at + 1) == Gap::comma || (space && follows_a_name_at_the_start(words.folded(at + 1)));
}

// "Summer is hard" is the season, "Summer is 14" is not.
int weight_of_season(const NameWords& words, std::size_t at) {
  const bool age =
      (words.is_shape(at + 2, Shape::number) && words.folded(at + 2).size() <= 2) ||
      one_of({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
              "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"},
             words.folded(at + 2));
  return age || role_after(words, at + 2) ? 7 : 0;
}

// "April came and went", "May starts badly": what months do.
bool is_said_of_times(std::string_view verb) {
  return one_of({"came", "comes", "went", "goes", "passed", "ended", "ends", "started", "starts", "began",
                 "begins", "saw", "brought", "brings", "turned", "turns", "made", "makes"},
                verb);
}

// "Bill came to £84"
bool is_said_of_bills(const NameWords& words, std::size_t at) {
  if (words.folded(at) != "bill" || !one_of({"came", "comes", "was", "is", "went"}, words.folded(at + 1))) {
    return false;
  }
  for (std::size_t step = 2; step <= 4 && words.gap(at + step) < Gap::sentence; ++step) {
    if (words.is_shape(at + step, Shape::number)) return words.folded(at + 1) != "is" || step > 2;
  }
  return false;
}

// "Will never got a place", but not "Will never work".
bool is_past_after_never(const NameWords& words, std::size_t at) {
  return words.folded(at) == "never" &&
         one_of({"got", "had", "went", "came", "did", "saw", "was", "made"}, words.folded(at + 1));
}

// "Will is 18", "Grace drives the bus", but not "Will you", "Hope is all we have".
int weight_of_word_at_start(const NameWords& words, std::size_t at, const Sense& sense) {
  const std::string_view next = words.folded(at + 1);
  if (next == "from" || is_past_after_never(words, at + 1)) return 7;
  // "Will will", "Mark will": one verb is enough
  const bool will = next == "will" && is_verb_too(words.folded(at)) && words.folded(at) != "hope";
  if (will && words.gap(at + 1) == Gap::space) return 7;
  if (!is_verb_too(words.folded(at)) && works_somewhere(words, at)) return 7;
  const bool time = sense.has(Mark::calendar);
  if (!time && goes_on_as_somebody(words, at) && !is_said_of_bills(words, at)) return 7;
  if (!verb_after(words, at + 1) || is_said_of_things(words, at + 1) || is_said_of_bills(words, at)) return 0;
  if (sense.has(Mark::calendar)) {
    if (is_said_of_times(next)) return 0;
    if (words.is(at + 1, Mark::being)) return weight_of_season(words, at);
  }
  const bool person = !sense.has(Mark::seldom) || words.is(at + 1, Mark::person_verb);
  return person ? 7 : weight_of_season(words, at);
}

}  // namespace

bool is_verb_too(std::string_view word) {
  return one_of({"will", "may",   "mark", "grant", "hope", "chase",  "bill",    "nick",
                 "rob",  "sue",   "pat",  "skip",  "wade", "drew",   "jack",    "peg",
                 "bob",  "chuck", "dash", "pace",  "wish", "praise", "promise", "trust"},
                word);
}

int weight_of_verb(const NameWords& words, std::size_t at, bool capital, bool starts) {
  const Sense& sense = words.sense(at);
  if (capital && (sense.given() || sense.ambiguous()) && told_of_person(words, at + 1)) return starts ? 7 : 5;
  const bool first = starts && capital && sense.given();
  if (first && (goes_on_as_somebody(words, at) || works_somewhere(words, at))) return 7;
  if (is_listed_start(words, at, sense, capital, starts)) return 3;
  if (words.gap(at + 1) != Gap::space) return 0;
  if (sense.ambiguous() && capital && starts) return weight_of_word_at_start(words, at, sense);
  if (!verb_after(words, at + 1)) return 0;
  const std::string_view next = words.folded(at + 1);
  if (sense.ambiguous() && !capital) {
    return next == "never" || next == "always" || next == "still" ? 0 : 2;
  }
  if (sense.ambiguous() && is_said_of_things(words, at + 1)) return 0;
  // A word in no list that is subject of a verb inside a sentence: "school said Zuriel was fine".
  const bool subject = sense.unknown() && words.is_capital(at) && !starts && words.gap(at) == Gap::space;
  return words.is(at + 1, Mark::person_verb) ? 5 : (subject ? 4 : 3);
}

}  // namespace postbox::redact
