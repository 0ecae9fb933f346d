// Seals a submission to a public key: whoever seals cannot open.
//
// Record format v1 (schema/sealed_record.md): magic, version, key id, then a libsodium sealed box
// (`crypto_box_seal`, one ephemeral key each) of the plaintext padded with `sodium_pad` to 1, 2, 4, ... 128
// KiB: eight sizes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "seal/public_key.hpp"

namespace postbox::seal {

// The longest plaintext that fits the largest size, one byte of padding included.
inline constexpr std::size_t plaintext_bytes_max = 128 * 1024 - 1;

// `plaintext` of at most plaintext_bytes_max bytes; the caller has checked it. Safe from several threads.
std::string seal(const PublicKey& key, std::string_view plaintext);

// To which key a record says that it is sealed; nothing where it is no record. Nothing is proven by it.
std::optional<KeyId> key_id_of(std::string_view record);

// To be called once in each program before anything else of this room; throws when libsodium cannot start.
void start();

}  // namespace postbox::seal
