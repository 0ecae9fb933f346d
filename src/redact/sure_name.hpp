// Words that are a name by where they stand, whatever the lists say of them: "my mate Dec says", "grace wont
// eat", "hi its tash". Pure; bounded look around.
#pragma once

#include <cstddef>

#include "redact/name_words.hpp"

namespace postbox::redact {

bool begins_sure_name(const NameWords& words, std::size_t at);

}  // namespace postbox::redact
