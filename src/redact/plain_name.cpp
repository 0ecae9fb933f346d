#include "redact/plain_name.hpp"

#include <algorithm>
#include <array>

#include "redact/name_after.hpp"
#include "redact/name_against.hpp"
#include "redact/name_at_start.hpp"
#include "redact/name_before.hpp"
#include "redact/name_itself.hpp"
#include "redact/name_predicate.hpp"
#include "redact/name_verb.hpp"
#include "redact/one_of.hpp"
#include "redact/sure_name.hpp"

namespace postbox::redact {
namespace {

// A word whose evidence adds up to this begins a name. The weights were set by hand: a listed name with a
// capital is enough alone; a word of any other kind needs one strong sign or two weak ones.
constexpr int enough = 10;

// "surname: Tan", "his surname is Said", "everyone calls me Beans": a word for a name.
bool follows_label(const NameWords& words, std::size_t at) {
  const bool called = one_of({"him", "her", "them", "me"}, words.before(at)) &&
                      one_of({"call", "calls", "called"}, words.before(at, 2));
  if (called) return !words.sense(at).has(Mark::everyday);
  const std::size_t label = words.is_before(at, Mark::being) ? 2 : 1;
  return one_of({"surname", "forename"}, words.before(at, label));
}

// "Child Protection", "Carer Support": a term, for the word before it has a capital too.
bool is_second_of_term(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  return sense.ordinary() && !sense.listed() && words.is_capital(at) && at > 0 && words.is_capital(at - 1);
}

int weight_before(const NameWords& words, std::size_t at, const Place& place) {
  if (is_second_of_term(words, at)) return 0;
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
  if (of_person && sense.has(Mark::calendar)) return 5;          // "to Summer's teacher"
  return of_person ? 4 : 3;
}

// "Rose, May and Ivy are": of three in a row one is a name and no word of the year.
bool is_first_of_three(const NameWords& words, std::size_t at) {
  const auto listed = [&](std::size_t one) {
    const Sense& sense = words.sense(one);
    return words.is_capital(one) && (sense.given() || sense.ambiguous()) && !sense.has(Mark::not_name);
  };
  const std::size_t third = words.folded(at + 2) == "and" ? at + 3 : at + 2;
  // "Summer, Autumn and I"
  const bool company = third == at + 3 && one_of({"i", "me"}, words.in_clause(third));
  if (company && words.gap(at + 1) == Gap::comma && words.in_clause(at + 2) == "and") return listed(at + 1);
  const bool row = words.gap(at + 1) == Gap::comma && words.gap(at + 2) <= Gap::comma &&
                   words.gap(third) <= Gap::comma && words.has(third) && listed(at + 1) && listed(third);
  return row && (words.sense(at + 1).given() || words.sense(third).given());
}

// "Chase," I said
bool is_called_out(const NameWords& words, std::size_t at) {
  return words.gap(at + 1) > Gap::space && one_of({"i", "he", "she", "we", "they"}, words.folded(at + 1)) &&
         one_of({"said", "says", "shouted", "called", "whispered"}, words.in_clause(at + 2)) &&
         words.gap(at + 3) != Gap::space;
}

bool goes_on_as_name(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool by_name = words.in_clause(at + 1) == "by" && words.in_clause(at + 2) == "name";  // "Joy by name"
  // "Odhran, mum of two"
  const bool parent = words.gap(at + 1) == Gap::comma && words.is(at + 1, Mark::relative) &&
                      one_of({"of", "to"}, words.in_clause(at + 2));
  return by_name || parent || (sense.ambiguous() && is_called_out(words, at)) ||
         and_name_after(words, at + 1) || is_first_of_three(words, at);
}

// "Grace and me", "Bill and I", "Zuriel and I"; not "at Easter and I".
int weight_of_company(const NameWords& words, std::size_t at, const Sense& sense) {
  if (words.folded(at + 1) != "and") return 0;
  if (words.folded(at + 2) == "me") return 4;
  if (words.folded(at + 2) != "i") return 0;
  if (sense.unknown()) return 5;
  return sense.listed() && !sense.has(Mark::calendar) ? 7 : 4;
}

// What follows a word that is written as a name: "and I", a family name, a year at school.
int weight_after_capital(const NameWords& words, std::size_t at, const Sense& sense, const Place& place) {
  int weight = 0;
  const bool first_unlisted = place.starts && !sense.given() && !sense.ambiguous();  // "Phonics in Year 1"
  if (school_year_after(words, at + 1) && !first_unlisted) weight += 7;
  if (goes_on_as_name(words, at)) weight += 7;
  weight += weight_of_company(words, at, sense);
  if (words.gap(at + 1) != Gap::space || !words.is_capital(at + 1)) return weight;
  // "Kowalczyk Piotr": the family first
  const bool turned = sense.has(Mark::family) && !sense.ordinary() && words.is(at + 1, Mark::given) &&
                      !words.is_capital(at + 2);
  if (turned && !sense.has(Mark::not_name)) weight += 3;
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

// A word in no list that starts a sentence: "Ishbel, who is nine", "Zuriel is 11", "Zuriel is 5 year old",
// "Azri and Obinze share".
int weight_of_unknown_start(const NameWords& words, std::size_t at) {
  const std::string_view next = words.folded(at + 1);
  if (words.gap(at + 1) == Gap::comma) return one_of({"who", "she", "he", "whose", "aged"}, next) ? 5 : 0;
  if (words.gap(at + 1) != Gap::space) return 0;
  const std::size_t last =
      words.folded(at + 2) == "only" || words.folded(at + 2) == "nearly" ? at + 3 : at + 2;
  const bool age = words.is(at + 1, Mark::being) && words.is_shape(last, Shape::number) &&
                   words.folded(last).size() <= 2 && words.gap(last + 1) >= Gap::comma;
  const bool two = next == "and" && words.is_capital(at + 2) && words.sense(at + 2).unknown();
  return age || two || told_of_child(words, at + 1) ? 5 : 0;
}

// "the Haque family", "(Mr Reed? Reid?)"
bool stands_for_family(const NameWords& words, std::size_t at) {
  const bool household =
      one_of({"family", "household", "twins", "triplets", "siblings"}, words.in_clause(at + 1));
  const bool corrected = at > 0 && words.sense(at - 1).in_name && words.gap(at + 1) > Gap::space;
  return household || corrected;
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
  if (sense.has(Mark::family) && place.capital && stands_for_family(words, at)) weight += 3;
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
  const bool known = sense.known && words.is_capital(at);  // "Ed mends it", behind "Big Ed"
  const bool short_word = words.folded(at).size() < 3 && !sense.listed() && !known;
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
  // "my daisy cant do assembly"
  if (last == "my" && words.gap(at) == Gap::space && sense.given() && verb_after(words, at + 1)) return 2;
  // "thanks to shirl in the office"
  const bool lower = words.is_shape(at, Shape::lower) && sense.given() && !sense.ordinary();
  if (lower && cue_before(words, at) == Cue::possible && works_somewhere(words, at)) return 4;
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
    // "ask sue, sue sorted it"
    const bool does = words.is(at + 1, Mark::person_verb) && verb_after(words, at + 1);
    return (words.is_capital(at) && !as_word) || (does && !sense.has(Mark::calendar)) ? 8 : 0;
  }
  return place.capital || sense.unknown() || sense.given() ? 10 : 0;
}

}  // namespace

bool begins_plain_name(const NameWords& words, std::size_t at) {
  if (begins_sure_name(words, at)) return true;
  if (!can_be_name(words, at)) return false;
  const Sense& sense = words.sense(at);
  if (words.is_behind_address(at) && !sense.given() && !sense.known) return false;
  const Place place = place_of(words, at);
  const int own = weight_of_word(words, at, place);
  if (own == never_a_name) return false;
  const int known = weight_of_known(words, at, sense, place);
  if (sense.has(Mark::calendar) && near_date(words, at) && !told_of_person(words, at + 1) &&
      !owns_as_somebody(words, at)) {
    return false;
  }
  if (own == 0 && !place.capital && known == 0 && cue_before(words, at) != Cue::sure) return false;
  const int weight = own + known + weight_before(words, at, place) + weight_of_ours(words, at, sense) +
                     weight_against(words, at, place.capital, place.starts) +
                     weight_after(words, at, sense, place);
  return weight >= enough;
}

}  // namespace postbox::redact
