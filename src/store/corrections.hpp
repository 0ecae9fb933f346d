// What a person has sorted again, until the emptying that sends it there. Bytes that this room cannot read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/emptyings.hpp"

namespace postbox::store {

// Keeps one for each row, in place of an earlier one of the same row, all in one transaction. Throws
// Error(Fault::busy) while an emptying is under way: its packs are decided.
void keep_corrections(Connection& box, const std::map<RowKey, std::string>& sealed);

// All that wait, by row.
std::map<RowKey, std::string> waiting_corrections(Connection& box);

// Corrected rows whose emptying is over: their months are due again. Held ones wait for the safeguarding
// lead.
std::vector<MonthRow> corrected_rows(Connection& box);

// Takes the claim off them, so that the next emptying of their month takes them.
void reopen_corrected(Connection& box);

// Within a transaction of the caller's: drops the corrections that this emptying has followed.
void drop_followed_corrections(Connection& box, const Emptying& emptying);

}  // namespace postbox::store
