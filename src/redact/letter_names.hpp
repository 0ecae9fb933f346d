// A plate read out by the names of its letters: "dee gee six two, tee ar vee", "kay en 17 ee bee eff". Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::said for every name of a letter.
void mark_letter_names(Lexicon& lexicon);

// One past a current plate (AB12 CDE) that begins at `begin`, where two letters at least are given by their
// names; `begin` for none.
std::size_t end_of_letter_names(std::string_view text, std::size_t begin);

}  // namespace postbox::redact
