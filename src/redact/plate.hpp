// Registration plates by their form alone: runs of letters and figures with gaps between. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postbox::redact {

// What may be a registration: its characters as A (letter), 9 (digit) and a blank for a gap.
struct Plate {
  std::size_t end = 0;
  std::string shape;
  std::string letters_first;  // the first run of letters, folded
  std::string letters_last;   // the last one
  std::string digits;
  bool capitals = true;
};

// How many bytes of a gap between two runs stand at `at`.
std::size_t gap_size(std::string_view text, std::size_t at);

// What stands at `begin` in so many tokens; an empty shape where something else does.
Plate plate_at(std::string_view text, std::size_t begin, int tokens);

// AB12 CDE
bool is_current_shape(std::string_view shape);

// Two figures of the half year since 2001: 02 to 29 in spring, 51 to 79 in autumn.
bool is_age_mark(std::string_view digits);

// "AE5l XKJ", "AEO9 XKJ": one past a current one in capitals, where one of its figures may be a letter that
// looks like one; `begin` for none.
std::size_t end_of_slipped(std::string_view text, std::size_t begin);

// "0V62 HGX", "N061RTY" in capitals: a nought for an O among the first two; one past it, `begin` for none.
std::size_t end_of_slipped_first(std::string_view text, std::size_t begin);

// "YJ15 0XD", "R0 5ALB" in capitals: a nought or a one for a letter among the last three, or a gap in the
// wrong place; "WU6? PRZ": a sign for what was not read. One past it; `begin` for none.
std::size_t end_of_slipped_letters(std::string_view text, std::size_t begin);
std::size_t end_of_unread(std::string_view text, std::size_t begin);

// "M1LLY 5": bought for what it spells, with its gap anywhere. Only behind the word for a plate.
bool is_spelling_shape(std::string_view shape);

// Prefix (A123 BCD), suffix (BCD 123A), the times before, and Northern Ireland (NIZ 1234).
bool is_older_shape(std::string_view shape);

// Few letters and few figures, from before there were year letters: only beside the word for a vehicle.
bool is_dateless_shape(std::string_view shape);

// As other countries give them: WPR 4K821, AB 123 CD, M AB 1234. Only beside the word for a vehicle.
bool is_foreign_shape(std::string_view shape);

// 191-D-20431
bool is_irish(const Plate& plate);

// "P X 6 8 K L M", "P.X.6.8.K.L.M": seven capitals and figures, each apart.
bool is_spaced_out(std::string_view typed);

// Three letters, among them an I or a Z as nowhere else, and four figures that are no year.
bool is_of_northern_ireland(const Plate& plate);

// Of these, what nothing else looks like.
bool is_sure_older_shape(std::string_view shape);

}  // namespace postbox::redact
