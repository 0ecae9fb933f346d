// The one thread that writes to the box: whatever waits goes into one transaction and shares one sync.
//
// A post is answered after its transaction is durable, or told that it is not. After a failure the storage
// is tried again every `retry_every` with nothing to write, so that readiness comes back without a post.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "store/sealed_submissions.hpp"

namespace postbox::intake {

class GroupCommitter {
 public:
  // All durable when it returns, none when it throws. With none given it tries whether it could.
  // Only ever called on the writer's thread.
  using Commit = std::function<void(std::span<const store::NewSealed>)>;
  using Answer = std::function<void(bool durable)>;
  // Told on the writer's thread when storage stops working, and when it works again.
  using Notice = std::function<void(bool working)>;
  // Whether posts are on their way that will soon be added; from any thread. Without it none waits for
  // others.
  using MoreComing = std::function<bool()>;

  struct Pace {
    std::size_t batch_max = 128;
    std::chrono::milliseconds retry_every{1'000};
    // While more are on their way a post waits so long for them, or until there are so many: they share a
    // sync, pages and the writer's wake-up.
    std::chrono::microseconds gather_max{500};
    std::size_t batch_worth = 8;
  };

  GroupCommitter(Commit commit, Pace pace, Notice notice = {}, MoreComing more_coming = {});
  // Commits and answers all that was added before it stops.
  ~GroupCommitter();
  GroupCommitter(const GroupCommitter&) = delete;
  GroupCommitter& operator=(const GroupCommitter&) = delete;

  // `answer` comes on the writer's thread and must not throw or wait.
  void add(store::NewSealed submission, Answer answer);

  // Somebody saw that the storage does not work, or may not: it is tried at once. From any thread.
  void doubt();

  // Whether the last commit, or the last try, worked.
  bool working() const { return working_; }

 private:
  struct Waiting {
    std::vector<store::NewSealed> submissions;
    std::vector<Answer> answers;
  };

  void write_until_stopped();
  Waiting next_batch();
  void gather(std::unique_lock<std::mutex>& lock);
  bool comes_more() const { return working_ && more_coming_ && more_coming_(); }
  bool is_enough() const;
  bool commits(std::span<const store::NewSealed> submissions);

  Commit commit_;
  Pace pace_;
  Notice notice_;
  MoreComing more_coming_;
  std::atomic<bool> working_{true};
  std::mutex mutex_;
  std::condition_variable changed_;
  Waiting waiting_;
  bool gathering_ = false;
  bool doubted_ = false;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace postbox::intake
