// Stochastic gradient descent over examples (trainer.hpp tells how).
#pragma once

#include <vector>

#include "training/trainer.hpp"

namespace postbox::training {

classify::Weights descend(const std::vector<const Example*>& examples);

}  // namespace postbox::training
