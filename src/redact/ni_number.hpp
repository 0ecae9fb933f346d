// National Insurance numbers: two letters, six digits, one of A to D (source: HMRC, NIM39110), in any case
// and grouping. Letters that HMRC does not issue (QQ) are taken too. The last letter may be missing where the
// words before say what it is. Pure.
#pragma once

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_ni_numbers(const Reading& reading);

}  // namespace postbox::redact
