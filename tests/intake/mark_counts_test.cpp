#include "intake/mark_counts.hpp"

#include <doctest/doctest.h>

using postbox::intake::MarkCounts;

TEST_CASE("mark counts: each mark is counted by itself, also where places are fought for") {
  MarkCounts counts;
  // The same place for all, the last place of a table, and a mark of 0.
  const std::uint64_t marks[] = {0, 1ULL << 40U, 2ULL << 40U, 32'767, 32'767 + (1ULL << 40U), 1};
  for (unsigned time = 0; time < 5; ++time) {
    for (const std::uint64_t mark : marks) {
      CAPTURE(mark);
      CHECK(counts.add(mark) == time);
    }
  }
}

TEST_CASE("mark counts: the older half is forgotten, the newer is not") {
  MarkCounts counts;
  std::uint64_t next = 0;
  const auto add_others = [&] {
    for (std::size_t i = 0; i < MarkCounts::marks_max; ++i) counts.add(++next * 7'919 + 1);
  };
  for (unsigned time = 0; time < 10; ++time) counts.add(5);
  add_others();
  CHECK(counts.add(5) == 10);  // of the older table
  CHECK(counts.add(5) == 11);
  add_others();
  CHECK(counts.add(5) == 2);
  add_others();
  add_others();
  CHECK(counts.add(5) == 0);
}

TEST_CASE("mark counts: what is forgotten never came") {
  MarkCounts counts;
  counts.add(7);
  counts.forget();
  CHECK(counts.add(7) == 0);
}
