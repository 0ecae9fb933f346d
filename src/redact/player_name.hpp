// Names of players and channels, of several words: "gamertag Gravy Lord 99", "youtube channel Slow Loris".
// One of a single token is a handle as any other (handle.hpp). Pure.
#pragma once

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_player_names(const Reading& reading);

}  // namespace postbox::redact
