#include "redact/name_sign_off.hpp"

#include <string_view>

#include "redact/mask.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {

bool stands_before_contact(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const bool fits = words.is_capital(at) && (sense.given() || sense.ambiguous()) && !sense.phrase &&
                    !sense.has(Mark::not_name) && words.folded(at) != "tel";
  if (!fits) return false;
  const bool from = words.gap(at) == Gap::space && words.before(at) == "from";
  if (!from && !words.starts_sentence(at) && !words.word(at).line_start) return false;
  const char mask = words.mask_behind(at);
  if (mask == mask_of(Kind::phone) || mask == mask_of(Kind::email)) return true;
  return mask == mask_of(Kind::date_of_birth) && !sense.has(Mark::calendar);
}

bool is_lower_on_network(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 3;
  const Sense& sense = words.sense(at);
  const bool fits = words.is_shape(at, Shape::lower) && words.gap(at) == Gap::space &&
                    one_of({"im", "i'm"}, words.before(at)) && !sense.ordinary() &&
                    words.folded(at).size() >= letters_min;
  return fits && words.in_clause(at + 1) == "on" && words.is(at + 2, Mark::network) &&
         (sense.unknown() || sense.given());
}

bool signs_as_household(const NameWords& words, std::size_t at) {
  constexpr std::size_t letters_min = 5;
  const std::string_view word = words.folded(at);
  const bool fits = words.is_capital(at) && !words.has(at + 1) && words.gap(at) == Gap::space &&
                    words.before(at) == "the" && words.is_shape(at - 1, Shape::lower);
  if (!fits || word.size() < letters_min || !word.ends_with('s')) return false;
  if (words.gap(at - 1) < Gap::other && !words.is_before(at - 1, Mark::parting)) return false;
  const Sense& sense = words.sense(at);
  const bool family =
      sense.unknown() || sense.bare_possessive || words.lists(word.substr(0, word.size() - 1), Mark::family);
  return family && !sense.phrase && !sense.has(Mark::not_name) && !sense.has(Mark::everyday);
}

}  // namespace postbox::redact
