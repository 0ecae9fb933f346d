// A house by name with the street it stands in: "Cobbler's Rest, Fell Lane", "The Bungalow, Aikhow", the head
// of a letter over two lines, the fields of a form. Pure; looks a few words around.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past the house and its street; `first` for none, and for a school, a surgery or a pub.
std::size_t end_of_house_and_lane(const AddressWords& words, std::size_t first);

// Behind a cottage or a farm that ends before `after`: "Robin Cottage, The Raise", "Wren Cottage, Back Fold".
std::size_t with_lane(const AddressWords& words, std::size_t after);

}  // namespace postbox::redact
