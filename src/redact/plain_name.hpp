// Whether a word begins a person's name that no title announces, by weighing what speaks for it: what the
// lists say of the word, how it is written, what stands before and after. Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

bool begins_plain_name(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
