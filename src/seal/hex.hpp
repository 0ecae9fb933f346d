// Hexadecimal, lower case: for digests and key ids.
#pragma once

#include <span>
#include <string>

namespace postbox::seal {

std::string to_hex(std::span<const unsigned char> bytes);

}  // namespace postbox::seal
