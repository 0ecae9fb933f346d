// What a word says by itself of being a name: which list it stands in and how it is written. Pure.
#pragma once

#include "redact/name_words.hpp"

namespace postbox::redact {

struct Place {
  bool capital;      // Jamie; JAMIE where the sentence is not shouted
  bool starts;       // first of its sentence, where everybody has a capital
  bool upper_alone;  // JAMIE, which may be an abbreviation too
  bool shouted;
};

Place place_of(const NameWords& words, std::size_t at);

// No name, whatever stands around it.
inline constexpr int never_a_name = -100;

// Evidence that the word is a name, or never_a_name.
int weight_of_word(const NameWords& words, std::size_t at, const Place& place);

}  // namespace postbox::redact
