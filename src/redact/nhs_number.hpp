// NHS numbers typed into free text, found so that they can be removed.
//
// Ten digits, often grouped 3-3-4 (source: NHS Data Dictionary, NHS NUMBER). A wrong check digit is still
// reported: a typing slip must not let a child's number through. A number that begins with 0 is left to the
// telephone numbers unless "NHS" stands before it. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "redact/digit_groups.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// Whether "NHS" is one of the four words before `begin`.
bool follows_nhs(std::string_view text, std::size_t begin);

// `groups`: the numbers of the text.
Spans find_nhs_numbers(std::string_view text, const std::vector<DigitGroup>& groups);

}  // namespace postbox::redact
