// Where the sentences of a text start, in words.
//
// A sentence ends at . ! ? or ... before white space, at an empty line, and after 60 words at the latest:
// half of what families send has no full stop at all. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "classify/words.hpp"

namespace postbox::classify {

// Ascending, from 0, and one past the last word; sentence i is [starts[i], starts[i + 1]).
std::vector<std::size_t> sentence_starts(std::string_view text, const Words& words);

// Whether what stands between two words ends a sentence; where it does not, 60 words were enough.
bool ends_sentence(std::string_view between);

}  // namespace postbox::classify
