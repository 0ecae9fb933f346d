// A list of words that is looked into at nearly every word of a text: by the first letters and the lengths of
// its words nearly every other word is known not to stand in it, before any is compared.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "redact/letters.hpp"

namespace postbox::redact {

// Which first letters and lengths words have. May say yes for no reason, never no.
class Outline {
 public:
  constexpr void add(std::string_view word) {
    if (!word.empty()) lengths_[index(word.front())] |= bit(word.size());
  }

  // Whether a word of `size` bytes that begins with `first`, in small letters or not, may be one of them.
  constexpr bool may_hold(char first, std::size_t size) const {
    return (lengths_[index(first)] & bit(size)) != 0;
  }
  constexpr bool may_hold(std::string_view word) const {
    return !word.empty() && may_hold(word.front(), word.size());
  }

 private:
  // A letter has the same last five bits whether small or not.
  static constexpr std::size_t index(char first) { return static_cast<unsigned char>(first) & 31U; }
  static constexpr std::uint64_t bit(std::size_t size) {
    constexpr std::size_t size_max = 63;
    return std::uint64_t{1} << std::min(size, size_max);
  }

  std::array<std::uint64_t, 32> lengths_{};
};

template <std::size_t Count>
class WordList {
 public:
  // From as many words as there are.
  template <class... Words>
  requires(sizeof...(Words) == Count) constexpr explicit(Count == 1) WordList(Words... words)
      : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) outline_.add(word);
  }

  bool has(std::string_view word) const {
    return outline_.may_hold(word) && std::find(words_.begin(), words_.end(), word) != words_.end();
  }
  constexpr auto begin() const { return words_.begin(); }
  constexpr auto end() const { return words_.end(); }

 private:
  std::array<std::string_view, Count> words_;
  Outline outline_;
};

template <class... Words>
WordList(Words...) -> WordList<sizeof...(Words)>;

}  // namespace postbox::redact
