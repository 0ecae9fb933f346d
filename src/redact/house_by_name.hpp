// A house that a name alone tells, by what stands beside it: "Fourwinds, [postcode]", "my address isn't
// confirmed. It's The Old Smithy", "the taxi waits at Bleaberry House". Pure; looks a few words around.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// One past the last word of the house, and of its street where one follows; `first` for none.
std::size_t end_of_house_by_name(const AddressWords& words, std::size_t first);

// The same in capitals: "BRIAR COTTAGE, SMITHY LONNING, CA8 0JQ".
std::size_t end_of_house_in_capitals(const AddressWords& words, std::size_t first);

}  // namespace postbox::redact
