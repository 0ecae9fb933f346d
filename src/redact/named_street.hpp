// Streets without a kind of street in their name: "2 Mount Pleasant, Seaton", "we live at 5 Fellside". Pure.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past the name at `name` behind the number at `first`, where the words around say that it is a street;
// `first` for none.
std::size_t after_plain_name(const AddressWords& words, std::size_t name, std::size_t first);

}  // namespace postbox::redact
