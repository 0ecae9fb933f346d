// Takes away what a stranger's words leave behind in places that nobody frees.
//
// Freed memory is wiped by the program itself (server_memory.cpp); this is for the rest.
#pragma once

#include <span>

namespace postbox::intake {

void wipe(std::span<char> room);

// The stack below the caller, as deep as any request reaches. Small strings and the buffers of a JSON writer
// lie there until something else is called. To be called before a thread waits.
void wipe_stack();

}  // namespace postbox::intake
