// A copy of a box's database as it is at one moment, made while others write to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace postbox::store {

// Writes what the database holds now into `to`, which is empty or not there; who posts meanwhile is held up
// by nothing. The copy is made row by row and in the order of keys, not page by page: of what was purged, and
// of the order in which rows came, nothing is in it, nor is there a log beside it. It is not synced.
void write_copy(Connection& box, const Path& to);

// Whether SQLite finds nothing wrong with any page.
bool is_sound(Connection& box);

// The sealed submissions in the box, whatever became of them.
std::int64_t count_submissions(Connection& box);

// What a box holds and another does not.
struct Surplus {
  std::int64_t submissions = 0;
  std::int64_t in_lane = 0;          // urgent ones in the safeguarding lane
  std::int64_t decisions = 0;        // entries of its log
  std::vector<std::string> packs{};  // of emptyings, oldest first

  bool is_none() const { return submissions == 0 && in_lane == 0 && decisions == 0 && packs.empty(); }
};

// What the database `there` holds and `box` does not. Both at the newest schema. Submissions are told by what
// is sealed: a row that waits may have another key by now.
Surplus surplus_of(const Path& there, Connection& box);

// From now on one file without a log, alone. Throws Error(Fault::busy) while another connection is open.
void close_log(Connection& box);

}  // namespace postbox::store
