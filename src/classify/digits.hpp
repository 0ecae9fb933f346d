// Whole numbers as digits, read eight bytes at a time: no processor guesses where a number ends.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace postbox::classify {

struct Digits {
  std::size_t count = 0;  // 0: there is none, or more than seven
  std::int32_t value = 0;
};

// Those at the beginning of `text`.
[[gnu::always_inline]] inline Digits leading_digits(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);  // the first byte is the lowest
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::uint64_t bytes = 0;
  if (text.size() >= sizeof bytes) {
    std::memcpy(&bytes, text.data(), sizeof bytes);
  } else {
    for (std::size_t i = 0; i < text.size(); ++i) {
      bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << 8 * i;
    }
  }
  std::uint64_t digits = bytes ^ (each * '0');
  // The highest bit of each byte that is no digit; bytes after the first such one may be wrong.
  const std::uint64_t others = ((digits + each * (0x80 - 10)) | digits) & (each * 0x80);
  if (others == 0) return {};
  const auto count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
  if (count == 0) return {};
  digits <<= 64 - 8 * count;  // as if there were eight, with zeros before them
  digits = digits * 10 + (digits >> 8U);
  constexpr std::uint64_t two_digits = 0x000000FF000000FFU;
  digits = (digits & two_digits) * (100 + (std::uint64_t{1'000'000} << 32U)) +
           ((digits >> 16U) & two_digits) * (1 + (std::uint64_t{10'000} << 32U));
  return {count, static_cast<std::int32_t>(digits >> 32U)};
}

}  // namespace postbox::classify
