// Short names that no list has, or has as another word, where somebody is introduced by them: "his names tj",
// "im Dec, 16". Pure.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

bool is_introduced(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
