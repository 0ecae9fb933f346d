// Addresses: house and street ("9 Sandgarth Close", "Flat 2, 14a Duke St"), a farm or cottage by name, and
// after words such as "we live at" also a house or a street without a number. The town stays. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"
#include "redact/span.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

Spans find_addresses(std::string_view text, const std::vector<Word>& all, const Lexicon& lexicon);

}  // namespace postbox::redact
