// The words that tell a person's name from other words, read from config/ (names.toml, not_names.toml).
//
// Entries may be written with capitals and accents; the Redactor folds them as it folds the text (lower case,
// Latin letters without accents, ' for ’).
#pragma once

#include <string>
#include <unordered_set>

namespace postbox::redact {

using WordSet = std::unordered_set<std::string>;

struct NameLists {
  WordSet given_names;        // a person in any case of letters: callum, priya
  WordSet capitalised_names;  // a person when written with a capital: Daisy, Amber, Robin
  WordSet ambiguous_names;    // words first, names where the place in the sentence says so: will, grace, mark
  WordSet calendar_names;     // as ambiguous, and also times of the year: may, june, summer
  WordSet family_names;
  WordSet not_names;     // capitalised words and phrases that are not people: barrow, lego, harry potter
  WordSet common_words;  // everyday words, that an unknown name can be told from them
};

}  // namespace postbox::redact
