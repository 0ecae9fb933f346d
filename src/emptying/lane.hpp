// What the safeguarding lead has decided, as far as the signed log proves it, and what that means for held
// rows.
//
// Whoever can write to the database but has not the safeguarding key cannot send a held submission out.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "emptying/rooms.hpp"
#include "store/safeguarding.hpp"

namespace postbox::emptying {

class Lane {
 public:
  explicit Lane(const Rooms& rooms);

  // What lies in the lane is held back until it is released, whatever this vocabulary finds in its words;
  // what does not, where it is urgent.
  bool holds_back(const std::string& link, bool urgent) const;

  bool has(const std::string& link) const { return items_.contains(link); }
  bool is_released(const std::string& link) const;
  // Dealt with for good: the words in the lane are past their retention.
  bool is_settled(const std::string& link) const;

 private:
  struct Proven {
    store::LaneState state;
    bool has_words;
  };
  std::map<std::string, Proven> items_;  // by link
};

// Rows that earlier emptyings held back and whose time has come.
struct Settled {
  std::vector<store::MonthRow> released;  // their months are due again
  std::vector<store::RowKey> done;        // to be purged like any row
};
Settled find_settled(const Rooms& rooms);

// Writes it down: released rows lose their claim.
void settle(const Rooms& rooms);

// Whether `settle` could find anything, as far as can be said without a key.
bool may_settle(store::Connection& box);

}  // namespace postbox::emptying
