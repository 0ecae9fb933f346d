// Words as numbers: each that was added has one, found by its hash alone. A word that shares all 64 bits with
// another is taken for it; nobody meets one by chance.
#pragma once

#include <cstdint>
#include <vector>

namespace postbox::classify {

class NumberedWords {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  // Its number; `next`, which then goes up, for a word that is new.
  std::uint32_t add(std::uint64_t hash, std::uint32_t& next);

  std::uint32_t find(std::uint64_t hash) const {
    const std::size_t last = places_.size() - 1;  // the size is a power of two
    for (std::size_t at = spread(hash) & last;; at = (at + 1) & last) {
      const Place& place = places_[at];
      if (place.hash == hash || place.number == none) return place.number;
    }
  }

  // Memory is slow to answer, but many at a time: said of all words before the first is looked up.
  void will_find(std::uint64_t hash) const {
    __builtin_prefetch(&places_[spread(hash) & (places_.size() - 1)]);
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    std::uint32_t number = none;
  };
  // FNV's high bits are the better mixed ones.
  static std::size_t spread(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 32U)); }
  Place& free_place(std::uint64_t hash);
  void grow();

  std::vector<Place> places_ = std::vector<Place>(1024);  // open addressing
  std::size_t used_ = 0;
};

}  // namespace postbox::classify
