// Dates of birth: a date whose neighbours say that it is one ("dob", "born", "birthday", in brackets after a
// name). The date of a letter or an appointment stays, and so does a bare year or age.
//
// Day and month in figures or words, with or without a year; year first; figures alone after "dob". Pure.
#pragma once

#include "redact/lexicon.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// Mark::birth for "born", "dob" and the like, Mark::feast for "Christmas" (Day) and the like.
void mark_birth_words(Lexicon& lexicon);

// What was removed before stands as one mask character. `written`: the year in which the text was written.
Spans find_dates_of_birth(const Reading& reading, int written);

}  // namespace postbox::redact
