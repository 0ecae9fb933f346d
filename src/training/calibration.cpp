#include "training/calibration.hpp"

#include <cmath>

namespace postbox::training {
namespace {

constexpr int steps = 50;
constexpr double prior = 1e-3;  // keeps the step finite where a head has no line to learn from

struct Line {
  double slope = 1;
  double shift = 0;
};

// Newton's method; the loss is convex.
Line fitted(const std::vector<Outcome>& outcomes, std::size_t head) {
  Line line;
  for (int step = 0; step < steps; ++step) {
    double slope_gradient = prior * (line.slope - 1);
    double shift_gradient = prior * line.shift;
    double slope_slope = prior;
    double slope_shift = 0;
    double shift_shift = prior;
    for (const Outcome& outcome : outcomes) {
      const double score = outcome.scores[head];
      const double share = 1 / (1 + std::exp(-(line.slope * score + line.shift)));
      const double error = share - (outcome.yes[head] ? 1 : 0);
      const double weight = share * (1 - share);
      slope_gradient += error * score;
      shift_gradient += error;
      slope_slope += weight * score * score;
      slope_shift += weight * score;
      shift_shift += weight;
    }
    const double determinant = slope_slope * shift_shift - slope_shift * slope_shift;
    line.slope -= (shift_shift * slope_gradient - slope_shift * shift_gradient) / determinant;
    line.shift -= (slope_slope * shift_gradient - slope_shift * slope_gradient) / determinant;
  }
  return line;
}

}  // namespace

void calibrate(classify::Weights& weights, const std::vector<Outcome>& outcomes) {
  for (std::size_t head = 0; head < classify::head_count; ++head) {
    if (head >= classify::first_tone_head && head < classify::urgent_head) continue;
    const Line line = fitted(outcomes, head);
    weights.slope[head] = static_cast<float>(line.slope);
    weights.shift[head] = static_cast<float>(line.shift);
  }
}

}  // namespace postbox::training
