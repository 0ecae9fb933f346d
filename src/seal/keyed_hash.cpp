#include "seal/keyed_hash.hpp"

#include <sodium.h>

#include "seal/bytes.hpp"
#include "seal/sealer.hpp"

namespace postbox::seal {

KeyedHash::KeyedHash() {
  start();
  crypto_generichash_keygen(key_.data());
}

KeyedHash::~KeyedHash() { sodium_memzero(key_.data(), key_.size()); }

Fingerprint KeyedHash::of(std::string_view bytes) const {
  static_assert(crypto_generichash_KEYBYTES == 32);
  Fingerprint fingerprint{};
  crypto_generichash(fingerprint.data(), fingerprint.size(), bytes_of(bytes), bytes.size(), key_.data(),
                     key_.size());
  return fingerprint;
}

}  // namespace postbox::seal
