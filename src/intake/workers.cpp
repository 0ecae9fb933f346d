#include "intake/workers.hpp"

#include <utility>

#include "intake/wipe.hpp"

namespace postbox::intake {

Workers::Workers(unsigned count) {
  threads_.reserve(count);
  for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { work_until_stopped(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Workers::add(Job job, Size size) {
  {
    const std::lock_guard lock(mutex_);
    (size == Size::small ? small_ : large_).push_back(std::move(job));
  }
  changed_.notify_one();
}

Workers::Job Workers::take_next() {
  const bool turn_of_large = small_.empty() || (!large_.empty() && small_in_a_row_ >= turns_of_small);
  small_in_a_row_ = turn_of_large ? 0 : small_in_a_row_ + 1;
  std::deque<Job>& from = turn_of_large ? large_ : small_;
  Job job = std::move(from.front());
  from.pop_front();
  return job;
}

void Workers::work_until_stopped() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (nothing_to_do()) {
      if (stopping_) return;
      lock.unlock();
      wipe_stack();  // of the last family's words, before the wait for the next
      lock.lock();
    }
    changed_.wait(lock, [this] { return stopping_ || !nothing_to_do(); });
    if (nothing_to_do()) return;
    Job job = take_next();
    lock.unlock();
    job();
    job = nullptr;  // the request goes now, not under the lock
    lock.lock();
  }
}

}  // namespace postbox::intake
