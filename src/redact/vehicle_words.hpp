// The words around a registration, folded, and the words that look like a part of one. Pure.
#pragma once

#include <string_view>

namespace postbox::redact {

// "reg", "plate"
bool speaks_of_plate(std::string_view word);

// Also cars, makes and where they stand.
bool speaks_of_vehicle(std::string_view word);

// "in 20 mins", "yr 10": what measures and numbers other things has the shape of a plate.
bool is_plate_like_unit(std::string_view word);

// "the reg ends": only the last letters come.
bool speaks_of_ending(std::string_view word);

}  // namespace postbox::redact
