// A clock that stands still until it is set.
//
//   FixedClock clock;                 // Friday, 6 November 2026, 12:00 UTC
//   clock.set(at_utc(2026, 3, 29, 1));
#pragma once

#include <chrono>

#include "base/clock.hpp"

namespace postbox::test {

inline std::chrono::sys_seconds at_utc(int year, unsigned month, unsigned day, int hour = 12, int minute = 0,
                                       int second = 0) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return sys_days{date} + hours{hour} + minutes{minute} + seconds{second};
}

class FixedClock : public Clock {
 public:
  explicit FixedClock(std::chrono::sys_seconds at = at_utc(2026, 11, 6)) : at_(at) {}
  std::chrono::sys_seconds now() const override { return at_; }
  void set(std::chrono::sys_seconds at) { at_ = at; }
  void advance(std::chrono::seconds by) { at_ += by; }

 private:
  std::chrono::sys_seconds at_;
};

}  // namespace postbox::test
