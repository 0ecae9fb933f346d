// The rows that wait to be emptied, each in a place that says nothing of when it came.
//
// Their keys follow each other without a gap. A new row draws its place among all of them and the next free
// key; whoever stood there moves to the free key. So whatever the order of arrival, every order of the rows
// is as likely as any other, at any time (the inside-out shuffle of Fisher and Yates). Random keys would say
// as little, but every second of them splits or fills up a page of the tree, which writes its neighbours too;
// here a new row writes its own page and its part of the last.
//
// Only rows that no emptying ever claimed move: the key of a claimed row is its name.
#pragma once

#include <cstdint>
#include <string>
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

 private:
  Statement last_row_;
  Statement first_waiting_;
  Statement read_;
  Statement insert_;
  Statement replace_;
  std::int64_t first_ = 0;
  std::int64_t last_ = 0;
};

// What waits when an emptying is over lies among the rows that it claimed: set apart from them, rows that
// came before an emptying would be told from those that came after it. Moves them to the others that wait,
// some hundreds in a transaction, so that posts come through.
void gather_waiting(Connection& box, Random& random);

}  // namespace postbox::store
