// Houses by name with what stands behind them: "The Beeches, 9 Church Lane", "Raven House Flat 9". Pure.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// "The Beeches, 9 Church Lane", "The Stables, Netherby Hall": one past the house and its street or hall;
// `first` for none.
std::size_t end_of_house_and_street(const AddressWords& words, std::size_t first);

// "Ash Tree Court no 3", "Raven House, Flat 9": one past the number behind the name; `first` for none.
std::size_t end_of_house_and_number(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
