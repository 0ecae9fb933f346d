// The second step of the tones: what it looks at, and that its shares are shares.
#include "classify/tone_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace {

using namespace postbox::classify;

constexpr std::size_t praise = first_tone_head;
constexpr std::size_t concern = first_tone_head + 1;

PerHead scored(float for_praise, float for_concern) {
  PerHead scores{};
  scores[praise] = for_praise;
  scores[concern] = for_concern;
  return scores;
}

// From the end of a view: praise's lead, the concern's, the lesser of both, sentences, words, alone, one.
float from_end(const ToneView& view, std::size_t place) { return view[tone_view_size - place]; }

TEST_CASE("tone view: praise here and a concern there both lead somewhere") {
  const std::vector<PerHead> both = {scored(2, -1), scored(-1, 1.5F)};
  const ToneView view = tone_view(scored(0.2F, 0.1F), both, 12);
  CHECK(from_end(view, 7) == doctest::Approx(3));
  CHECK(from_end(view, 6) == doctest::Approx(2.5));
  CHECK(from_end(view, 5) == doctest::Approx(2.5));
  CHECK(from_end(view, 2) == 0);  // not one sentence alone
  const std::vector<PerHead> glad = {scored(2, -1), scored(1, 0)};
  CHECK(from_end(tone_view(scored(2, -1), glad, 12), 5) < 0);
}

TEST_CASE("tone view: whole, most, mean, last and first of each tone stand in this order") {
  const std::vector<PerHead> sentences = {scored(1, 0), scored(4, 0), scored(-2, 0)};
  const ToneView view = tone_view(scored(7, 0), sentences, 30);
  const std::vector<float> of_praise(view.begin(), view.begin() + 5);
  CHECK(of_praise == std::vector<float>{7, 4, 1, -2, 1});
}

TEST_CASE("tone view: one sentence is its own most, mean, last and first") {
  const std::vector<PerHead> one = {scored(3, 1)};
  const ToneView view = tone_view(scored(3, 1), one, 4);
  CHECK(std::all_of(view.begin(), view.begin() + 5, [](float value) { return value == 3; }));
  CHECK(from_end(view, 2) == 1);
  CHECK(from_end(view, 1) == 1);
}

TEST_CASE("tone shares: they add up to one, also where scores are far beyond all reason") {
  ToneWeights weights{};
  weights[0] = {1, -1, 0.5F, 0, 0};
  for (const float score : {-1e6F, -3.0F, 0.0F, 3.0F, 1e6F}) {
    CAPTURE(score);
    const std::vector<PerHead> one = {scored(score, 0)};
    const PerTone shares = tone_shares(weights, tone_view(scored(score, 0), one, 4));
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0F) == doctest::Approx(1));
    CHECK(std::all_of(shares.begin(), shares.end(), [](float share) { return std::isfinite(share); }));
    if (score > 0) CHECK(shares[0] > shares[1]);
    if (score < 0) CHECK(shares[1] > shares[0]);
  }
}

}  // namespace
