#include "intake/replies.hpp"

#include <sys/eventfd.h>

#include "base/error.hpp"

namespace postbox::intake {

Replies::Replies() : bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!bell_) {
    throw Error(Fault::storage, "the operating system refuses an event",
                "is the limit of open files too low? see ulimit -n");
  }
}

void Replies::leave(Id id, Response response) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = waiting_.empty();
    waiting_.emplace_back(id, std::move(response));
  }
  if (first) ::eventfd_write(bell_.number(), 1);
}

std::vector<std::pair<Replies::Id, Response>> Replies::collect() {
  eventfd_t rung = 0;
  ::eventfd_read(bell_.number(), &rung);
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

}  // namespace postbox::intake
