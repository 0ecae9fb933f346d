#include "redact/rule_words.hpp"

#include "redact/date_of_birth.hpp"
#include "redact/date_words.hpp"
#include "redact/digit_words.hpp"
#include "redact/handle_words.hpp"
#include "redact/letter_names.hpp"
#include "redact/said.hpp"
#include "redact/spoken.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {

void mark_rule_words(Lexicon& lexicon) {
  mark_spoken_words(lexicon);
  mark_said_tens(lexicon);
  mark_digit_words(lexicon);
  mark_handle_words(lexicon);
  mark_date_words(lexicon);
  mark_birth_words(lexicon);
  mark_street_words(lexicon);
  mark_letter_names(lexicon);
}

}  // namespace postbox::redact
