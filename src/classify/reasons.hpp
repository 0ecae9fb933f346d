// The words of a text that decided about an area.
//
// First the phrases of the vocabulary that speak of the area; where none stands there, or where the share
// does not fall without them, the words that the weights hold most for it, one after the other, until it
// falls. Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "classify/evidence.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

// As they were typed, each once. `share_without` tells the area's share of another text, `weight_of` what a
// word alone adds to it.
struct Reasoning {
  std::function<double(std::string_view text)> share_of;
  std::function<double(const Word& word)> weight_of;
};
std::vector<std::string> reasons_for(ServiceArea area, std::string_view text, const Words& words,
                                     const Evidence& evidence, const Reasoning& reasoning);

}  // namespace postbox::classify
