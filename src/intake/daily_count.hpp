// A count that is told once a day, so that nobody can see from it when somebody posted.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace postbox::intake {

// Safe from several threads. Lost when the server stops: it is for a glance, the box itself is the record.
class DailyCount {
 public:
  using Day = std::chrono::sys_days;

  void add(std::uint64_t more, Day today) {
    const std::lock_guard lock(mutex_);
    turn_to(today);
    counted_ += more;
  }

  // All up to the end of yesterday.
  std::uint64_t told(Day today) {
    const std::lock_guard lock(mutex_);
    turn_to(today);
    return told_;
  }

 private:
  void turn_to(Day today) {
    if (today > day_) told_ = counted_;
    day_ = today > day_ ? today : day_;
  }

  std::mutex mutex_;
  Day day_{};
  std::uint64_t counted_ = 0;
  std::uint64_t told_ = 0;
};

}  // namespace postbox::intake
