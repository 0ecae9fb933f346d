// Family names that no sentence is about: in a list of who was there, in the fields of a form, of a household
// ("signed by Pascoe and Nance", "Child: AMELIA ROSE POTTS", "the Hendersons next door"). Pure; bounded
// looks.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

// "signed by Pascoe", "Present: Dobson, Iqbal", "Tunstall and Birkett ran the panel".
bool is_in_list_of_people(const NameWords& words, std::size_t at);

// "we're the Whartons", "the Hendersons next door", "the Fazakerley family".
bool is_of_household(const NameWords& words, std::size_t at);

// "Name: Okafor, Chidi", "CHILD'S NAME JAYDEN TYLER MARSH": one past the last word of what the field holds;
// `first` where no field of a name begins.
std::size_t end_of_field(const NameWords& words, std::size_t first);

}  // namespace postbox::redact
