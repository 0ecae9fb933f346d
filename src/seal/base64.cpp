#include "seal/base64.hpp"

#include <sodium.h>

namespace postbox::seal {
namespace {

constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string to_base64(std::span<const unsigned char> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the NUL at its end
  return text;
}

bool from_base64(std::string_view text, std::span<unsigned char> bytes) {
  if (bytes.empty()) return text.empty();  // libsodium will have no null pointer
  std::size_t size = 0;
  const bool read = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size,
                                      nullptr, variant) == 0;
  // libsodium takes some bytes beyond ASCII for letters of the alphabet: one text for the same bytes, no
  // more.
  return read && size == bytes.size() && to_base64(bytes) == text;
}

}  // namespace postbox::seal
