// Packs that were delivered after the backup was made from which this box was restored.
//
// The database does not know of them, but the packs do: a manifest is signed by the box, and a row carries a
// reference that only this key makes of this submission. What stands in such a pack is not delivered again.
#pragma once

#include <string>
#include <vector>

#include "emptying/progress.hpp"
#include "emptying/rooms.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

struct KnownPack {
  store::Emptying emptying;
  std::vector<store::RowKey> rows{};  // of the box, delivered with this pack; as they stood at the search
  std::vector<std::string> heads{};   // of the same (store/restored.hpp)
};

// Within a Snapshot. In the folder `exports` and those of earlier emptyings; `progress` is told of each, and
// of files that are gone or were changed: what stood in them goes out again. Empty for a box that was not
// restored.
std::vector<KnownPack> find_known_packs(const Rooms& rooms, const Path& exports, Progress& progress);

// Writes them down, and that the box is a box like any other again.
void take_over(const Rooms& rooms, const std::vector<KnownPack>& known);

}  // namespace postbox::emptying
