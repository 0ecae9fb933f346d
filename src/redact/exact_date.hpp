// Dates that are nobody's birth but exact all the same: an appointment, a letter, an incident. A day can
// single a family out, the month tells a service what it needs: "on 14/02/2023" becomes "in February 2023".
//
// Month and year stay as typed where they were words. Ages, years, months and days of the week stay. Pure.
#pragma once

#include <string>
#include <vector>

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

struct CoarseDate {
  Span span;          // of the exact date, with "on" or "on the" before it
  std::string words;  // what stands there instead
};

// What was removed before stands as one mask character.
std::vector<CoarseDate> coarsen_dates(const Reading& reading);

}  // namespace postbox::redact
