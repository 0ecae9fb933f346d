// Makes of a head's score the share of lines with that score for which the answer is yes (Platt's scaling).
#pragma once

#include <array>
#include <vector>

#include "classify/weights.hpp"

namespace postbox::training {

struct Outcome {
  classify::PerHead scores;  // by weights that have not seen this line
  std::array<bool, classify::head_count> yes;
  classify::ToneView view{};
};

// All heads but those of the tones, which learn their shares together: tone_stage.hpp.
void calibrate(classify::Weights& weights, const std::vector<Outcome>& outcomes);

}  // namespace postbox::training
