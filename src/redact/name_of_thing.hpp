// Whether the words that look like a name are what something is called after all: a public house ("the Lord
// Nelson"), a room ("Hazel class"), a test ("the Griffiths"), a charity ("Winston's Wish"), a place, a king.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

bool is_name_of_thing(const NameWords& words, std::size_t first, std::size_t after);

// The same of a name with a title: "the Lord Nelson", "Lady Anne hall".
bool is_titled_thing(const NameWords& words, std::size_t first, std::size_t after);

}  // namespace postbox::redact
