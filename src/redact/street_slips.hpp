// A kind of street that was typed wrongly: "raod", "avneue", "stret". Pure.
#pragma once

#include <string_view>

namespace postbox::redact {

// Whether the word is one of the usual kinds but for one letter that is missing, one too many, another one,
// or two that changed places. Asked of words in no list, behind a house number.
bool is_street_slip(std::string_view word);

}  // namespace postbox::redact
