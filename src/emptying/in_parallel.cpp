#include "emptying/in_parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace postbox::emptying {
namespace {

// The indices, and what came of them.
class Turns {
 public:
  Turns(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  // Takes the next index until none is left or something was thrown.
  void take() {
    try {
      for (std::size_t i = next_++; i < count_; i = next_++) work_(i);
    } catch (...) {
      next_ = count_;
      const std::lock_guard lock(mutex_);
      if (!thrown_) thrown_ = std::current_exception();
    }
  }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr thrown_;
};

}  // namespace

void in_parallel(unsigned workers, std::size_t count, const std::function<void(std::size_t)>& work) {
  Turns turns(count, work);
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < workers; ++i) threads.emplace_back([&] { turns.take(); });
    turns.take();
  }
  turns.rethrow();
}

}  // namespace postbox::emptying
