// Eight bytes of a text at a time, as one number: most words are no longer, and no processor guesses where
// they end. Pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace postbox::redact {

inline constexpr std::size_t eight = sizeof(std::uint64_t);
inline constexpr std::uint64_t each_byte = 0x0101010101010101U;

// As eight_bytes_at(), where fewer are left.
std::uint64_t last_bytes_at(std::string_view text, std::size_t at);

// From `at` on, zeros behind the end of the text. The first byte is the lowest.
inline std::uint64_t eight_bytes_at(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  if (at + eight > text.size()) return last_bytes_at(text, at);
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, eight);
  return bytes;
}

// All bits of the first `count` bytes; of all eight where it is more.
constexpr std::uint64_t first_bytes(std::size_t count) {
  return count >= eight ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * count) - 1;
}

// ASCII letters small, and figures as they are; what becomes of other bytes does not count.
constexpr std::uint64_t in_small_letters(std::uint64_t bytes) { return bytes | (each_byte * ('a' - 'A')); }

// The highest bit of every byte that is an ASCII letter.
constexpr std::uint64_t letters_among(std::uint64_t bytes) {
  constexpr std::uint64_t high_bits = each_byte * 0x80;
  const std::uint64_t small = in_small_letters(bytes) & ~high_bits;
  const std::uint64_t from_a = small + each_byte * (0x80 - 'a');
  const std::uint64_t past_z = small + each_byte * (0x80 - 'z' - 1);
  return from_a & ~past_z & ~bytes & high_bits;
}

// The same of every byte that is a capital, given which are letters.
constexpr std::uint64_t capitals_among(std::uint64_t bytes, std::uint64_t letters) {
  return letters & ~(bytes << 2U);  // the bit by which a letter is small
}

// Of such highest bits: how many bytes stand before the first that has none.
constexpr std::size_t leading(std::uint64_t high_bits) {
  return static_cast<std::size_t>(std::countr_zero(~high_bits & (each_byte * 0x80))) / 8;
}
constexpr std::size_t count_of(std::uint64_t high_bits) { return ((high_bits >> 7U) * each_byte) >> 56U; }

}  // namespace postbox::redact
