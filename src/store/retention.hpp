// Sealed rows whose emptying is over stay for the retention time, then go for good.
#pragma once

#include <chrono>
#include <cstdint>

#include "store/connection.hpp"

namespace postbox::store {

struct Purged {
  std::int64_t removed = 0;
  std::int64_t kept = 0;  // past their time, but refused or held: a person has to look at them first
};

// Removes the rows of emptyings that were exported on `last_day` or earlier; refused and held ones stay. The
// bytes are overwritten in the file and the write-ahead log is emptied, so that nothing of them is left on
// the disk as far as the file system allows. Throws Error(Fault::busy) where another connection keeps the log
// from being emptied; nothing is lost by calling it again.
Purged purge(Connection& box, std::chrono::year_month_day last_day);

// What `purge` would do.
Purged purgeable(Connection& box, std::chrono::year_month_day last_day);

}  // namespace postbox::store
