// Names of people, staff included: by the lists, and by what stands around a word.
//
// A title belongs to the name ("Mrs Fictional"), a possessive does not ("Lily" of "Lily's"). Pets, cartoon
// characters, organisations, schools, towns and job titles stay. What the rules are, how well they do and
// what they miss stands in README.md. Linear: every word is looked at a bounded number of times. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redact/name_words.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_person_names(const Reading& reading, const Lexicon& lexicon, const KnownNames& known);

// The words of one name that stand for the person alone: no title, no initial, no particle; folded.
std::vector<std::string> words_of_name(std::string_view name, const Lexicon& lexicon);

}  // namespace postbox::redact
