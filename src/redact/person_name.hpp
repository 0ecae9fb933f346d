// Names of people, staff included: by the lists, and by what stands around a word.
//
// A title belongs to the name ("Mrs Fictional"), a possessive does not ("Lily" of "Lily's"). Pets, cartoon
// characters, organisations, schools, towns and job titles stay. What the rules are, how well they do and
// what they miss stands in README.md. Linear: every word is looked at a bounded number of times. Pure.
#pragma once

#include <string_view>

#include "redact/name_lists.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

// `lists` folded. `known` are words of names already found in the same submission: once a text said "our
// Summer", a later "Summer" is her.
Spans find_person_names(std::string_view text, const NameLists& lists, const WordSet& known);

// The words of one name that stand for the person alone: no title, no initial, no particle; folded.
std::vector<std::string> words_of_name(std::string_view name);

}  // namespace postbox::redact
