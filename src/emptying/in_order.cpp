#include "emptying/in_order.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace postbox::emptying {
namespace {

// The pieces are numbered as they come: `handed_on_` <= `begun_` <= `fetched_`.
class Line {
 public:
  Line(std::size_t places, const Steps& steps) : steps_(steps), done_(places) {}

  // The caller's part; `begin` first.
  void run(const std::function<void()>& begin) {
    std::unique_lock lock(mutex_);
    guard(lock, begin);
    while (!thrown_ && !(is_last_ && handed_on_ == fetched_)) {
      if (handed_on_ < begun_ && done_[place(handed_on_)]) {
        guard(lock, [this] { steps_.hand_on(place(handed_on_)); });
        ++handed_on_;
      } else if (!is_last_ && fetched_ - handed_on_ < done_.size()) {
        fetch(lock);
      } else if (begun_ < fetched_) {
        work(lock);
      } else {
        changed_.wait(lock);
      }
    }
    is_over_ = true;
    changed_.notify_all();
  }

  // The part of every other thread.
  void serve() {
    std::unique_lock lock(mutex_);
    while (!is_over_ && !thrown_) {
      if (begun_ < fetched_) {
        work(lock);
      } else {
        changed_.wait(lock);
      }
    }
  }

  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  std::size_t place(std::size_t piece) const { return piece % done_.size(); }

  void fetch(std::unique_lock<std::mutex>& lock) {
    bool came = false;
    guard(lock, [&] { came = steps_.fetch(place(fetched_)); });
    is_last_ = !came;
    if (!came) return;
    done_[place(fetched_++)] = false;
    changed_.notify_all();
  }

  void work(std::unique_lock<std::mutex>& lock) {
    const std::size_t here = place(begun_++);
    guard(lock, [&] { steps_.work(here); });
    done_[here] = true;
    changed_.notify_all();
  }

  // Takes a step while others may take theirs.
  template <class Step>
  void guard(std::unique_lock<std::mutex>& lock, const Step& step) {
    std::exception_ptr thrown;
    lock.unlock();
    try {
      step();
    } catch (...) {
      thrown = std::current_exception();
    }
    lock.lock();
    if (thrown_ || !thrown) return;
    thrown_ = thrown;
    changed_.notify_all();
  }

  const Steps& steps_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<bool> done_;  // by place
  std::size_t fetched_ = 0;
  std::size_t begun_ = 0;
  std::size_t handed_on_ = 0;
  bool is_last_ = false;  // no piece is left to be fetched
  bool is_over_ = false;
  std::exception_ptr thrown_;
};

}  // namespace

void in_order(unsigned workers, std::size_t places, const Steps& steps) {
  Line line(places, steps);
  {
    std::vector<std::jthread> threads;
    line.run([&] {
      for (unsigned i = 1; i < workers; ++i) threads.emplace_back([&line] { line.serve(); });
    });
  }
  line.rethrow();
}

}  // namespace postbox::emptying
