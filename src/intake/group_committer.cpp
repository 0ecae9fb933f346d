#include "intake/group_committer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "intake/short_turns.hpp"
#include "intake/wipe.hpp"

namespace postbox::intake {
namespace {

// The first `most` of `from`, taken out of it.
template <class Value>
std::vector<Value> take_first(std::vector<Value>& from, std::size_t most) {
  if (from.size() <= most) return std::exchange(from, {});
  const auto end = from.begin() + static_cast<std::ptrdiff_t>(most);
  std::vector<Value> taken(std::make_move_iterator(from.begin()), std::make_move_iterator(end));
  from.erase(from.begin(), end);
  return taken;
}

}  // namespace

GroupCommitter::GroupCommitter(Commit commit, Pace pace, Notice notice, MoreComing more_coming)
    : commit_(std::move(commit)),
      pace_(pace),
      notice_(std::move(notice)),
      more_coming_(std::move(more_coming)),
      writer_([this] { write_until_stopped(); }) {}

GroupCommitter::~GroupCommitter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  writer_.join();
}

void GroupCommitter::add(store::NewSealed submission, Answer answer) {
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    waiting_.submissions.push_back(std::move(submission));
    waiting_.answers.push_back(std::move(answer));
    wakes = gathering_ ? is_enough() : waiting_.answers.size() == 1;
  }
  if (wakes) changed_.notify_all();
}

void GroupCommitter::doubt() {
  if (!working_) return;  // it is tried anyway
  {
    const std::lock_guard lock(mutex_);
    doubted_ = true;
  }
  changed_.notify_all();
}

bool GroupCommitter::is_enough() const {
  const std::size_t count = waiting_.answers.size();
  return count >= pace_.batch_worth || (count > 0 && !comes_more());
}

// Each time the writer is woken a thread that seals stands still, so it is not woken for each post.
void GroupCommitter::gather(std::unique_lock<std::mutex>& lock) {
  gathering_ = true;
  changed_.wait_for(lock, pace_.gather_max, [this] { return stopping_ || doubted_ || is_enough(); });
  gathering_ = false;
}

// Empty when it is time to try a storage that failed, or to stop.
GroupCommitter::Waiting GroupCommitter::next_batch() {
  std::unique_lock lock(mutex_);
  const auto something_to_do = [this] { return stopping_ || doubted_ || !waiting_.answers.empty(); };
  if (working_) {
    if (!comes_more()) changed_.wait(lock, something_to_do);
    gather(lock);
    changed_.wait(lock, something_to_do);
  } else {
    changed_.wait_for(lock, pace_.retry_every, something_to_do);
  }
  doubted_ = false;
  return {take_first(waiting_.submissions, pace_.batch_max), take_first(waiting_.answers, pace_.batch_max)};
}

bool GroupCommitter::commits(std::span<const store::NewSealed> submissions) {
  try {
    commit_(submissions);
    return true;
  } catch (const std::exception&) {
    return false;  // whatever it was, these posts are not in the box, and that is what they are told
  }
}

void GroupCommitter::write_until_stopped() {
  take_short_turns();
  for (;;) {
    const Waiting batch = next_batch();
    if (batch.answers.empty()) {
      const std::lock_guard lock(mutex_);
      if (stopping_ && waiting_.answers.empty()) return;
    }
    const bool durable = commits(batch.submissions);
    const bool worked = working_.exchange(durable);
    if (durable != worked && notice_) notice_(durable);
    for (const Answer& answer : batch.answers) answer(durable);
    wipe_stack();
  }
}

}  // namespace postbox::intake
