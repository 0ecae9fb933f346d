// Whether words behind a house number are a street, in capitals or not, typed well or not. Pure; bounded look
// around.
#pragma once

#include <cstddef>

#include "redact/address_words.hpp"

namespace postbox::redact {

// Whether a place or the end follows the street, whose last word is `kind`: "14 church lane, kendal".
bool is_named(const AddressWords& words, std::size_t kind);

// "12 west street and": words of every day that streets are called by.
bool is_usual_street(const AddressWords& words, std::size_t name);

// Whether the number at `first` stands right behind "at", "outside" and the like, where a house may.
bool is_led_as_house(const AddressWords& words, std::size_t first);

// Whether the words from `name` to `at`, behind the number at `first`, are a street: in capitals, or in small
// letters with a name before the kind that is no everyday word.
bool is_street(const AddressWords& words, std::size_t name, std::size_t at, std::size_t first);

}  // namespace postbox::redact
