// The rows that wait to be emptied, each in a place that says nothing of when it came.
//
// Rows of a size lie together, and their keys follow each other without a gap. A new row draws its place
// among all of its size and the next free key; whoever stood there moves to the free key. So whatever the
// order of arrival, every order of the rows is as likely as any other, at any time (the inside-out shuffle of
// Fisher and Yates). Random keys would say as little, but every second of them splits or fills up a page of
// the tree, which writes its neighbours too; here a new row writes its own page, where it fits to the byte,
// and its part of the last.
//
// Only rows that no emptying ever claimed move: the key of another one is its name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/random.hpp"
#include "store/connection.hpp"

namespace postbox::store {

class WaitingRows {
 public:
  // Borrowed. The statements are kept, so one that lives as long as its connection costs least.
  explicit WaitingRows(Connection& box);

  // Within a transaction of the caller's, before the first row of it is put in.
  void look();
  // `number`: uniform over 64 bits, a new one for each row.
  void put_in(std::string_view month, std::string_view sealed, std::uint64_t number);

  // Anybody sees the size of a row: under 1 KiB, 2 KiB ..., and from 128 KiB on.
  static constexpr std::size_t sizes = 9;
  // The keys of a size are between this one and that of the next smaller size. The smallest rows, most of
  // all, have the largest keys, for a tree grows cheapest at its end.
  static std::int64_t key_below(std::size_t size);
  static std::size_t size_of(std::string_view sealed);

 private:
  struct Places {
    std::int64_t first;
    std::int64_t last;
  };

  Places& places_of(std::size_t size);

  Statement last_row_;
  Statement first_waiting_;
  Statement read_;
  Statement insert_;
  Statement replace_;
  std::array<std::optional<Places>, sizes> places_{};
};

// What waits when an emptying is over lies among the rows that it claimed: set apart from them, rows that
// came before an emptying would be told from those that came after it. Moves them to the others that wait,
// some hundreds in a transaction, so that posts come through.
void gather_waiting(Connection& box, Random& random);

}  // namespace postbox::store
