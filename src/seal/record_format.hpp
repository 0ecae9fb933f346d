// The layout of a sealed record, version 1: what schema/sealed_record.md says, for the sealer and the opener.
//
//   offset  0  magic       4 bytes, "PBOX"
//           4  version     1 byte, 1
//           5  key id      8 bytes
//          13  sealed box  32 (ephemeral public key) + 16 (tag) + the size of the padded plaintext
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "seal/public_key.hpp"

namespace postbox::seal {

inline constexpr std::string_view record_magic{"PBOX\x01", 5};  // the version is its last byte
inline constexpr std::size_t record_head_bytes = record_magic.size() + sizeof(KeyId);
inline constexpr std::size_t sealed_box_extra_bytes = 32 + 16;  // crypto_box_SEALBYTES

// The sizes of padded plaintext: all that somebody without the key can learn about a submission's length.
inline constexpr std::size_t kib = 1024;
inline constexpr std::array padded_sizes = {kib,      2 * kib,  4 * kib,  8 * kib,
                                            16 * kib, 32 * kib, 64 * kib, 128 * kib};

}  // namespace postbox::seal
