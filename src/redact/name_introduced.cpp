#include "redact/name_introduced.hpp"

#include <string_view>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t letters_max = 3;

// "names", "name's", "name is": where the word for it stands before the name; `at` for nowhere.
std::size_t label_before(const NameWords& words, std::size_t at) {
  if (at == 0 || words.gap(at) != Gap::space) return at;
  if (words.before(at) == "names" || (words.before(at) == "name" && words.is_possessive(at - 1))) {
    return at - 1;
  }
  const bool is = one_of({"is", "was"}, words.before(at)) && words.before(at, 2) == "name";
  return is && words.gap(at - 1) == Gap::space ? at - 2 : at;
}

// Nothing more is said of the name: "his names tj he is", "my name is Dec and".
bool ends_introduction(const NameWords& words, std::size_t at) {
  return words.gap(at + 1) > Gap::space ||
         one_of({"he", "she", "they", "and", "who", "but", "by", "hes", "shes", "he's", "she's", "im", "i'm"},
                words.folded(at + 1));
}

// "tj", "kz": no word is written so; "Dec", "Jan": the month.
bool may_be_short_name(const NameWords& words, std::size_t at) {
  const Sense& sense = words.sense(at);
  const std::string_view word = words.folded(at);
  if (word.size() < 2 || word.size() > letters_max || words.is_shape(at, Shape::number)) return false;
  if (words.is_capital(at) && sense.has(Mark::month)) return true;
  return (sense.unknown() || (sense.listed() && !sense.ordinary())) && !sense.has(Mark::not_name) &&
         word.find_first_of("aeiou'") == std::string_view::npos &&
         !one_of({"tbc", "tba", "pls", "plz", "thx", "btw", "xx", "xxx", "mr", "ms", "dr", "st"}, word);
}

bool is_behind_label(const NameWords& words, std::size_t at) {
  const std::size_t label = label_before(words, at);
  if (label == at || label == 0 || !may_be_short_name(words, at) || !ends_introduction(words, at)) {
    return false;
  }
  return one_of({"my", "his", "her"}, words.before(label)) && words.gap(label) == Gap::space;
}

// "im Dec, 16", "I'm Jan, [phone]"; not "I'm Dec to Feb".
bool is_behind_i_am(const NameWords& words, std::size_t at) {
  constexpr int age_max = 25;
  if (!words.is_capital(at) || !may_be_short_name(words, at) || words.gap(at) != Gap::space) return false;
  if (!one_of({"im", "i'm"}, words.before(at))) return false;
  const char mask = words.mask_behind(at);
  if (mask == mask_of(Kind::phone) || mask == mask_of(Kind::email)) return true;
  const bool age = words.gap(at + 1) == Gap::comma && words.is_shape(at + 1, Shape::number) &&
                   words.folded(at + 1).size() <= 2 && number_of(words.folded(at + 1)) <= age_max;
  return age && (words.gap(at + 2) >= Gap::comma ||
                 one_of({"and", "year", "years", "yr", "yrs"}, words.folded(at + 2)));
}

}  // namespace

bool is_introduced(const NameWords& words, std::size_t at) {
  if (words.folded(at).size() > letters_max) return false;
  return is_behind_label(words, at) || is_behind_i_am(words, at);
}

}  // namespace postbox::redact
