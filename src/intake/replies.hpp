// Where other threads leave answers for the loop. Outlives it where it must, for an answer may come late.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "intake/descriptor.hpp"
#include "intake/request.hpp"

namespace postbox::intake {

class Replies {
 public:
  using Id = std::uint64_t;  // of the connection that waits for it

  Replies();

  // From any thread. Rings when it is the first since they were collected.
  void leave(Id id, Response response);

  // What was left since the last time, in order.
  std::vector<std::pair<Id, Response>> collect();

  // Readable once it has rung, until all is collected.
  int bell() const { return bell_.number(); }

 private:
  Descriptor bell_;
  std::mutex mutex_;
  std::vector<std::pair<Id, Response>> waiting_;
};

}  // namespace postbox::intake
