// A home without a number, in small letters right after "at", "on" or "in": "we live at high beck farm",
// "live on ainslie street", "live at the old police house". Pure; bounded look around.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past it; `first` where none begins.
std::size_t end_of_lower_home(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
