// A street before its number, as people write it who learnt to write elsewhere: "my road is Penrith rd, 12",
// "I live street of Garden 14, flat 3", "house 8 street Albert". Pure; looks a few words around.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// "street of Garden 14", "Penrith rd, 12" that begins at `first`, where somebody lives: one past it; `first`
// for none.
std::size_t end_of_turned_street(const AddressWords& words, std::size_t first);

// "house 8 street Albert": one past the name of the street behind the number of a flat or house, which ends
// before `number`; `first` for none.
std::size_t after_flat_of_street(const AddressWords& words, std::size_t first, std::size_t number);

}  // namespace postbox::redact
