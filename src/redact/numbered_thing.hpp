// What is numbered in its own way, and so speaks against a plate or an insurance number behind it: "form SE
// 12345", "ticket AB 12 34 56".
#pragma once

#include <string_view>

namespace postbox::redact {

bool is_numbered_thing(std::string_view word);

}  // namespace postbox::redact
