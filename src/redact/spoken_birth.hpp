// A date of birth that is said figure by figure: "dob three ten fifteen", "[name], three ten fifteen". Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redact/words.hpp"

namespace postbox::redact {

// "dob three ten fifteen": one past the last number word after the word for it; `first` for none.
std::size_t end_of_named_figures(const std::vector<Word>& words, std::size_t first);

// "three eleven thirteen", "three oh six fourteen" right behind somebody who was removed, and nothing more on
// its stretch: neither counting nor a score.
std::size_t end_of_figures_of_person(std::string_view text, const std::vector<Word>& words,
                                     std::size_t first);

}  // namespace postbox::redact
