// Which first letters and lengths the words of a list have: by these alone nearly every word of a text is
// known not to stand in it, before it is folded or compared. May say yes for no reason, never no.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "redact/letters.hpp"

namespace postbox::redact {

class Outline {
 public:
  // Of words in small ASCII letters, shorter than 64 bytes.
  constexpr void add(std::string_view word) {
    lengths_[static_cast<std::size_t>(word.front() - 'a')] |= std::uint64_t{1} << word.size();
  }

  // Whether a word of `size` bytes that begins with the ASCII letter `first` may stand in the list.
  bool may_hold(char first, std::size_t size) const {
    const auto letter = static_cast<std::size_t>(ascii_lower(first) - 'a');
    return size < 64 && (lengths_[letter] >> size & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 26> lengths_{};
};

}  // namespace postbox::redact
