// Text that a stranger typed must not steer the terminal of whoever reads it. Controls become U+FFFD: those
// below the space, delete, C1, bytes that are no UTF-8, and the marks that turn a line round (embeddings,
// overrides, isolates).
#pragma once

#include <string>
#include <string_view>

namespace postbox::cli {

// Words to be read: line ends and tabs stay.
std::string for_terminal(std::string_view words);

// A name within a line of ours: on one line, and no more than its first 40 characters, because a longer one
// is somebody's story in the wrong place.
std::string name_for_terminal(std::string_view name);

}  // namespace postbox::cli
