// Names in the forms of registers: the family first, "Surname, forename: Ogunbanjo, Folasade", "Carr, M. /
// Zhu, Yun"; and letter by letter, "X A N T H E".
#pragma once

#include <cstddef>
#include <string_view>

#include "redact/name_words.hpp"

namespace postbox::redact {

// One past "MOSSOP, Kian J." behind the label of a form or in a list of such; `first` where none begins.
std::size_t end_of_turned_name(const NameWords& words, std::size_t first);

// One past the letters that spell a name, known in the same submission or listed and no other word; `first`
// where they spell none.
std::size_t end_of_spelled_name(const NameWords& words, std::size_t first);

// "n-i-a-m-h": single letters, all of them.
bool is_spelled_by_hyphens(std::string_view folded);

}  // namespace postbox::redact
