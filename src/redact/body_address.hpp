// The address of an organisation, which stays: "the clinic at 9 Castle Street". Pure; looks a few words
// back.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// Whether "at", "on" or "in" and an organisation stand right before the number at `first`, and nobody is said
// to live there or to be fetched from one to the other.
bool is_address_of_body(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
