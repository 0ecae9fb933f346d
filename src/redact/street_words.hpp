// The words that addresses are made of. All folded. Pure.
#pragma once

#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::house for flats, floors, boats and number words; Mark::home for what says that somebody lives near.
void mark_street_words(Lexicon& lexicon);

bool is_sure_street(std::string_view word);    // road, lane: nothing else, in any case of letters
bool is_short_street(std::string_view word);   // st, rd, ave: after a number and a name in small letters too
bool is_likely_street(std::string_view word);  // view, bank: everyday words as well
bool is_rare_street(std::string_view word);    // entry, raise: behind a word with a capital, where one lives
bool is_whole_street(std::string_view word);   // esplanade, broadway: a street without a word before it
bool is_farm(std::string_view word);           // farm, cottage: a home by itself
bool ends_like_house(std::string_view word);   // "Hillside", "Thornlea": as houses are called
bool is_house(std::string_view word);          // house, lodge: with a street or where somebody lives
bool is_side_of_farm(std::string_view word);   // high, nether: before the name of a farm
bool is_flat(std::string_view word);           // flat, apartment, plot: before a number
bool is_room(std::string_view word);   // of those: room, house, which are numbered for other reasons too
bool is_floor(std::string_view word);  // basement, top: before "flat"
bool is_number_word(std::string_view word);          // four, twenty, twenty-two
bool is_living(std::string_view word);               // live, home: after an address
bool is_measure(std::string_view word);              // minute, mile: after a number no street
bool is_public_building(std::string_view word);      // school, surgery
bool numbers_something_else(std::string_view word);  // year, room: before a number no house

}  // namespace postbox::redact
