// Addresses that start with a number: "9 Sandgarth Close", "Flat 2, 14a Duke St", "twenty-two meadow lane".
// Pure.
#pragma once

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past the last word of the address that starts with the number (or the flat) at `first`; `first` for
// none.
std::size_t end_of_numbered(const AddressWords& words, std::size_t first);

// One past ", Church Lane" or ", 14 Church Lane" at `at`; `at` where no street follows.
std::size_t after_comma_street(const AddressWords& words, std::size_t at);

// One past "Marina House", "The Old Vicarage"; `first` where no such name stands.
std::size_t after_house(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
