// Postcodes of the United Kingdom (source: Royal Mail, PAF Programmers' Guide): in any case, with any or no
// space, over a line break, with O for 0 and I for 1, with letters that are never issued, spelled over the
// phone. The first half alone (LA14) is taken beside a removed address, after the word "postcode" and where
// somebody lives. Pure.
#pragma once

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// What was removed before stands as one mask character.
Spans find_postcodes(const Reading& reading);

}  // namespace postbox::redact
