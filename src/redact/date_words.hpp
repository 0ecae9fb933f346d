// The words that dates are written and said in; months also in other languages. All folded. Pure.
#pragma once

#include <string_view>

#include "redact/words.hpp"

namespace postbox::redact {

// Mark::month and Mark::spoken_day: names of months and their short forms; first, twenty-third.
void mark_date_words(Lexicon& lexicon);

// "three", "twenty", "third", "oh": a part of a date that is said figure by figure.
bool is_spoken_figure(const Word& word);

bool is_ordinal_ending(std::string_view word);  // st, nd, rd, th

// "thmay" of "4thMay".
bool is_month_behind_ordinal(std::string_view word);

// "thousand", "nineteen", "oh"
bool is_year_word(std::string_view word);

// "twenty-one" counts by its first part.
bool starts_with_year_word(std::string_view word);

}  // namespace postbox::redact
