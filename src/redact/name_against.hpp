// What speaks against a word being a name: an article before it, capitals all round, a list of places. Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// At most 0. `capital`: written as a name is; `starts`: first of its sentence.
int weight_against(const NameWords& words, std::size_t at, bool capital, bool starts);

}  // namespace postbox::redact
