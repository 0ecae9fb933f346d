// The learned weights: what each feature and each sign adds to each head, and how their text file is written.
//
// A head is one question with a yes or no: one for each area, five tones, urgency. Of a window of sentences
// its score is bias + length x ln(1 + words) + signs x weights + features x weights / sqrt(how many
// features); the calibration makes of that a share of 0 to 1, and of the tones' a second step does. The file
// is made by tools/train, to the byte the same from the same lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "classify/rows.hpp"
#include "classify/sign.hpp"

namespace postbox::classify {

// A number that stands for a feature of a text: features.hpp.
using Feature = std::uint32_t;
inline constexpr Feature no_feature = ~Feature{0};  // no text has it

// The second step of the tones (tone_view.hpp): what it looks at, and what each of that adds to each tone.
inline constexpr std::size_t tone_count = urgent_head - first_tone_head;
inline constexpr std::size_t tone_view_size = 5 * tone_count + 7;
using PerTone = std::array<float, tone_count>;
using ToneView = std::array<float, tone_view_size>;
using ToneWeights = std::array<PerTone, tone_view_size>;

// What is known of one area when all of them are looked at together (second_look.hpp).
inline constexpr std::size_t clue_count = 7;
using Clues = std::array<float, clue_count>;

struct Weights {
  PerHead bias{};
  PerHead length{};
  std::array<PerHead, sign_kinds> signs{};
  PerHead slope{};  // calibration: share = 1 / (1 + exp(-(slope x score + shift))); not for the tones
  PerHead shift{};
  Clues clues = {0, 1};  // the same for all areas; these leave the first look as it is
  ToneWeights tones{};
  std::vector<Feature> features;  // ascending
  Rows rows;                      // one for each feature
};

std::string written(const Weights& weights);

// Throws Error(Fault::settings) that names the line.
Weights read_weights(std::string_view file);

}  // namespace postbox::classify
