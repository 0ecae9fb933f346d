// Numbers as people type and say them: groups of digits, however they are written, joined where only spaces,
// dots, hyphens, slashes or brackets stand between them.
//
// Digits are 0-9, the Arabic-Indic and full-width digits, a letter O beside a digit, O, l and I in a run of
// nothing else but digits, and the spoken
// words "zero", "oh", "o", "nought", "one" ... "nine", with "double" and "treble" before them. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

struct DigitGroup {
  Span span;
  std::string digits;   // as 0-9
  bool joined = false;  // belongs to the number of the group before it
  bool spoken = false;
  bool slashed = false;  // a slash does
};

std::vector<DigitGroup> read_digit_groups(const Reading& reading);

// The digits of groups [first, last] as one text.
std::string joined_digits(const std::vector<DigitGroup>& groups, std::size_t first, std::size_t last);

// Whether the three groups from `first` read as day, month and year (07.01.2019).
bool is_written_date(const std::vector<DigitGroup>& groups, std::size_t first);

}  // namespace postbox::redact
