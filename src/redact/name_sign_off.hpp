// Names that stand where somebody signs or leaves a number.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

// "Dawn, [phone]", "a note from April ([email])", "Kit, [date of birth]": a word that may be a name.
bool stands_before_contact(const NameWords& words, std::size_t at);

// "im jaz on insta"
bool is_lower_on_network(const NameWords& words, std::size_t at);

// "best hour of our year! - the Vasilescus"
bool signs_as_household(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
