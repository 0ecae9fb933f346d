// The tags that stand for what was removed: "[name]", "[NHS number]". redact writes them; to classify one is
// a word that says nothing: "[vehicle]" is not about transport.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace postbox {

// What stands in the brackets; by kind, as redact::Kind lists them.
inline constexpr std::array<std::string_view, 10> redaction_tags = {
    "name",       "email",     "phone",         "postcode", "address",
    "NHS number", "NI number", "date of birth", "handle",   "vehicle"};

// Of several people each has a number: "[name 2]". Of so many digits at most, the first of them not 0.
inline constexpr std::size_t tag_digits_max = 6;

}  // namespace postbox
