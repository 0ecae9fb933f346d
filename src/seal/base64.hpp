// Base64 of RFC 4648, section 4: with `=`, without line breaks. For keys and signatures in text files.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace postbox::seal {

std::string to_base64(std::span<const unsigned char> bytes);

// False unless `text` is the base64 of exactly `bytes.size()` bytes; what then stands in `bytes` is of no
// use. There is one text for some bytes and no other: unused bits must be zero.
[[nodiscard]] bool from_base64(std::string_view text, std::span<unsigned char> bytes);

}  // namespace postbox::seal
