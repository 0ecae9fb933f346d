// Makes of a head's score the share of lines with that score for which the answer is yes (Platt's scaling).
#pragma once

#include <array>
#include <vector>

#include "classify/evidence.hpp"
#include "classify/weights.hpp"

namespace postbox::training {

struct Outcome {
  classify::PerHead scores;  // by weights that have not seen this line
  std::array<bool, classify::head_count> yes;
  classify::ToneView view{};
  classify::PerHead apart{};  // these two for the second look
  const classify::Evidence* evidence = nullptr;
};

// All heads but those of the tones, which learn their shares together: tone_stage.hpp.
void calibrate(classify::Weights& weights, const std::vector<Outcome>& outcomes);

// What the clues of an area weigh (classify/second_look.hpp); the weights are calibrated.
void learn_second_look(classify::Weights& weights, const std::vector<Outcome>& outcomes);

}  // namespace postbox::training
