// A thread that does little at a time and is waited for by all others.
#pragma once

#include <chrono>

namespace postbox::intake {

// From now on the calling thread asks the scheduler for turns of a tenth of a millisecond, and gets its turn
// sooner for it: it need not wait until a thread that seals has used up its own of some milliseconds. No
// right is needed and no more of the processor is had. False where Linux knows no such wish (before 6.12 it
// is taken and means nothing) or refuses it; then all is as before.
bool take_short_turns();

inline constexpr std::chrono::nanoseconds short_turn{100'000};

}  // namespace postbox::intake
