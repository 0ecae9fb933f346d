// The folder of a pack as the database keeps it: relative to the box's own where it lies inside, so that a
// box that was copied or moved finds its own packs.
#pragma once

#include <string>
#include <string_view>

#include "store/connection.hpp"

namespace postbox::store {

// `exports` is absolute.
std::string exports_to_keep(const Connection& box, const Path& exports);

// Absolute. Older versions kept every folder absolute: one that belongs to another box now, or is gone while
// the pack lies in this box's exports/, was this box's own.
Path exports_kept(const Connection& box, std::string_view kept, std::string_view pack);

}  // namespace postbox::store
