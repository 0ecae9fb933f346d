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

  // Small jobs go first, so that a crowd with large posts is not in the way of an ordinary one; every
  // eighth turn is a large one's, so that those come to their end too.
  enum class Size { small, large };
  static constexpr unsigned turns_of_small = 7;

  explicit Workers(unsigned count);
  // Does all that was added before it stops.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Not bounded here: a connection has one job at most, and connections are bounded.
  void add(Job job, Size size = Size::small);

 private:
  void work_until_stopped();
  bool nothing_to_do() const { return small_.empty() && large_.empty(); }
  Job take_next();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> small_;
  std::deque<Job> large_;
  unsigned small_in_a_row_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace postbox::intake
