// A fingerprint of bytes that nobody can compute, or try guesses against, without a key of this process.
//
// BLAKE2b, 256 bits, under a random key (libsodium's crypto_generichash). For comparing in memory what is
// not to be kept itself; nothing of it may be written down, for its key dies with the process.
#pragma once

#include <array>
#include <string_view>

namespace postbox::seal {

using Fingerprint = std::array<unsigned char, 32>;

class KeyedHash {  // sole owner of its key, which is wiped with it
 public:
  KeyedHash();
  ~KeyedHash();
  KeyedHash(const KeyedHash&) = delete;
  KeyedHash& operator=(const KeyedHash&) = delete;

  Fingerprint of(std::string_view bytes) const;

 private:
  std::array<unsigned char, 32> key_{};
};

}  // namespace postbox::seal
