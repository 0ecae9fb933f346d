#include "training/tone_stage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace postbox::training {
namespace {

using classify::tone_count;
using classify::tone_view_size;

constexpr std::size_t constant = tone_view_size - 1;  // stands last in a view
constexpr int rounds = 800;
constexpr double step = 0.1;  // small enough for 31 numbers that hang together
constexpr double pull = 4e-4;

using View = std::array<double, tone_view_size>;
using Row = std::array<double, tone_count>;
using Rows = std::array<Row, tone_view_size>;

// Each number of a view less its mean, in its own deviations: else the large ones alone would be learned.
struct Scale {
  View mean{};
  View deviation{};

  explicit Scale(const std::vector<Outcome>& outcomes) {
    const double count = std::max<double>(1, static_cast<double>(outcomes.size()));
    for (std::size_t i = 0; i < constant; ++i) {
      double sum = 0;
      double squares = 0;
      for (const Outcome& outcome : outcomes) sum += outcome.view[i];
      mean[i] = sum / count;
      for (const Outcome& outcome : outcomes) squares += std::pow(outcome.view[i] - mean[i], 2);
      deviation[i] = std::max(std::sqrt(squares / count), 1e-3);
    }
    deviation[constant] = 1;
  }

  View of(const classify::ToneView& view) const {
    View scaled{};
    for (std::size_t i = 0; i < view.size(); ++i) scaled[i] = (view[i] - mean[i]) / deviation[i];
    return scaled;
  }
};

Row shares_of(const Rows& weights, const View& view) {
  Row shares{};
  for (std::size_t i = 0; i < view.size(); ++i) {
    for (std::size_t tone = 0; tone < tone_count; ++tone) shares[tone] += weights[i][tone] * view[i];
  }
  const double most = *std::max_element(shares.begin(), shares.end());
  for (double& share : shares) share = std::exp(share - most);
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= all;
  return shares;
}

Rows gradient_at(const Rows& weights, const std::vector<View>& views, const std::vector<Outcome>& outcomes) {
  Rows gradient{};
  for (std::size_t line = 0; line < views.size(); ++line) {
    Row error = shares_of(weights, views[line]);
    for (std::size_t tone = 0; tone < tone_count; ++tone) {
      error[tone] -= outcomes[line].yes[classify::first_tone_head + tone] ? 1 : 0;
    }
    for (std::size_t i = 0; i < tone_view_size; ++i) {
      for (std::size_t tone = 0; tone < tone_count; ++tone) gradient[i][tone] += error[tone] * views[line][i];
    }
  }
  return gradient;
}

// The same weights for numbers that were not scaled.
classify::ToneWeights unscaled(const Rows& weights, const Scale& scale) {
  classify::ToneWeights plain{};
  for (std::size_t tone = 0; tone < tone_count; ++tone) {
    double shift = weights[constant][tone];
    for (std::size_t i = 0; i < constant; ++i) {
      const double weight = weights[i][tone] / scale.deviation[i];
      plain[i][tone] = static_cast<float>(weight);
      shift -= weight * scale.mean[i];
    }
    plain[constant][tone] = static_cast<float>(shift);
  }
  return plain;
}

}  // namespace

// Nesterov's descent: over all lines at once, each step with some of the last one's way.
classify::ToneWeights fitted_tones(const std::vector<Outcome>& outcomes) {
  const Scale scale(outcomes);
  std::vector<View> views;
  views.reserve(outcomes.size());
  for (const Outcome& outcome : outcomes) views.push_back(scale.of(outcome.view));
  Rows weights{};
  Rows before{};
  for (int round = 0; round < rounds; ++round) {
    const double swing = static_cast<double>(round) / (round + 3);
    Rows ahead{};
    for (std::size_t i = 0; i < tone_view_size; ++i) {
      for (std::size_t tone = 0; tone < tone_count; ++tone) {
        ahead[i][tone] = weights[i][tone] + swing * (weights[i][tone] - before[i][tone]);
      }
    }
    const Rows gradient = gradient_at(ahead, views, outcomes);
    before = weights;
    for (std::size_t i = 0; i < tone_view_size; ++i) {
      for (std::size_t tone = 0; tone < tone_count; ++tone) {
        const double mean = gradient[i][tone] / static_cast<double>(std::max<std::size_t>(1, views.size()));
        weights[i][tone] = ahead[i][tone] - step * (mean + (i == constant ? 0 : pull) * ahead[i][tone]);
      }
    }
  }
  return unscaled(weights, scale);
}

}  // namespace postbox::training
