// An age in years, or a school year: "7 years old", "aged seven", "Year 4", "Y4", "in Reception". Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "redact/rare_words.hpp"

namespace postbox::redact {

// Mark::age for every word but a number that an age may begin with.
void mark_ages(Lexicon& lexicon);

// One of these stands in every age that has no number.
std::span<const std::string_view> words_of_ages();

// How many words say an age of 0 to 25, or a school year, beginning at `at`; 0 for none.
std::size_t age_at(RareTokens tokens, std::size_t at);

}  // namespace postbox::redact
