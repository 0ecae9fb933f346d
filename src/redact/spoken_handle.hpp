// Handles that are said: "kel underscore kids", "jay dot xo dot 09". Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

struct SpokenHandle {
  std::size_t end;
  // Joined by an underscore to no everyday word: said of nothing else. Of a dot the words around have to
  // tell.
  bool sure;
};

// What begins at `begin`, with its joiners; the end is `begin` where no joiner follows.
SpokenHandle read_spoken_handle(std::string_view text, std::size_t begin, const Lexicon& lexicon);

}  // namespace postbox::redact
