// The second step of the tones (classify/tone_view.hpp), learned from what models say of writers they have
// not seen.
#pragma once

#include <vector>

#include "training/calibration.hpp"

namespace postbox::training {

// Softmax regression with a light pull towards zero: convex, so there is one answer.
classify::ToneWeights fitted_tones(const std::vector<Outcome>& outcomes);

}  // namespace postbox::training
