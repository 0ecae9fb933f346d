// Does the same to many things on several threads at once.
#pragma once

#include <cstddef>
#include <functional>

namespace postbox::emptying {

// Calls `work(i)` once for every i below `count`, on `workers` threads of which the caller's is one, and
// returns when all are done. What a call throws is thrown here, the first of them. The order of calls is
// open, so `work` writes to places of its own.
void in_parallel(unsigned workers, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace postbox::emptying
