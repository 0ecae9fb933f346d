// The emptyings of a box: a state machine that survives a stop at any point.
//
//   claimed  -> the rows of the month belong to this emptying; its packs are being written
//   recorded -> the packs lie in their folder, the counts are known
//   exported -> over; its rows wait for the end of their retention
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/sealed_submissions.hpp"

namespace postbox::store {

enum class EmptyingState { claimed, recorded, exported };

// The arithmetic of a manifest: read = opened + refused; opened = delivered + unsorted + held. Of
// submissions, not of copies.
struct EmptyingCounts {
  std::int64_t read = 0;
  std::int64_t opened = 0;
  std::int64_t refused = 0;    // did not open: damaged, forged, another key
  std::int64_t delivered = 0;  // to one recipient or more
  std::int64_t unsorted = 0;
  std::int64_t held = 0;  // urgent, until the safeguarding lead releases it

  bool adds_up() const { return read == opened + refused && opened == delivered + unsorted + held; }
  friend bool operator==(const EmptyingCounts&, const EmptyingCounts&) = default;
};

struct Emptying {
  std::int64_t id = 0;
  Month month;
  std::string pack;  // "2026-11", "2026-11.2"
  Path exports{};    // the folder in which the pack lies
  EmptyingState state = EmptyingState::claimed;
  EmptyingCounts counts{};
};

// Rows that stay in the box when their emptying is over.
struct Kept {
  std::vector<RowKey> refused{};
  std::vector<RowKey> held{};
  std::vector<LaneCopy> lane_copies{};  // of held ones that are not in the safeguarding lane yet
};

// At most one emptying is under way.
std::optional<Emptying> unfinished_emptying(Connection& box);
std::vector<Emptying> all_emptyings(Connection& box);
bool was_emptied(Connection& box, Month month);

// Takes every unclaimed row of the month for a new emptying, in one transaction. `taken` says which pack
// names are in the way on the disk; names that an earlier emptying used are passed over anyway.
Emptying claim(Connection& box, Month month, const Path& exports,
               const std::function<bool(const std::string& pack)>& taken);

// The rows of an emptying, ascending.
void each_claimed(Connection& box, const Emptying& emptying, const std::function<void(RowKey)>& take);
std::vector<RowKey> claimed_keys(Connection& box, const Emptying& emptying);

void record(Connection& box, Emptying& emptying, const EmptyingCounts& counts, const Kept& kept);
void mark_exported(Connection& box, Emptying& emptying, std::chrono::year_month_day today);

}  // namespace postbox::store
