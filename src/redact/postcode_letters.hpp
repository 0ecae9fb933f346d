// The letters that a postcode starts and ends with (source: Royal Mail, PAF Programmers' Guide). Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace postbox::redact {

// Whether one or two letters, in any case, are a postcode area: "CA", "M".
bool is_postcode_area(std::string_view letters);

// Whether the two letters may end a postcode. Those that are never issued count in capitals, and in small
// letters where all is written as one word: "la9 4 am" is no postcode, "M6 5KM" neither. `glued`: nothing
// stands between the halves.
bool ends_postcode(std::string_view letters, std::size_t area_size, bool glued);

}  // namespace postbox::redact
