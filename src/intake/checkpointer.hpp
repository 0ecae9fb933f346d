// Moves the database's log beside the commits, so that no post waits for it, and empties it in quiet times.
//
// The log holds the rows in the order in which they came. While posts come it is some thousand pages long;
// two seconds after the last one nothing of that order is left in it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

#include "base/file_system.hpp"
#include "store/box_files.hpp"
#include "store/checkpoint.hpp"

namespace postbox::intake {

class Checkpointer {
 public:
  struct Pace {
    // So many pages (4 KiB each) are worth moving; gently (store/gentle_writes.hpp), so that commits come in
    // between.
    std::int64_t pages_due = 2'000;
    // Where as many come meanwhile, so many are waited for and moved at full speed: fewer of them are twice
    // the same. A log of this length begins anew as soon as all of it is moved...
    std::int64_t pages_long = 8'000;
    // ...for which the writer moves what came last, when it is so little, or after some passes whatever it
    // is.
    std::int64_t pages_for_writer = 32;
    // With more to be moved the writer does it all, or waits a while for the thread that does, and posts wait
    // for it: the disk does not keep up.
    std::int64_t pages_max = 16'000;
    // So long after the last commit the log is emptied.
    std::chrono::milliseconds quiet{2'000};
    // After a failure, or where somebody reads what is due.
    std::chrono::milliseconds retry_every{100};
  };

  // `place` is borrowed: where the files are not in place they are left alone.
  Checkpointer(const Path& box_folder, const store::BoxFiles& place, Pace pace);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // Both are for the writer's thread. After each commit: how long the log is now.
  void committed(std::int64_t log_pages);
  // Whether the writer is to checkpoint before it commits again.
  bool wants_writer();
  // For the writer that could not checkpoint, because the thread was at it: returns when little enough is
  // left to be moved, at the latest after `retry_every`.
  void wait_for_move();

 private:
  using Instant = std::chrono::steady_clock::time_point;
  enum class Task { stop, move, empty };

  void work_until_stopped();
  Task next_task();
  void move();
  bool is_behind();
  bool went_on(const store::LogPages& pages);
  void empty();
  void rest();
  store::Connection& box();
  std::int64_t due() const { return log_.all - log_.moved; }
  bool is_due() const { return due() >= (behind_ ? pace_.pages_long : pace_.pages_due); }

  const Path database_;
  const store::BoxFiles& place_;
  const Pace pace_;
  std::unique_ptr<store::Connection> box_;  // the thread's own; closed in quiet times
  std::mutex mutex_;
  std::condition_variable changed_;
  store::LogPages log_;
  bool used_ = true;  // something may be in the log: a crash leaves one
  bool behind_ = false;
  bool writers_turn_ = false;
  Instant last_commit_;
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace postbox::intake
