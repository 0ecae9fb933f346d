// The time, passed in, so that tests can play any date.
//
// Days and months are those of Europe/London: UTC, and from the last Sunday of March 01:00 UTC to the last
// Sunday of October 01:00 UTC an hour ahead (The Summer Time Order 2002). Computed here because g++ 12
// has no time-zone database.
#pragma once

#include <chrono>

#include "base/month.hpp"

namespace postbox {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::sys_seconds now() const = 0;
};

class SystemClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override;
};

// What a wall clock in London shows, as if it were UTC.
std::chrono::local_seconds london_time(std::chrono::sys_seconds at);

Month month_in_london(std::chrono::sys_seconds at);

// Whether that month can be written and kept (base/month.hpp). A machine without a battery for its clock
// starts in 1970 until somebody tells it the time.
bool has_month(std::chrono::sys_seconds at);

std::chrono::year_month_day day_in_london(std::chrono::sys_seconds at);

}  // namespace postbox
