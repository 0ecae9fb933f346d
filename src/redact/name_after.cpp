#include "redact/name_after.hpp"

#include <algorithm>

namespace postbox::redact {
namespace {

// "x", "xx", "xXx" at the end of a message.
bool is_kiss(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c == 'x'; });
}

bool is_article(std::string_view word) {
  return word == "the" || word == "our" || word == "her" || word == "his" || word == "my" ||
         word == "their" || word == "a" || word == "an";
}

// "thanks from Kai", "no reply yet. From Kai"; a leaflet is from anybody.
bool is_from(const NameWords& words, std::size_t at) {
  if (words.before(at) != "from" || words.gap(at) != Gap::space) return false;
  return at == 1 || words.gap(at - 1) >= Gap::comma || words.word(at - 1).line_start ||
         words.is_before(at, Mark::parting, 2) || words.is_before(at, Mark::greeting, 2);
}

}  // namespace

bool verb_after(const NameWords& words, std::size_t at) {
  const bool verb = words.is(at, Mark::third_person) || words.is(at, Mark::person_verb);
  return words.gap(at) == Gap::space && verb && !words.is(at, Mark::base_follower);
}

bool ends_or_verb(const NameWords& words, std::size_t at) {
  return !words.has(at) || words.gap(at) > Gap::space || verb_after(words, at) || words.folded(at) == "and";
}

bool age_after(const NameWords& words, std::size_t at) {
  const std::string_view word = words.folded(at);
  if (word == "aged" && words.gap(at) <= Gap::bracket) return true;
  if (!words.is_shape(at, Shape::number) || word.size() > 2) return false;
  const bool bracket = words.gap(at) == Gap::bracket && words.gap(at + 1) != Gap::glued;
  const bool comma = words.gap(at) == Gap::comma && words.gap(at + 1) >= Gap::comma;
  return bracket || comma;
}

bool school_year_after(const NameWords& words, std::size_t at) {
  const std::string_view first = words.folded(at);
  const bool joined = (first == "in" || first == "from") && words.gap(at) == Gap::space;
  const std::size_t year = joined ? at + 1 : at;
  if (!joined && words.gap(at) != Gap::comma && words.gap(at) != Gap::bracket) return false;
  const std::string_view word = words.folded(year);
  return (word == "year" || word == "yr" || word == "y") && words.is_shape(year + 1, Shape::number);
}

bool role_after(const NameWords& words, std::size_t at) {
  const bool in_brackets = words.gap(at) == Gap::bracket && words.gap(at + 1) > Gap::space;  // "Sue (head)"
  if (in_brackets && (words.is(at, Mark::role) || words.is(at, Mark::relative))) return true;
  if (!is_article(words.folded(at)) || words.gap(at) > Gap::bracket) return false;
  // "May, her 1:1": who is there for one child alone
  const bool one_to_one = words.in_clause(at + 1) == "1" && words.folded(at + 2) == "1" &&
                          words.gap(at + 2) == Gap::other && words.folded(at) != "a" &&
                          words.folded(at) != "the";
  if (one_to_one && words.gap(at + 3) > Gap::space) return true;
  for (std::size_t step = 1; step <= 3 && words.gap(at + step) == Gap::space; ++step) {
    if (words.is(at + step, Mark::role) || words.is(at + step, Mark::relative)) return true;
  }
  return false;
}

bool and_name_after(const NameWords& words, std::size_t at) {
  const bool joined =
      words.ampersand_before(at) ||
      (words.folded(at) == "and" && words.gap(at) == Gap::space && words.gap(at + 1) == Gap::space);
  const std::size_t next = words.folded(at) == "and" ? at + 1 : at;
  const Sense* other = words.has(next) ? &words.sense(next) : nullptr;
  return joined && words.is_capital(next) &&
         (other->given() || (other->has(Mark::ambiguous) && !other->has(Mark::not_name)));
}

bool signs_off(const NameWords& words, std::size_t at) {
  constexpr std::size_t words_max = 3;
  const bool lower = words.is_shape(at, Shape::lower);
  if (!lower && !words.is_capital(at) && !words.is_shape(at, Shape::upper)) return false;
  std::size_t after = at + 1;
  while (after - at <= words_max && words.gap(after) == Gap::space &&
         words.word(after).shape == words.word(at).shape && !is_kiss(words.folded(after))) {
    ++after;
  }
  if (after - at > words_max) return false;
  while (is_kiss(words.folded(after))) ++after;
  if (words.has(after) && words.gap(after) != Gap::masked) return false;
  const bool parting = words.is_before(at, Mark::parting) && words.before(at) != "from";
  if (lower) return parting && words.gap(at) >= Gap::comma && words.gap(at) != Gap::sentence;
  const bool own_line = words.word(at).line_start && at > 0 && words.gap(at) >= Gap::space;
  // "Can you write to me? Dean. [phone]": a sentence of its own, the last one
  const Sense& sense = words.sense(at);
  const bool own_sentence = after == at + 1 && at > 0 && words.word(at).dot_after &&
                            words.gap(at) == Gap::sentence && words.is_capital(at) && sense.given() &&
                            words.gap(at - 1) != Gap::sentence;  // "Zilch. Nada."
  return own_line || own_sentence || (parting && words.gap(at) >= Gap::comma) || is_from(words, at);
}

}  // namespace postbox::redact
