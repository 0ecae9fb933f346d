// How often each of many random-looking numbers came, in so much room and no more.
//
// Two tables of one piece each: nothing is asked of memory or given back while posts wait, and a table is
// thrown away at once. Only in a flood is there anything in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace postbox::intake {

class MarkCounts {
 public:
  // Of marks kept: then the older half is forgotten. A table has 512 KiB.
  static constexpr std::size_t marks_max = 24'000;

  // How often the mark was added before.
  unsigned add(std::uint64_t mark);
  void forget();

 private:
  struct Place {
    std::uint64_t mark = 0;
    unsigned count = 0;  // 0: free
  };
  using Table = std::vector<Place>;

  static Place& place_of(Table& table, std::uint64_t mark);

  Table older_;
  Table newer_;
  std::size_t kept_ = 0;  // in newer_
};

}  // namespace postbox::intake
