// The sealed counts of each emptying, for the trends. Bytes that this room cannot read.
#pragma once

#include <string>
#include <vector>

#include "store/emptyings.hpp"

namespace postbox::store {

struct SealedCounts {
  std::string pack;
  Month month;
  std::vector<std::string> parts;  // sealed records in their order; empty where none are kept
};

// Keeps the counts of an emptying, in place of those that it had: of an earlier run, or sealed to an earlier
// key. To be called before `record` too: whatever is recorded has its counts.
void keep_month_counts(Connection& box, const Emptying& emptying, const std::vector<std::string>& parts);

// Of every emptying that was begun before this one, oldest first.
std::vector<SealedCounts> month_counts_before(Connection& box, const Emptying& emptying);

// Of every emptying that is over, oldest first.
std::vector<SealedCounts> all_month_counts(Connection& box);

}  // namespace postbox::store
