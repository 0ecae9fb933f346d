#include "intake/checkpointer.hpp"

#include <algorithm>
#include <utility>

#include "base/box_files.hpp"
#include "store/gentle_writes.hpp"

namespace postbox::intake {
namespace {

constexpr int passes_max = 8;

}  // namespace

Checkpointer::Checkpointer(const Path& box_folder, const store::BoxFiles& place, Pace pace)
    : database_(box_folder / box_database),
      place_(place),
      pace_(pace),
      last_commit_(std::chrono::steady_clock::now()),
      worker_([this] { work_until_stopped(); }) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

void Checkpointer::committed(std::int64_t log_pages) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    if (log_pages < log_.all) log_.moved = 0;  // it began anew
    log_.all = log_pages;
    last_commit_ = std::chrono::steady_clock::now();
    wakes = !std::exchange(used_, true) || is_due();
  }
  if (wakes) changed_.notify_all();
}

bool Checkpointer::wants_writer() {
  const std::lock_guard lock(mutex_);
  return std::exchange(writers_turn_, false) || due() > pace_.pages_max;
}

void Checkpointer::wait_for_move() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, pace_.retry_every, [this] { return stopping_ || due() <= pace_.pages_max; });
}

Checkpointer::Task Checkpointer::next_task() {
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto anything = [this] { return stopping_ || is_due(); };
    if (used_) {
      changed_.wait_until(lock, last_commit_ + pace_.quiet, anything);
    } else {
      changed_.wait(lock, [&] { return used_ || anything(); });
    }
    if (stopping_) return Task::stop;
    if (is_due()) return Task::move;
    if (used_ && std::chrono::steady_clock::now() >= last_commit_ + pace_.quiet) return Task::empty;
  }
}

void Checkpointer::work_until_stopped() {
  for (;;) {
    const Task task = next_task();
    if (task == Task::stop) return;
    try {
      place_.expect_in_place();
      task == Task::move ? move() : empty();
    } catch (const std::exception&) {  // what was not moved stays in the log; it is tried again
      box_.reset();
      rest();
    }
  }
}

store::Connection& Checkpointer::box() {
  if (!box_) {
    box_ = std::make_unique<store::Connection>(database_);
    box_->run("PRAGMA busy_timeout = 0");  // while it waits to empty the log nobody else could write
  }
  return *box_;
}

// Each pass leaves fewer pages, those that came during it; where the log is long enough the last few are the
// writer's, for they come without end. Where a reader or another checkpoint is in the way there is time.
void Checkpointer::move() {
  std::optional<store::GentleWrites> gently;
  if (!is_behind()) gently.emplace();
  for (int pass = 0; pass < passes_max; ++pass) {
    const std::optional<store::LogPages> pages = store::checkpoint(box());
    if (!pages || !went_on(*pages)) return rest();
    const std::lock_guard lock(mutex_);
    if (pass == 0) behind_ = due() >= pace_.pages_due;
    if (log_.all < pace_.pages_long) return;
    if (due() <= pace_.pages_for_writer) break;
  }
  const std::lock_guard lock(mutex_);
  writers_turn_ = true;
}

bool Checkpointer::is_behind() {
  const std::lock_guard lock(mutex_);
  return behind_;
}

bool Checkpointer::went_on(const store::LogPages& pages) {
  bool went_on = false;
  {
    const std::lock_guard lock(mutex_);
    // Never more than what the writer told of: it may have begun anew in between. All of the log is all that
    // was told of, also where another program has cut it.
    const std::int64_t moved = pages.moved == pages.all ? log_.all : std::min(pages.moved, log_.all);
    went_on = moved > std::exchange(log_.moved, moved);
  }
  changed_.notify_all();  // a writer may wait
  return went_on;
}

void Checkpointer::empty() {
  {
    const store::GentleWrites gently;
    store::checkpoint(box());
  }
  if (!store::empty_log(box())) return rest();  // nobody can write meanwhile, but there is little to do
  box_.reset();
  const std::lock_guard lock(mutex_);
  if (std::chrono::steady_clock::now() >= last_commit_ + pace_.quiet) used_ = false;
}

void Checkpointer::rest() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, pace_.retry_every, [this] { return stopping_; });
}

}  // namespace postbox::intake
