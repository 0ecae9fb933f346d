// Watches the lane from a thread of its own and rings until somebody has heard (alert_schedule.hpp).
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "safeguarding/alert_schedule.hpp"

namespace postbox::safeguarding {

// What the bell stands on; all is called on its own thread.
struct BellParts {
  // The links of the unopened items. May throw: the bell looks again after `look_every`.
  std::function<std::vector<std::string>()> unopened;
  // Tells somebody; false or an exception: nobody was told. `stopping` says when to give up waiting.
  std::function<bool(std::size_t unopened, const std::function<bool()>& stopping)> ring;
  // Nothing is unopened any more: whatever stands about it may go.
  std::function<void()> hush{};
  // Told when alerts begin to fail, and when one succeeds again.
  std::function<void(bool working)> notice{};
  std::function<Instant()> now = std::chrono::steady_clock::now;
  // Imports and emptyings put items into the lane too, so it is looked at without a call.
  std::chrono::milliseconds look_every{10'000};
  // In a flood every commit calls: calls within this time share one look.
  std::chrono::milliseconds looks_apart{1'000};
};

class AlertBell {
 public:
  explicit AlertBell(BellParts parts);
  ~AlertBell();
  AlertBell(const AlertBell&) = delete;
  AlertBell& operator=(const AlertBell&) = delete;

  // Something was put into the lane: it is looked at now, or within `looks_apart` of the last look. From any
  // thread; waits for nothing.
  void look();

 private:
  void watch_until_stopped();
  void look_once();
  bool rings(std::size_t unopened);
  bool stopping();

  BellParts parts_;
  AlertBook book_;
  bool quiet_ = false;  // hushed since the last item
  std::mutex mutex_;
  std::condition_variable changed_;
  bool look_now_ = true;
  bool stopping_ = false;
  std::thread watcher_;
};

}  // namespace postbox::safeguarding
