// Dates of birth: a date whose neighbours say that it is one ("dob", "born", "birthday", in brackets after a
// name). The date of a letter or an appointment stays, and so does a bare year or age.
//
// Day and month in figures or words, with or without a year; year first; figures alone after "dob". Pure.
#pragma once

#include <string_view>
#include <vector>

#include "redact/span.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

// `text` as redact.cpp passes it: what was removed before stands as one mask character. `written`: the year
// in which it was written.
Spans find_dates_of_birth(std::string_view text, const std::vector<Word>& words, int written);

}  // namespace postbox::redact
