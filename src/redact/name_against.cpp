#include "redact/name_against.hpp"

#include "redact/name_after.hpp"

namespace postbox::redact {
namespace {

// "the Rowan", "in Hope": a place or a thing has an article or stands after "in".
int weight_of_article(const NameWords& words, std::size_t at, bool capital, bool starts) {
  const Sense& sense = words.sense(at);
  const bool sure =
      sense.given() || (sense.has(Mark::family) && !sense.ordinary());  // "the Hargreaves family"
  if (words.gap(at) != Gap::space || starts || (sure && capital)) return 0;
  const bool of_place = words.is(at, Mark::institution) && words.is_capital(at - 1);  // "Park Lane"
  if (of_place && !words.sense(at - 1).given()) return -7;
  const std::string_view last = words.before(at);
  if (last == "the" || last == "a" || last == "an" || last == "this" || last == "in" || last == "every" ||
      last == "each" || last == "some" || last == "more" || last == "no" || last == "any") {
    return -7;
  }
  if (words.is_possessive(at - 1) && words.is(at, Mark::institution)) return -7;
  return sense.unknown() && words.is_before(at, Mark::place_word) ? -3 : 0;
}

bool is_beside_in_list(const NameWords& words, std::size_t at, Mark mark) {
  const auto has = [&](std::size_t other) { return words.is(other, mark) && !words.sense(other).listed(); };
  return (at > 0 && words.gap(at) == Gap::comma && has(at - 1)) ||
         (words.gap(at + 1) == Gap::comma && has(at + 1));
}

// "Muslim, Christian and Sikh": a word that may be either is what its neighbours are.
int weight_of_list(const NameWords& words, std::size_t at, const Sense& sense) {
  const bool either = sense.listed() && sense.has(Mark::not_name);
  return either && is_beside_in_list(words, at, Mark::not_name) ? -7 : 0;
}

// "What Grace Needs": capitals all round say nothing.
int weight_of_title_case(const NameWords& words, std::size_t at, const Sense& sense) {
  if (sense.has(Mark::given) || !words.is_capital(at) || signs_off(words, at)) return 0;
  // "asked Rob I've": whoever writes has a capital everywhere
  const auto plain_capital = [&](std::size_t other) {
    return words.is_capital(other) && !words.folded(other).starts_with("i'") &&
           !words.sense(other).listed() && !words.sense(other).unknown();
  };
  const bool last = at > 0 && words.gap(at) == Gap::space && words.gap(at - 1) != Gap::sentence &&
                    plain_capital(at - 1) && !words.is_before(at, Mark::relative) &&
                    !words.is_before(at, Mark::role);
  const bool next = words.gap(at + 1) == Gap::space && plain_capital(at + 1);
  return (last ? -4 : 0) + (next ? -4 : 0);
}

// "5 Star care"
int weight_of_number(const NameWords& words, std::size_t at, const Sense& sense) {
  const bool numbered = at > 0 && words.gap(at) == Gap::space && words.is_shape(at - 1, Shape::number);
  return numbered && sense.ambiguous() && !sense.given() ? -7 : 0;
}

}  // namespace

int weight_against(const NameWords& words, std::size_t at, bool capital, bool starts) {
  const Sense& sense = words.sense(at);
  return weight_of_article(words, at, capital, starts) + weight_of_title_case(words, at, sense) +
         weight_of_list(words, at, sense) + weight_of_number(words, at, sense);
}

}  // namespace postbox::redact
