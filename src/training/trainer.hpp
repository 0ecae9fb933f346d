// Learns the classifier's weights from labelled lines.
//
// Logistic regression by stochastic gradient descent, all heads at once, with a light pull towards zero. An
// area and urgency learn from the whole text and from the window of sentences that speaks loudest
// (judge.hpp). What ships is the mean of the later rounds. A feature seen in one line only is not learned.
// The order is shuffled by a generator of our own and there is one thread: the same lines give the same
// weights to the byte.
#pragma once

#include <vector>

#include "classify/evidence.hpp"
#include "classify/weights.hpp"
#include "training/labelled.hpp"

namespace postbox::training {

struct Example {
  std::string writer;  // the beginning of the line's id, up to its first hyphen
  classify::Evidence evidence;
  std::array<bool, classify::head_count> yes{};
};

Example example_of(const classify::EvidenceReader& reader, const Labelled& item);

// Calibrated, and the second look learned, by what models, each trained without one writer, say about that
// writer's lines: who writes to a box is no writer of ours either.
classify::Weights train(const std::vector<Example>& examples);

}  // namespace postbox::training
