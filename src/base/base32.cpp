#include "base/base32.hpp"

namespace postbox {

std::string base32(std::span<const unsigned char> bytes) {
  static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text;
  unsigned pending = 0;
  unsigned bits = 0;
  for (const unsigned char byte : bytes) {
    pending = (pending << 8U) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(pending >> (bits - 5)) & 31U];
  }
  if (bits > 0) text += alphabet[(pending << (5 - bits)) & 31U];
  return text;
}

}  // namespace postbox
