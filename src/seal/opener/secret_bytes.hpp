// The secret half as it lies in memory. For secret_keys.cpp and key_file.cpp alone.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "seal/opener/secret_keys.hpp"

namespace postbox::seal {

inline constexpr std::size_t seal_secret_bytes = 32;
inline constexpr std::size_t sign_seed_bytes = 32;

// What a key file keeps: the X25519 secret key, then the seed of the Ed25519 key. All else follows from it.
inline constexpr std::size_t stored_bytes = seal_secret_bytes + sign_seed_bytes;

struct SecretKeys::Bytes {
  // `stored`: stored_bytes of them; it may be wiped afterwards.
  explicit Bytes(std::span<const unsigned char> stored);

  std::span<const unsigned char, 32> seal_secret() const { return guarded.bytes().subspan<0, 32>(); }
  // Ed25519 as libsodium keeps it: seed, then public key.
  std::span<const unsigned char, 64> sign_secret() const { return guarded.bytes().subspan<32, 64>(); }
  std::span<const unsigned char, 64> stored() const { return guarded.bytes().subspan<0, stored_bytes>(); }
  // Keys secret_number; known to nobody who has only the two keys above in use.
  std::span<const unsigned char, 32> number_key() const { return guarded.bytes().subspan<96, 32>(); }

  GuardedBytes guarded{32 + 64 + 32};
  PublicKey public_key;
};

}  // namespace postbox::seal
