// Names that a title or initials begin: "Mrs Tindall", "Mr and Mrs Tolson", "Miss T", "K.M.", "J. Smith".
// Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// One past the last word of the name that starts at `first`; `first` where none does.
std::size_t end_of_titled_name(const NameWords& words, std::size_t first);
std::size_t end_of_initials(const NameWords& words, std::size_t first);

}  // namespace postbox::redact
