// The words around a name that give it away: titles, relatives, jobs, what only a person does. Grammar of
// the language rather than settings, so it stands here; names themselves stand in config/. All folded.
#pragma once

#include <string_view>

namespace postbox::redact::cue {

bool is_title(std::string_view word);       // mr, mrs, dr: part of the name
bool is_sure_title(std::string_view word);  // mr, mrs, dr, mx: never another word, in any case of letters
bool is_relative(std::string_view word);    // son, lass, nan, friend; also córka, fiul, син, ابني
bool is_owner(std::string_view word);       // my, our, his
bool is_role(std::string_view word);        // teacher, escort, nurse, lady, chap
bool is_naming(std::string_view word);      // called, named
bool is_thing_that_is_called(std::string_view word);  // school, group, book: what it is called is no person
bool is_animal(std::string_view word);                // dog, hamster
bool is_character_word(std::string_view word);        // film, cartoon, toy
bool is_greeting(std::string_view word);              // dear, hi, thank
bool is_parting(std::string_view word);               // regards, yours, love
bool is_being(std::string_view word);                 // is, was, are
bool is_third_person(std::string_view word);   // is, has, doesn't, goes: what follows a name and not a modal
bool is_person_verb(std::string_view word);    // said, smiled, rang: what only people do
bool is_base_follower(std::string_view word);  // you, the, they, be: after "Will", "May" or "Mark" as words
bool is_institution(std::string_view word);    // school, road, trust: what a name before it belongs to
bool is_date_word(std::string_view word);      // in, since, last: before a month or a season
bool is_place_word(std::string_view word);     // in, near, at, from: before a place
bool is_particle(std::string_view word);       // de, van, bin, al
bool is_abbreviation(std::string_view letters);  // uk, ta, dob: dotted letters that are nobody's initials

}  // namespace postbox::redact::cue
