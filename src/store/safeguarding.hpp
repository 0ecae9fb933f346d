// The safeguarding lane: urgent submissions, sealed a second time, until the safeguarding lead has decided on
// each.
//
//   new -> opened -> done        dealt with: its record in the box is passed on to nobody
//                 -> released    the next emptying passes it on; final
//
// Steps may be left out; a `done` item may still be released. Every step has an entry in the log, written in
// the same transaction; what an entry says is the safeguarding room's affair.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/sealed_submissions.hpp"

namespace postbox::store {

enum class LaneState { unopened, opened, done, released };

struct LaneItem {
  std::string link;  // 64 hexadecimal digits
  Month month;
  LaneState state = LaneState::unopened;
  bool has_words = true;  // false: past their retention
};

struct LaneLogEntry {
  std::string entry;
  std::string signature;  // base64
};

// Ascending by link; those without words too.
std::vector<LaneItem> lane_items(Connection& box);

// The links of items that nobody has opened.
std::vector<std::string> unopened_links(Connection& box);

// The sealed bytes of an item. Nothing where there is none, or its words are gone.
std::optional<std::string> lane_record(Connection& box, std::string_view link);

// The log in its order.
std::vector<LaneLogEntry> lane_log(Connection& box);

// Writes the entry that `write` makes out of the last one ("" before the first), and the item's new state, in
// one transaction. False, and nothing is written, where the item is not in the state `from` any more. Throws
// Error(Fault::busy) for a release while an emptying is under way: its packs are decided.
bool decide(Connection& box, const LaneItem& from, LaneState to, std::chrono::year_month_day today,
            const std::function<LaneLogEntry(std::string_view last_entry)>& write);

// Removes the words of items that were done or released on `last_day` or earlier; returns how many. The bytes
// are overwritten as in retention.hpp, whose purge() comes after and empties the write-ahead log.
std::int64_t purge_lane(Connection& box, std::chrono::year_month_day last_day);
// What `purge_lane` would do.
std::int64_t purgeable_in_lane(Connection& box, std::chrono::year_month_day last_day);

// The rows that emptyings left in the box for the safeguarding lead.
std::vector<MonthRow> held_rows(Connection& box);

// What became of held rows, in one transaction: released ones lose their claim, so that their month is due
// again; settled ones (dealt with, and their words in the lane are gone) wait for the end of their retention
// like any other.
void settle_held(Connection& box, const std::vector<RowKey>& released, const std::vector<RowKey>& settled);

}  // namespace postbox::store
