// Base32 (RFC 4648, lower case, no padding): for receipts and references that a person may have to read out.
#pragma once

#include <span>
#include <string>

namespace postbox {

// 5 bits a character; a last group of fewer bits is filled with zeros.
std::string base32(std::span<const unsigned char> bytes);

}  // namespace postbox
