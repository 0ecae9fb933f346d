// A pack in two or three sentences, for a reader who has a minute: how many, about what, and how they rated
// it. Only what was counted, never a judgement. Pure.
#pragma once

#include <string>

#include "report/bundle.hpp"
#include "report/counts.hpp"

namespace postbox::report {

// "5 pieces of feedback from November 2026, most often about EHC plans (3) and Therapies (2). Of the 4 who
// rated their experience, ..." Very good and good are taken together, and poor and very poor, as the Friends
// and Family Test does; where the form has other ratings nothing is said of them.
std::string summary_sentence(const PackFacts& facts, const Wording& wording, const Counts& counts);

// "In October there were 12: 3 more now." and what small numbers do by chance; "" where the pack compares
// with no month.
std::string change_sentence(const PackFacts& facts, const Counts& counts);

}  // namespace postbox::report
