// The sealed submissions of a box: bytes that the store cannot read.
//
// A row has a key, a month and the sealed bytes; no order of arrival (waiting_rows.hpp), no time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/month.hpp"
#include "base/random.hpp"
#include "store/connection.hpp"
#include "store/waiting_rows.hpp"

namespace postbox::store {

using RowKey = std::int64_t;

// An urgent submission sealed to the safeguarding key (store/safeguarding.hpp).
struct LaneCopy {
  std::string link;  // ties it to the box's record for whoever can open one of them: safeguarding/lane.hpp
  std::string sealed;
};

struct NewSealed {
  Month month;
  std::string sealed;
  std::optional<LaneCopy> lane_copy{};
};

// Puts copies into the safeguarding lane, within a transaction of the caller's. A copy that is in the lane
// already stays as it is.
class LaneAppender {
 public:
  explicit LaneAppender(Connection& box);
  void add(Month month, const LaneCopy& copy);

 private:
  Statement insert_;
};

// Appends; what it asks of the database stays prepared, so who appends often keeps one.
class Appender {
 public:
  explicit Appender(Connection& box) : box_(box), waiting_(box), lane_(box) {}

  // All or none, copies for the safeguarding lane with them, in one transaction, durable when it returns.
  // Throws Error(Fault::storage).
  void append(Random& random, std::span<const NewSealed> submissions);

 private:
  Connection& box_;
  WaitingRows waiting_;
  LaneAppender lane_;
};

// The same, once.
void append(Connection& box, Random& random, std::span<const NewSealed> submissions);

// The months of which something lies in the box that no emptying has claimed, ascending.
std::vector<Month> months_waiting(Connection& box);

// The rows of a month that no emptying has claimed.
std::vector<RowKey> keys_waiting(Connection& box, Month month);

// A row that an emptying is over with and that is due again, or may be.
struct MonthRow {
  RowKey key = 0;
  Month month;
};

// Reads sealed bytes by row key.
class SealedReader {
 public:
  explicit SealedReader(Connection& box)
      : statement_(box, "SELECT sealed FROM sealed_submissions WHERE key = ?1") {}

  // Borrowed until the next read. Throws Error(Fault::storage) where the row is gone.
  std::string_view read(RowKey key);

 private:
  Statement statement_;
};

}  // namespace postbox::store
