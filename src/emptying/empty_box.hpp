// The monthly job: empties the box, month by month.
//
// The steps of one month, in this order: claim the rows in one transaction; open, redact, classify, route;
// write the packs into a staging folder and sync it; sign; rename; record the counts; mark as exported. A run
// that stopped at any point is finished by the next one: the same packs byte for byte, nothing twice, nothing
// lost. It goes on into the folder that is asked for then; packs that were renamed already stay where they
// are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emptying/manifest.hpp"
#include "emptying/progress.hpp"
#include "emptying/rooms.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

struct Request {
  std::optional<Month> month{};  // this month alone; nothing: every month that is due
  bool up_to_now = false;        // the running month is due too
  Path exports{};                // absolute; made with 0700 when it is not there
};

struct Emptied {
  std::string pack;
  Path folder;
  store::EmptyingCounts counts;
  bool resumed = false;                 // an earlier run had begun it
  std::int64_t rare = 0;                // unsorted ones that wait for a look; 0 where that run had counted
  std::vector<std::string> warnings{};  // counts of earlier emptyings that could not be used for the trends
  ForTranslation for_translation{};     // what a person has to translate, before anything else
};

// The months to empty, ascending. A closed month asked for by name that was never emptied is due even when it
// holds nothing. Throws Error(Fault::usage) for a month that is not over, unless `up_to_now`, and for one in
// the future.
// `reopened`: months of held rows that the next emptying will let go (lane.hpp).
std::vector<Month> months_due(store::Connection& box, const Request& request, Month this_month,
                              const std::vector<Month>& reopened = {});

// Finishes what an earlier run left, lets go of what the safeguarding lead has released since, then empties
// every month that is due. Empty: nothing was due. Throws Error(Fault::busy) while another emptying of this
// box runs (`lock` is a file of the box). What waits is gathered at the end (store/waiting_rows.hpp).
std::vector<Emptied> empty_box(const Rooms& rooms, const Request& request, const Path& lock,
                               Progress& progress);

}  // namespace postbox::emptying
