// Rooms, classes and houses, which are called after flowers, trees and stones that are names too. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/name_words.hpp"

namespace postbox::redact {

// What is called so: "Hazel class". A child's own may be typed without its
// possessive ("callum room"), so only a name that is a word too is none before these.
bool is_like_a_room(std::string_view word);

// "Hazel, Rowan and Oak are the three bases", "Jade and Ruby are both rooms".
bool is_one_of_rooms(const NameWords& words, std::size_t after);

// "Bluebell class": a room, which later is "Bluebell" alone.
bool is_room(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
