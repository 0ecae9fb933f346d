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
  Outline() = default;
  template <std::size_t Count>
  constexpr explicit Outline(const std::array<std::string_view, Count>& words) {
    for (const std::string_view word : words) add(word);
  }

  // Of words that begin with a small ASCII letter and are shorter than 64 bytes.
  constexpr void add(std::string_view word) {
    lengths_[static_cast<std::size_t>(word.front() - 'a')] |= std::uint64_t{1} << word.size();
  }

  // Whether a word of `size` bytes that begins with `first`, in small letters or not, may stand in the list.
  bool may_hold(char first, std::size_t size) const {
    const auto letter = static_cast<std::size_t>(ascii_lower(first) - 'a');
    return letter < lengths_.size() && size < 64 && (lengths_[letter] >> size & 1U) != 0;
  }
  bool may_hold(std::string_view word) const { return !word.empty() && may_hold(word.front(), word.size()); }

 private:
  std::array<std::uint64_t, 26> lengths_{};
};

}  // namespace postbox::redact
