// The board's pack of one emptying: board/trends.html, .csv and .xlsx, from the sealed counts of the
// emptyings before and what this one opens. The same claim and history give the same bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/publish.hpp"
#include "emptying/history.hpp"
#include "emptying/rooms.hpp"
#include "feedback/delivered_row.hpp"
#include "feedback/submission.hpp"

namespace postbox::emptying {

inline constexpr const char* board_folder = "board";

class Board {
 public:
  Board(const Rooms& rooms, const disclosure::Settings& settings, const store::Emptying& emptying);

  // Counts a submission that this emptying opened, a held one too. `link` is the same whenever it is opened:
  // one that an earlier emptying held back and counted does not count again when it is released.
  void add(const Answers& answers, const DeliveredRow& row, const std::string& link, bool held);

  // Counts a row that goes into a pack, for that recipient's next one.
  void add_delivered(const std::string& recipient, const DeliveredRow& row);

  // What this recipient was given in the month before; nothing where that month's counts cannot be used, or
  // this is a later pack of a month (late paper), which has nothing to be compared with.
  std::optional<report::MonthBefore> month_before(const std::string& recipient) const;

  // Writes board/ into the staging folder, which must exist.
  void write(const Path& staging) const;

  // Seals this emptying's counts into the box, for the boards to come. Before the emptying is recorded.
  void keep() const;

  // What the keeper has to know: counts of earlier emptyings that could not be used.
  const std::vector<std::string>& warnings() const { return history_.warnings; }

 private:
  bool was_counted(const std::string& link) const;

  const Rooms& rooms_;
  const disclosure::Settings& settings_;
  const store::Emptying& emptying_;
  History history_;
  trends::MonthCounts counts_;
};

}  // namespace postbox::emptying
