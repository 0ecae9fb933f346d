// Fields of a form that hold a name: "Child: ...", "Surname, forename: ...".
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/name_words.hpp"

namespace postbox::redact {

// Whether a field of this label holds somebody's name, whatever form it is of.
bool labels_name(std::string_view word);

// Whether the word stands behind the colon, or the like, of the word before it.
bool stands_behind_label(const NameWords& words, std::size_t first);

}  // namespace postbox::redact
