#include "safeguarding/alert_bell.hpp"

#include <utility>

namespace postbox::safeguarding {

AlertBell::AlertBell(BellParts parts)
    : parts_(std::move(parts)), watcher_([this] { watch_until_stopped(); }) {}

AlertBell::~AlertBell() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  watcher_.join();
}

void AlertBell::look() {
  {
    const std::lock_guard lock(mutex_);
    look_now_ = true;
  }
  changed_.notify_all();
}

bool AlertBell::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void AlertBell::watch_until_stopped() {
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, parts_.look_every, [this] { return stopping_ || look_now_; });
      if (stopping_) return;
      look_now_ = false;
    }
    try {
      look_once();
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): a lane out of reach is looked at again
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, parts_.looks_apart, [this] { return stopping_; });
  }
}

void AlertBell::look_once() {
  const std::vector<std::string> unopened = parts_.unopened();
  if (unopened.empty() && !quiet_) {
    if (parts_.hush) parts_.hush();
    quiet_ = true;
  }
  if (!book_.is_due(unopened, parts_.now())) return;
  quiet_ = false;
  const bool failed_before = book_.failing();
  const bool told = rings(unopened.size());
  book_.tried(unopened, told, parts_.now());
  if (told == failed_before && parts_.notice) parts_.notice(told);
}

bool AlertBell::rings(std::size_t unopened) {
  try {
    return parts_.ring(unopened, [this] { return stopping(); });
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace postbox::safeguarding
