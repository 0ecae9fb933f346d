// How far a name reaches once its first words are known: "Mary-Jane van der Berg", "J. R. Smith". Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// One past the last word of the name whose first words end before `at`; `last` is the word before.
std::size_t end_of_name(const NameWords& words, std::size_t at, std::size_t last);

// `at` itself, or one past the particles there: "van der", "de", "Ní".
std::size_t after_particles(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
