// Addresses: house and street ("9 Sandgarth Close", "Flat 2, 14a Duke St"), a farm or cottage by name, and
// after words such as "we live at" also a house or a street without a number. The town stays. Pure.
#pragma once

#include "redact/reading.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_addresses(const Reading& reading, const Lexicon& lexicon);

}  // namespace postbox::redact
