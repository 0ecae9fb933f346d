// A set of words of one text, a bit for each: those that are not in it are passed sixty-four at a time. Pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace postbox::redact {

class WordSet {
 public:
  // Empty, with room for so many.
  void reset(std::size_t words) { bits_.assign((words + word_bits - 1) / word_bits, 0); }
  void add(std::size_t word) { bits_[word / word_bits] |= std::uint64_t{1} << word % word_bits; }

  static constexpr std::size_t none = ~std::size_t{0};
  // The first one from `from` on.
  std::size_t next(std::size_t from) const {
    std::size_t at = from / word_bits;
    if (at >= bits_.size()) return none;
    std::uint64_t left = bits_[at] & (~std::uint64_t{0} << from % word_bits);
    while (left == 0) {
      if (++at == bits_.size()) return none;
      left = bits_[at];
    }
    return at * word_bits + static_cast<std::size_t>(std::countr_zero(left));
  }

 private:
  static constexpr std::size_t word_bits = 64;

  std::vector<std::uint64_t> bits_;
};

}  // namespace postbox::redact
