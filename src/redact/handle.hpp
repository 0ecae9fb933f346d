// Names on social networks and games: "@kestrel.draws", "insta: no_more_bricks", "tiktok.com/@someone".
// "@Kendal", "@school" and "@ 3pm" stay. Pure.
#pragma once

#include "redact/lexicon.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_handles(const Reading& reading, const Lexicon& lexicon);

}  // namespace postbox::redact
