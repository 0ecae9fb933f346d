// Random bytes that are the same in every run and look random: a counter through SplitMix64 (Steele, Lea and
// Flood 2014). Two of the same seed give the same bytes; no two fills of one give the same. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/random.hpp"

namespace postbox::test {

class CountingRandom : public Random {
 public:
  explicit CountingRandom(std::uint64_t seed = 0) : counter_(seed << 32U) {}

  void fill(std::span<unsigned char> bytes) override {
    ++fills_;
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
      std::uint64_t word = next();
      for (std::size_t j = i; j < bytes.size() && j < i + 8; ++j, word >>= 8U) {
        bytes[j] = static_cast<unsigned char>(word & 0xFFU);
      }
    }
  }

  std::size_t fills() const { return fills_; }

 private:
  std::uint64_t next() {
    std::uint64_t z = ++counter_ * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t counter_;
  std::size_t fills_ = 0;
};

}  // namespace postbox::test
