// Who opened what in the safeguarding lane, and what was decided: entries that are chained and signed, so
// that none can be altered, taken out or put in without the safeguarding key (schema/safeguarding.md).
//
// A release counts only where a signed entry says so: whoever can write to the database, but has not the key,
// cannot send a held submission out. Pure.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "seal/public_key.hpp"
#include "store/safeguarding.hpp"

namespace postbox::safeguarding {

enum class Action { opened, done, released };

struct Entry {
  std::string previous;  // 64 hexadecimal digits: SHA-256 of the entry before, of "" for the first
  std::chrono::year_month_day date;
  Action action = Action::opened;
  std::string link;
  std::string who;
};

constexpr std::size_t who_bytes_max = 100;

// One line of printable UTF-8 within who_bytes_max.
bool is_name(std::string_view who);

// The text that is signed. `entry.previous` is made from `last_entry`.
std::string write_entry(std::string_view last_entry, Entry entry);
// Nothing where the text is not such an entry to the byte.
std::optional<Entry> read_entry(std::string_view text);

// The state to which an action leads: reading a decided item again changes nothing.
store::LaneState state_after(store::LaneState before, Action action);

struct CheckedLog {
  // What the log says of each item.
  std::map<std::string, store::LaneState> states;
  // For people: the first entry that does not fit, if any. What comes after it is not believed.
  std::optional<std::string> broken;
};
// `keys`: those that the lane has had, oldest first, the present one last.
CheckedLog check_log(std::span<const seal::PublicKey> keys, const std::vector<store::LaneLogEntry>& log);

// What is wrong between the log and the items, a sentence each. Empty: nothing was tampered with, as far as
// can be seen without a key.
std::vector<std::string> problems(const CheckedLog& log, const std::vector<store::LaneItem>& items);

}  // namespace postbox::safeguarding
