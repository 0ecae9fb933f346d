// Registrations and numbers of letters and figures as people type or say them, one by one or in groups: "PX
// six eight", "sierra hotel 21 forty-three", "P X 6 8". Pure; reads a bounded piece.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::said for "ten" to "ninety".
void mark_said_tens(Lexicon& lexicon);

struct Said {
  std::string characters;         // as capitals and digits
  std::vector<std::size_t> ends;  // where the piece that each belongs to ends in the text
  bool spoken = false;            // some of it in words
};

// How many letters may stand together; a longer run is a word, of the spelling alphabet or a number, or ends
// it.
struct LetterRuns {
  std::size_t first;
  std::size_t later;
};

// What follows from `begin` on, at most `most` characters, with up to three separators between two pieces.
Said read_said(std::string_view text, std::size_t begin, LetterRuns runs, std::size_t most);

}  // namespace postbox::redact
