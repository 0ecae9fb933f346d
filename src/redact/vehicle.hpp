// Registration marks of vehicles (source: DVLA, INF104).
//
// The current form (PX68 QTZ) is taken wherever it stands in capitals; older, Northern Irish and cherished
// marks, and small letters, where a word nearby speaks of a vehicle, or every road, room and class
// ("A590", "7B") would go with them. Pure.
#pragma once

#include "redact/lexicon.hpp"
#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_vehicles(const Reading& reading, const Lexicon& lexicon);

}  // namespace postbox::redact
