// What stands before a word, as far as it tells whether a name comes now. Pure; bounded look back.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

// How strongly the words before say that a name comes now.
enum class Cue {
  none,
  possible,  // "my", "dear", "thanks to": enough for a word that may be a name
  role,      // "her teacher is", "caseworker"
  sure,      // "my son", "called": enough for a word that nobody knows
};

Cue cue_before(const NameWords& words, std::size_t at);

// "her name is", "called", "known as"; not "a school called".
bool follows_naming(const NameWords& words, std::size_t at);

// "my son Kai", "our lad, Kai", "mum is Kai".
bool follows_relative(const NameWords& words, std::size_t at);

// "Garth and Moira", "Garth, Moira": the one before was a name.
bool follows_name(const NameWords& words, std::size_t at);

// A month or a season here is a time of the year: "in May", "3rd of April", "May 2019".
bool near_date(const NameWords& words, std::size_t at);

// "told lily about it", "spoke to harper at the council": a name in small letters that is a word too.
bool was_spoken_to(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
