#include "redact/plain_name.hpp"

#include <algorithm>
#include <array>

#include "redact/name_after.hpp"
#include "redact/name_against.hpp"
#include "redact/name_at_start.hpp"
#include "redact/name_before.hpp"
#include "redact/name_predicate.hpp"
#include "redact/name_verb.hpp"
#include "redact/one_of.hpp"
#include "redact/sure_name.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

// A word whose evidence adds up to this begins a name. The weights were set by hand: a listed name with a
// capital is enough alone; a word of any other kind needs one strong sign or two weak ones.
constexpr int enough = 10;
constexpr int never = -100;

struct Place {
  bool capital;      // Jamie; JAMIE where the sentence is not shouted
  bool starts;       // first of its sentence, where everybody has a capital
  bool upper_alone;  // JAMIE, which may be an abbreviation too
  bool shouted;
};

Place place_of(const NameWords& words, std::size_t at) {
  const Shape shape = words.word(at).shape;
  const bool shouted = words.sense(at).shouted;
  return {.capital = shape == Shape::capital || (shape == Shape::upper && !shouted),
          .starts = words.starts_sentence(at) || (words.word(at).line_start && words.gap(at) > Gap::glued),
          .upper_alone = shape == Shape::upper,
          .shouted = shouted && shape == Shape::upper};
}

// --- what the word itself says ---

int weight_of_given(const Sense& sense, const Place& place) {
  if (place.upper_alone && sense.has(Mark::abbreviation)) return never;  // "PIP"
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
  return 10;
}

// "Outsourcing", "Hydrotherapy": an English word in no list, by how it ends.
bool is_made_like_a_word(std::string_view word) {
  constexpr std::size_t letters_min = 7;
  static constexpr WordList endings = {"tion",  "tions",  "sion",  "ology", "ological", "therapy", "ment",
                                       "ments", "ness",   "ism",   "able",  "ible",     "ously",   "ically",
                                       "ised",  "ized",   "ising", "izing", "ings",     "ities",   "ometry",
                                       "iatry", "graphy", "based", "wise",  "like",     "less"};
  return word.size() >= letters_min &&
         std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

int weight_of_word(const Sense& sense, const Place& place, const Word& word) {
  const Shape shape = word.shape;
  if (shape == Shape::caseless) return sense.has(Mark::given) ? 12 : 0;
  if (sense.given()) return weight_of_given(sense, place);
  if (sense.ambiguous()) return weight_of_ambiguous(sense, place);
  if (sense.has(Mark::family)) return weight_of_family(sense, place);
  if (sense.has(Mark::not_name)) return never;
  if (sense.ordinary()) return place.capital && !place.starts ? 0 : never;
  if (sense.has(Mark::relative) || sense.has(Mark::role) || sense.has(Mark::kin_title)) return never;
  if (place.shouted || !place.capital) return 1;
  if (place.upper_alone) return 2;
  if (place.starts && is_made_like_a_word(word.folded)) return 1;
  return place.starts ? 5 : 6;
}

// --- what stands around it ---

// "surname: Tan", "his surname is Said", "everyone calls me Beans": a word for a name.
bool follows_label(const NameWords& words, std::size_t at) {
  const bool called = one_of({"him", "her", "them", "me"}, words.before(at)) &&
                      one_of({"call", "calls", "called"}, words.before(at, 2));
  if (called) return !words.sense(at).has(Mark::everyday);
  const std::size_t label = words.is_before(at, Mark::being) ? 2 : 1;
  return one_of({"surname", "forename"}, words.before(at, label));
}

int weight_before(const NameWords& words, std::size_t at, const Place& place) {
  int weight = 0;
  switch (cue_before(words, at)) {
    case Cue::sure:
      weight += 8;
      if (place.capital && follows_label(words, at)) weight += 2;
      break;
    case Cue::role:
      weight += place.capital ? 7 : 6;
      break;
    case Cue::possible:
      weight += 5;
      break;
    case Cue::none:
      break;
  }
  if (follows_name(words, at) && place.capital) weight += 5;
  if (words.gap(at) != Gap::space) return weight;
  if (words.is_before(at, Mark::to_person)) weight += place.capital ? 3 : 1;
  if (!place.capital && was_spoken_to(words, at)) weight += 9;
  return weight;
}

int weight_of_possessive(const NameWords& words, std::size_t at, const Sense& sense, const Place& place) {
  if (!words.is_possessive(at)) return 0;
  const bool of_person = words.is(at + 1, Mark::relative) || words.is(at + 1, Mark::role);
  const bool month = sense.has(Mark::calendar) && !owns_as_somebody(words, at);
  if (sense.ambiguous() && place.starts && !month) return 7;
  const bool lower_name = !place.capital && !sense.ordinary() && sense.listed();
  if (words.is(at + 1, Mark::relative) && lower_name) return 8;  // "mckenzie's mam"
  return of_person ? 4 : 3;
}

// What follows a word that is written as a name: "and I", a family name, a year at school.
int weight_after_capital(const NameWords& words, std::size_t at, const Sense& sense, const Place& place) {
  int weight = 0;
  const bool first_unlisted = place.starts && !sense.given() && !sense.ambiguous();  // "Phonics in Year 1"
  if (school_year_after(words, at + 1) && !first_unlisted) weight += 7;
  if (and_name_after(words, at + 1)) weight += 7;
  const std::string_view after_and = words.folded(at + 2);
  if (words.folded(at + 1) == "and" && after_and == "me") weight += 4;
  if (words.folded(at + 1) == "and" && after_and == "i") {
    weight += sense.listed() && !sense.has(Mark::calendar) ? 7 : 4;  // "Bill and I", not "at Easter and I"
  }
  if (words.gap(at + 1) != Gap::space || !words.is_capital(at + 1)) return weight;
  const bool everyday = words.is(at + 1, Mark::not_name) || words.is(at + 1, Mark::everyday);
  // "Will Hartley waits", of a family that is also a brand or the like
  const bool ended = words.is(at + 1, Mark::family) && !words.is(at + 1, Mark::everyday) &&
                     (ends_or_verb(words, at + 2) || words.is_possessive(at + 1));
  if (words.is(at + 1, Mark::family) && (!everyday || ended)) weight += 7;
  if (!words.sense(at + 1).unknown()) return weight;
  if (sense.given()) return weight + 5;  // "Daisy Xyl": a family name in no list
  constexpr std::size_t letters_min = 4;
  const bool name = sense.ambiguous() && !sense.has(Mark::calendar) && !sense.has(Mark::not_name);
  // "Grace Adeyinka hums", but not "Hope Kooth rings"
  if (name && !is_verb_too(words.folded(at)) && words.folded(at + 1).size() >= letters_min) weight += 7;
  return weight;
}

// A word in no list that starts a sentence: "Ishbel, who is nine", "Zuriel is 11", "Azri and Obinze share".
int weight_of_unknown_start(const NameWords& words, std::size_t at) {
  const std::string_view next = words.folded(at + 1);
  if (words.gap(at + 1) == Gap::comma) return one_of({"who", "she", "he", "whose", "aged"}, next) ? 5 : 0;
  if (words.gap(at + 1) != Gap::space) return 0;
  const std::size_t last =
      words.folded(at + 2) == "only" || words.folded(at + 2) == "nearly" ? at + 3 : at + 2;
  const bool age = words.is(at + 1, Mark::being) && words.is_shape(last, Shape::number) &&
                   words.folded(last).size() <= 2 && words.gap(last + 1) >= Gap::comma;
  const bool two = next == "and" && words.is_capital(at + 2) && words.sense(at + 2).unknown();
  return age || two ? 5 : 0;
}

int weight_after(const NameWords& words, std::size_t at, const Sense& sense, const Place& place) {
  int weight =
      weight_of_verb(words, at, place.capital, place.starts) + weight_of_possessive(words, at, sense, place);
  if (age_after(words, at + 1)) weight += sense.ambiguous() ? 7 : 6;
  if (sense.unknown() && place.capital && place.starts) weight += weight_of_unknown_start(words, at);
  // "Hope the new head listens"
  const bool plain = one_of({"bill", "rob", "bob", "pat", "sue", "nick", "drew"}, words.folded(at)) &&
                     words.folded(at + 1) == "the" && words.is(at + 2, Mark::role);  // "Bill the driver"
  const bool asks =
      !plain && place.starts && is_verb_too(words.folded(at)) && words.gap(at + 1) == Gap::space;
  if (!asks && role_after(words, at + 1) && (place.capital || sense.given())) weight += place.capital ? 7 : 9;
  if (signs_off(words, at)) weight += place.capital || place.shouted ? 8 : 6;
  if (place.capital) weight += weight_after_capital(words, at, sense, place);
  if (words.gap(at + 1) <= Gap::space && words.is_shape(at + 1, Shape::number) && !sense.given()) weight -= 6;
  return weight;
}

bool can_be_name(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const Shape shape = words.word(at).shape;
  if (shape == Shape::number || shape == Shape::initial) return false;
  if (sense.phrase || is_title(sense.marks)) return false;
  if (shape == Shape::caseless) return sense.has(Mark::given);
  const bool short_word = words.folded(at).size() < 3 && !sense.listed();
  // "I'm", "who'd"; not "O'Hara", which is made like a family name.
  const bool contraction = !sense.listed() && words.folded(at).find('\'') != std::string_view::npos;
  return !short_word && !contraction;
}

// "our mason and", "our daisy loves": how families speak of a child in small letters.
int weight_of_ours(const NameWords& words, std::size_t at, const Sense& sense) {
  const std::string_view last = words.before(at);
  const bool ours = words.gap(at) == Gap::space && (last == "our" || last == "wor");
  const bool goes_on = ends_or_verb(words, at + 1) || words.is(at + 1, Mark::being);
  if (ours) return sense.given() && goes_on ? 4 : 0;
  // "cheers bri"
  const bool thanked =
      words.is_before(at, Mark::greeting) && words.gap(at) == Gap::space && !words.is_capital(at);
  return thanked && sense.given() && !sense.ordinary() && words.gap(at + 1) > Gap::space ? 2 : 0;
}

// A name that was learnt elsewhere in the same submission.
int weight_of_known(const NameWords& words, std::size_t at, const Sense& sense, const Place& place) {
  if (!sense.known || (sense.has(Mark::not_name) && !sense.given())) return 0;
  if (sense.ambiguous() || sense.ordinary()) {
    const bool as_word = is_verb_too(words.folded(at)) && place.starts &&
                         words.is(at + 1, Mark::base_follower) && words.gap(at + 1) <= Gap::space;
    return words.is_capital(at) && !as_word ? 8 : 0;
  }
  return place.capital || sense.unknown() || sense.given() ? 10 : 0;
}

}  // namespace

bool begins_plain_name(const NameWords& words, std::size_t at) {
  if (begins_sure_name(words, at)) return true;
  if (!can_be_name(words, at)) return false;
  const Sense& sense = words.sense(at);
  const Place place = place_of(words, at);
  const int own = weight_of_word(sense, place, words.word(at));
  if (own == never) return false;
  const int known = weight_of_known(words, at, sense, place);
  if (sense.has(Mark::calendar) && near_date(words, at) && !told_of_person(words, at + 1)) return false;
  if (own == 0 && !place.capital && known == 0 && cue_before(words, at) != Cue::sure) return false;
  const int weight = own + known + weight_before(words, at, place) + weight_of_ours(words, at, sense) +
                     weight_against(words, at, place.capital, place.starts) +
                     weight_after(words, at, sense, place);
  return weight >= enough;
}

}  // namespace postbox::redact
