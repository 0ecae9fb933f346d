// What the process as a whole may not do, and the signals that stop it.
#pragma once

#include <cstddef>

#include "intake/descriptor.hpp"

namespace postbox::intake {

// No core, no reading of this process's memory by another of the same user, no death by a closed socket.
// Raises the limit of open files as far as `descriptors`, where the system lets it.
void harden_process(std::size_t descriptors);

// Readable once SIGTERM or SIGINT came. To be called before any thread is started, so that none of them
// takes the signal instead.
Descriptor stop_signals();

// The same for SIGHUP: read the public keys anew.
Descriptor hangup_signals();

}  // namespace postbox::intake
