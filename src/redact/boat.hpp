// Boats that somebody lives on: "Narrowboat Kittiwake", "our barge, Kittiwake". Pure.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past the name that begins at `first`, with a capital, the kind of boat in it or right before it;
// `first` for none.
std::size_t end_of_boat(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
