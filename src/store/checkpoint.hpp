// The write-ahead log: what is committed lies there first and is moved into the database later.
//
// Left to itself SQLite moves it within the commit that makes it longer than 1,000 pages, and whoever waits
// for that commit waits for 8 MB at random places and their sync. `leave_log` stops that; somebody has to
// call checkpoint() then, from a connection of its own, which holds nobody up.
#pragma once

#include <cstdint>

#include "store/connection.hpp"

namespace postbox::store {

struct LogPages {
  std::int64_t all = 0;    // in the log
  std::int64_t moved = 0;  // of these, in the database as well; with all of them the log begins anew
};

// Moves what nobody still reads, waits for nobody and lets everybody write meanwhile. Nothing where another
// connection is at it. Throws Error(Fault::storage); what was not moved stays in the log.
std::optional<LogPages> checkpoint(Connection& box);

// Moves all and cuts the log to nothing: its pages stand in the order in which they came. False where
// another connection reads or writes; that is waited for as long as `box` waits for a lock.
bool empty_log(Connection& box);

}  // namespace postbox::store
