// Threads that do one job after the other: parse a body, check it, seal it.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace postbox::intake {

class Workers {
 public:
  using Job = std::function<void()>;  // must not throw

  explicit Workers(unsigned count);
  // Does all that was added before it stops.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Not bounded here: a connection has one job at most, and connections are bounded.
  void add(Job job);

 private:
  void work_until_stopped();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace postbox::intake
