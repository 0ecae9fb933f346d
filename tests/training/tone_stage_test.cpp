// The second step of the tones, learned on views that a person can see through.
#include "training/tone_stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "classify/tone_view.hpp"
#include "feedback/tone.hpp"

using namespace postbox;
using namespace postbox::training;

namespace {

constexpr std::size_t praise_leads = classify::tone_view_size - 7;
constexpr std::size_t concern_leads = classify::tone_view_size - 6;

Outcome outcome(float praise, float concern, Tone tone) {
  Outcome made{};
  made.view[praise_leads] = praise;
  made.view[concern_leads] = concern;
  made.view.back() = 1;
  made.yes[classify::first_tone_head + static_cast<std::size_t>(tone)] = true;
  return made;
}

std::vector<Outcome> seen(int times) {
  std::vector<Outcome> outcomes;
  for (int i = 0; i < times; ++i) {
    const float more = 1 + static_cast<float>(i % 5) / 5;
    outcomes.push_back(outcome(more, -more, Tone::praise));
    outcomes.push_back(outcome(-more, more, Tone::concern));
    outcomes.push_back(outcome(more, more, Tone::mixed));
    outcomes.push_back(outcome(-more, -more, Tone::neutral));
  }
  return outcomes;
}

Tone likeliest(const classify::ToneWeights& weights, float praise, float concern) {
  const classify::PerTone shares =
      classify::tone_shares(weights, outcome(praise, concern, Tone::neutral).view);
  return tones[static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin())];
}

}  // namespace

TEST_CASE("training: where praise leads and a concern leads, a text is mixed") {
  const classify::ToneWeights weights = fitted_tones(seen(50));
  CHECK(likeliest(weights, 2, -2) == Tone::praise);
  CHECK(likeliest(weights, -2, 2) == Tone::concern);
  CHECK(likeliest(weights, 2, 2) == Tone::mixed);
  CHECK(likeliest(weights, -2, -2) == Tone::neutral);
}

TEST_CASE(
    "training: a tone that no line has is never the likeliest, and a number that never changes says "
    "nothing") {
  const classify::ToneWeights weights = fitted_tones(seen(50));
  for (const float praise : {-3.0F, 0.0F, 3.0F}) {
    for (const float concern : {-3.0F, 0.0F, 3.0F}) {
      CHECK(likeliest(weights, praise, concern) != Tone::suggestion);
    }
  }
  for (const float weight : weights.front()) CHECK(weight == 0);
}

TEST_CASE("training: the second step stays finite with no line, with one, and with absurd numbers") {
  const std::vector<std::vector<Outcome>> odd = {
      {}, {outcome(1, 1, Tone::mixed)}, {outcome(1e6F, 0, Tone::praise), outcome(-1e6F, 0, Tone::concern)}};
  for (const std::vector<Outcome>& outcomes : odd) {
    for (const classify::PerTone& row : fitted_tones(outcomes)) {
      for (const float weight : row) CHECK(std::isfinite(weight));
    }
  }
}
