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

GroupCommitter::GroupCommitter(Commit commit, Pace pace, Notice notice)
    : commit_(std::move(commit)),
      pace_(pace),
      notice_(std::move(notice)),
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
  {
    const std::lock_guard lock(mutex_);
    waiting_.submissions.push_back(std::move(submission));
    waiting_.answers.push_back(std::move(answer));
  }
  changed_.notify_all();
}

// Empty when it is time to try a storage that failed, or to stop.
GroupCommitter::Waiting GroupCommitter::next_batch() {
  std::unique_lock lock(mutex_);
  const auto something_to_do = [this] { return stopping_ || !waiting_.answers.empty(); };
  if (working_) {
    changed_.wait(lock, something_to_do);
  } else {
    changed_.wait_for(lock, pace_.retry_every, something_to_do);
  }
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
