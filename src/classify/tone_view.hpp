// What the tone of a text is told by, once its sentences and the whole were scored for each tone.
//
// "The driver is a gem. The office never rings back." is praise here and a concern there, and mixed as a
// whole; words added up over the whole lose that. So a second, small step looks at what the whole scores,
// what the sentences score at most, in the mean, in the last and in the first, how far praise leads over a
// concern and a concern over praise, and how long the text is. What that adds up to is learned
// (training/tone_stage.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "classify/weights.hpp"

namespace postbox::classify {

// `sentences`: what each scores; at least one.
ToneView tone_view(const PerHead& whole, std::span<const PerHead> sentences, std::size_t words);

// The shares of the five tones; they add up to 1.
PerTone tone_shares(const ToneWeights& weights, const ToneView& view);

}  // namespace postbox::classify
