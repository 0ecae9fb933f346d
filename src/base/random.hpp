// Random bytes, passed in, so that tests can play them. Keys and sealing take theirs from libsodium.
#pragma once

#include <cstdint>
#include <span>

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

// Uniform over 1 .. 2^63 - 1: a row key for SQLite.
std::int64_t random_row_key(Random& random);

}  // namespace postbox
