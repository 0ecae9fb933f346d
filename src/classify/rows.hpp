// The rows of the weights: what one feature adds to each head, in thousandths.
//
// Whole numbers of two bytes: a row is one line of a processor's cache, and what rows add up to does not hang
// on their order.
#pragma once

#include <array>
#include <cstdint>

#include "feedback/service_area.hpp"

namespace postbox::classify {

inline constexpr std::size_t first_tone_head = service_area_count;
inline constexpr std::size_t urgent_head = service_area_count + 5;
inline constexpr std::size_t head_count = service_area_count + 6;

// With room for as many heads as make whole fours, which a processor adds up at once. The last stay 0.
inline constexpr std::size_t per_head_count = (head_count + 3) / 4 * 4;
using PerHead = std::array<float, per_head_count>;

inline constexpr std::size_t cache_line = 64;
struct alignas(cache_line) Row {
  std::array<std::int16_t, 32> heads{};

  bool operator==(const Row&) const = default;
};
static_assert(sizeof(Row) == cache_line && std::tuple_size_v<decltype(Row::heads)> >= head_count);

inline constexpr int row_unit = 1000;

// To the nearest thousandth, or the furthest that there is room for.
Row rounded(const PerHead& weights);

}  // namespace postbox::classify
