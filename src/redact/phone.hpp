// Telephone numbers: of the United Kingdom by their first digits (source: Ofcom, National Telephone Numbering
// Plan), of other countries when they begin with +.
//
// 01 and 02 with 10 or 11 digits, 03, 05, 07 with 11, 08 with 10 or 11, with 0 or with +44, 0044 or 44; a 07
// number one digit short is taken too, and six digits after "tel". Numbers set apart for drama (07700
// 900xxx, 01632 960xxx) are numbers here. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "redact/digit_groups.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// `groups`: the numbers of the text.
Spans find_phones(std::string_view text, const std::vector<DigitGroup>& groups);

}  // namespace postbox::redact
