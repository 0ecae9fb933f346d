// A set of ASCII characters: a bit for each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postbox::redact {

class AsciiSet {
 public:
  constexpr AsciiSet() = default;
  constexpr explicit AsciiSet(std::string_view characters) {
    for (const char c : characters) add(c);
  }

  constexpr void add(char c) { bits_[index(c) / 64] |= std::uint64_t{1} << (index(c) % 64); }
  constexpr void add_all(AsciiSet more) {
    bits_[0] |= more.bits_[0];
    bits_[1] |= more.bits_[1];
  }
  // False for a byte beyond ASCII.
  constexpr bool has(char c) const {
    return index(c) < 128 && (bits_[index(c) / 64] >> (index(c) % 64) & 1U) != 0;
  }
  constexpr bool has_one_of(AsciiSet among) const {
    return ((bits_[0] & among.bits_[0]) | (bits_[1] & among.bits_[1])) != 0;
  }

 private:
  static constexpr std::size_t index(char c) { return static_cast<unsigned char>(c); }

  std::array<std::uint64_t, 2> bits_{};
};

}  // namespace postbox::redact
