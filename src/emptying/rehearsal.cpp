#include "emptying/rehearsal.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "emptying/known_packs.hpp"
#include "emptying/lane.hpp"
#include "emptying/packs.hpp"
#include "emptying/read_month.hpp"
#include "emptying/tally.hpp"
#include "store/corrections.hpp"

namespace postbox::emptying {
namespace {

Rehearsal rehearse_rows(const Rooms& rooms, Month month, const std::string& pack,
                        std::vector<store::RowKey> rows, Progress& progress) {
  Tally tally;
  Rehearsal rehearsal{month, {}, {}, {}};
  const auto goes_to = [&rehearsal](const std::string& recipient, const std::string& language) {
    ++rehearsal.rows[recipient];
    if (!language.empty()) ++rehearsal.for_translation[recipient][language];
  };
  const Lane lane(rooms);
  const std::size_t count = rows.size();
  const auto all_at_once = [&rows] { return std::exchange(rows, {}); };
  prepare_rows(rooms, lane, month, pack, all_at_once,
               [&](store::RowKey row, std::optional<Prepared> prepared) {
                 tally.add(row, prepared);
                 progress.rows(pack, static_cast<std::size_t>(tally.counts.read), count);
                 if (!prepared || prepared->held) return;
                 if (prepared->destinations.empty()) goes_to(unsorted_folder, prepared->language);
                 for (const auto& destination : prepared->destinations) {
                   goes_to(destination.recipient, prepared->language);
                 }
               });
  rehearsal.counts = tally.counts;
  return rehearsal;
}

}  // namespace

std::vector<Rehearsal> rehearse(const Rooms& rooms, const Request& request, Progress& progress) {
  const store::Snapshot as_it_is(rooms.box);  // what waits changes places when something comes
  std::vector<Rehearsal> rehearsals;
  std::set<store::RowKey> delivered;
  for (const KnownPack& one : find_known_packs(rooms, request.exports, progress)) {
    delivered.insert(one.rows.begin(), one.rows.end());
  }
  if (const auto unfinished = store::unfinished_emptying(rooms.box)) {
    rehearsals.push_back(rehearse_rows(rooms, unfinished->month, unfinished->pack,
                                       store::claimed_keys(rooms.box, *unfinished), progress));
  }
  std::vector<store::MonthRow> reopened = find_settled(rooms).released;
  const std::vector<store::MonthRow> corrected = store::corrected_rows(rooms.box);
  reopened.insert(reopened.end(), corrected.begin(), corrected.end());
  std::vector<Month> reopened_months;
  reopened_months.reserve(reopened.size());
  for (const store::MonthRow& row : reopened) reopened_months.push_back(row.month);
  const Month now = month_in_london(rooms.clock.now());
  for (const Month month : months_due(rooms.box, request, now, reopened_months)) {
    std::vector<store::RowKey> rows = store::keys_waiting(rooms.box, month);
    for (const store::MonthRow& row : reopened) {
      if (row.month == month) rows.push_back(row.key);
    }
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&delivered](store::RowKey row) { return delivered.contains(row); }),
               rows.end());
    if (rows.empty() && !delivered.empty()) continue;
    rehearsals.push_back(rehearse_rows(rooms, month, month.text(), std::move(rows), progress));
  }
  return rehearsals;
}

}  // namespace postbox::emptying
