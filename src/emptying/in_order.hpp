// Work that comes piece by piece, done on several threads at once and handed on in the order in which it
// came.
#pragma once

#include <cstddef>
#include <functional>

namespace postbox::emptying {

// Pieces lie in `places` that are used again and again: this is how many are under way at most. Steps are
// told the place.
struct Steps {
  std::function<bool(std::size_t)> fetch;    // puts the next piece there; false when none is left
  std::function<void(std::size_t)> work;     // on any thread, several at once
  std::function<void(std::size_t)> hand_on;  // what became of it, piece by piece
};

// Returns when all pieces were handed on. Of `workers` threads the caller's is one: it alone fetches and
// hands on, works while neither can be done, and so nobody waits for others as long as pieces come. What a
// step throws ends it and is thrown here, the first of them.
void in_order(unsigned workers, std::size_t places, const Steps& steps);

}  // namespace postbox::emptying
