// Parts of one address that were found apart, or of which only the part with a number was: "Flat 9 Mariners
// Wharf, Quay St", "Hillside, 2 Vicarage Lane". Pure; bounded look around each part.
#pragma once

#include <cstddef>
#include <vector>

#include "redact/address_words.hpp"

namespace postbox::redact {

struct AddressPart {
  std::size_t first;
  std::size_t after;  // one past its last word
};

// Ascending, and so is what comes back: parts with nothing but a comma or a line break between them are one,
// unless each has a house number of its own.
std::vector<AddressPart> join_parts(const AddressWords& words, const std::vector<AddressPart>& parts);

}  // namespace postbox::redact
