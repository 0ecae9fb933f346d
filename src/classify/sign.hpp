// One phrase of the hand-kept vocabulary, found in a text.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "feedback/service_area.hpp"

namespace postbox::classify {

// What a phrase speaks of: an area (its index), or one of these.
inline constexpr std::size_t sign_of_praise = service_area_count;
inline constexpr std::size_t sign_of_concern = service_area_count + 1;
inline constexpr std::size_t sign_of_suggestion = service_area_count + 2;
inline constexpr std::size_t sign_of_danger = service_area_count + 3;
inline constexpr std::size_t sign_kinds = service_area_count + 4;

// At words [first, last). `weight` is sign_weight() of the phrase's.
struct Sign {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t kind = 0;
  double weight = 0;
};

// So that signs add up: two of 0.5 make 0.75.
inline double sign_weight(double phrase_weight) { return -std::log1p(-phrase_weight); }

using PerSign = std::array<double, sign_kinds>;

}  // namespace postbox::classify
