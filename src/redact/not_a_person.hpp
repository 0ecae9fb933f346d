// What makes a name no person's after all: a school, a saint's parish, a pet, a figure of a film. Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// Of the words [first, after).
bool is_not_a_person(const NameWords& words, std::size_t first, std::size_t after);

// The same of a name with a title: "gerbil called Mrs Henderson", "mr dobbs the hamster".
bool is_titled_animal(const NameWords& words, std::size_t first, std::size_t after);

// The same, for a pet or a figure ("our dog Max", "Harry Potter and Ron"): wherever else it is named it is
// none either.
bool is_figure(const NameWords& words, std::size_t first, std::size_t after);

}  // namespace postbox::redact
