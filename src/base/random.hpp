// Random bytes, passed in, so that tests can play them. Keys and sealing take theirs from libsodium.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace postbox {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<unsigned char> bytes) = 0;
};

// The kernel's getrandom(2). Safe from several threads at once.
class SystemRandom : public Random {
 public:
  void fill(std::span<unsigned char> bytes) override;
};

// Each uniform over all 64 bits; all are asked for at once.
std::vector<std::uint64_t> random_numbers(Random& random, std::size_t count);

}  // namespace postbox
