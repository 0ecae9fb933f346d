// What the verb after a word says about it: people say and ring, months come and go, hope is all we have.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// Evidence that the word at `at` is a name; `capital` and `starts` say how it is written and whether it is
// the first of its sentence.
int weight_of_verb(const NameWords& words, std::size_t at, bool capital, bool starts);

// "Will you", "Mark the": a name that may ask or command at the start of a sentence.
bool is_verb_too(std::string_view word);

}  // namespace postbox::redact
