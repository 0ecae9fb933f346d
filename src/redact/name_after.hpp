// What stands after a word, as far as it tells that the word was a name. `at` is the first word after the
// name. Pure; bounded look ahead.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// "is", "doesn't", "said": a verb that a person does, and none that "Will" or "May" as words would have.
bool verb_after(const NameWords& words, std::size_t at);

bool ends_or_verb(const NameWords& words, std::size_t at);

// "(15)", ", aged 7", ", 12,".
bool age_after(const NameWords& words, std::size_t at);

// "in Year 4", "(Y4)", "from year 6".
bool school_year_after(const NameWords& words, std::size_t at);

// "the LD nurse", ", her teacher", "our caseworker".
bool role_after(const NameWords& words, std::size_t at);

// "and Karen", where Karen is a name by the lists.
bool and_name_after(const NameWords& words, std::size_t at);

// Whether the word at `at` (the name's own first word) is the last of the text after "thanks,", or on a line
// of its own, kisses aside.
bool signs_off(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
