#include "seal/hex.hpp"

#include <sodium.h>

namespace postbox::seal {

std::string to_hex(std::span<const unsigned char> bytes) {
  std::string text(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();  // the NUL at its end
  return text;
}

}  // namespace postbox::seal
