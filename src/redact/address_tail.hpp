// What an address goes on with behind its street: "Loop Road North", "14 Duke Street Flat 2, 3rd floor".
// Pure.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past it; `after` where the address ends with the street.
std::size_t with_site(const AddressWords& words, std::size_t after);

}  // namespace postbox::redact
