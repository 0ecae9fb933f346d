// Days with a name: "Christmas Day 2014", "New Year's Eve", "St David's Day", "Hallowe'en". Pure; bounded
// look ahead.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// Mark::feast for the first word of each.
void mark_feasts(Lexicon& lexicon);

// One past the last word of the day that begins at `first`, with its year; `first` for none, and where its
// date follows and was found.
std::size_t end_of_feast(std::string_view text, const std::vector<Word>& words, std::size_t first);

}  // namespace postbox::redact
