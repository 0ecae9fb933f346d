// Dates that are nobody's birth but exact all the same: an appointment, a letter, an incident. A day can
// single a family out, the month tells a service what it needs: "on 14/02/2023" becomes "in February 2023".
//
// Month and year stay as typed where they were words. Ages, years, months and days of the week stay. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redact/span.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

struct CoarseDate {
  Span span;          // of the exact date, with "on" or "on the" before it
  std::string words;  // what stands there instead
};

// `text` and its `words` as redact.cpp passes them: what was removed before stands as one mask character.
std::vector<CoarseDate> coarsen_dates(std::string_view text, const std::vector<Word>& words);

}  // namespace postbox::redact
