// How a finder sees what was already removed: one control character per kind in place of the words, the same
// whether the words were removed a moment ago or a tag stood in the text from the start.
#pragma once

#include "redact/redact.hpp"

namespace postbox::redact {

constexpr char first_mask = '\x0E';
constexpr char last_mask = '\x17';

// Stands for a control character of the writer's own that would read as a mask.
constexpr char not_a_mask = '\x18';

constexpr char mask_of(Kind kind) { return static_cast<char>(first_mask + static_cast<char>(kind)); }
constexpr bool is_mask(char c) { return c >= first_mask && c <= last_mask; }

}  // namespace postbox::redact
