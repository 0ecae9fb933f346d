#include "base/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "support/counting_random.hpp"

namespace postbox {
namespace {

// Gives out given bytes and then ones.
class PlayedRandom : public Random {
 public:
  explicit PlayedRandom(std::vector<unsigned char> bytes) : bytes_(std::move(bytes)) {}
  void fill(std::span<unsigned char> bytes) override {
    for (unsigned char& byte : bytes) byte = next_ < bytes_.size() ? bytes_[next_++] : 0xFF;
  }

 private:
  std::vector<unsigned char> bytes_;
  std::size_t next_ = 0;
};

TEST_CASE("random: the system fills all of it, and never twice the same") {
  SystemRandom random;
  std::vector<unsigned char> first(70000);  // more than the kernel gives at once when interrupted
  std::vector<unsigned char> second(70000);
  random.fill(first);
  random.fill(second);
  CHECK(first != second);
  // Each byte value comes about 273 times in 70,000; six standard deviations are 99.
  for (int value = 0; value < 256; ++value) {
    const auto count = std::count(first.begin(), first.end(), static_cast<unsigned char>(value));
    CHECK(count > 150);
    CHECK(count < 400);
  }
  random.fill({});
}

TEST_CASE("random: numbers are made of all their bytes, in the order in which they came") {
  PlayedRandom random({1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 9});
  CHECK(random_numbers(random, 3) == std::vector<std::uint64_t>{0x0102030405060708U, 9, 0xFFFFFFFFFFFFFFFFU});
  CHECK(random_numbers(random, 0).empty());
}

TEST_CASE("random for tests: the same seed gives the same bytes, another seed others") {
  const auto bytes = [](std::uint64_t seed) {
    test::CountingRandom random(seed);
    std::vector<unsigned char> filled(100);
    random.fill(filled);
    return filled;
  };
  CHECK(bytes(1) == bytes(1));
  CHECK(bytes(1) != bytes(2));
}

}  // namespace
}  // namespace postbox
