// The rows of the weights: what one feature adds to each head, in thousandths.
//
// Whole numbers of two bytes: a row is one line of a processor's cache, and what rows add up to does not hang
// on their order.
#pragma once

#include <array>
#include <cstdint>
#include <new>
#include <vector>

#include "feedback/service_area.hpp"

namespace postbox::classify {

inline constexpr std::size_t first_tone_head = service_area_count;
inline constexpr std::size_t urgent_head = service_area_count + 5;
inline constexpr std::size_t head_count = service_area_count + 6;

// With room for as many heads as make whole fours, which a processor adds up at once. The last stay 0.
inline constexpr std::size_t per_head_count = (head_count + 3) / 4 * 4;
using PerHead = std::array<float, per_head_count>;

inline constexpr std::size_t cache_line = 64;
struct Row {
  std::array<std::int16_t, 32> heads{};

  bool operator==(const Row&) const = default;
};
static_assert(sizeof(Row) == cache_line && std::tuple_size_v<decltype(Row::heads)> >= head_count);

// Gives rows a line each. The type itself asks for no such place: on the stack nothing is gained by it, and
// the address sanitizer's stack of frames that have ended does not keep to it.
template <class T>
struct LineAllocator {
  using value_type = T;

  LineAllocator() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): containers ask for it so
  template <class Other>
  LineAllocator(const LineAllocator<Other>& /*other*/) noexcept {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{cache_line}));
  }
  void deallocate(T* rows, std::size_t /*count*/) noexcept {
    ::operator delete (rows, std::align_val_t{cache_line});
  }
  bool operator==(const LineAllocator& /*other*/) const = default;
};
using Rows = std::vector<Row, LineAllocator<Row>>;

inline constexpr int row_unit = 1000;

// To the nearest thousandth, or the furthest that there is room for.
Row rounded(const PerHead& weights);

}  // namespace postbox::classify
