// The public half of a box's keys, and the text file in which it lies (DIR/box.pub, DIR/safeguarding.pub).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace postbox::seal {

using KeyId = std::array<unsigned char, 8>;  // the first bytes of SHA-256 over both public keys
using PublicBytes = std::array<unsigned char, 32>;

// No key file, public or secret, is as long.
inline constexpr std::size_t key_file_bytes_max = 4096;

struct PublicKey {
  KeyId id{};
  PublicBytes seal{};    // X25519: seals
  PublicBytes verify{};  // Ed25519: verifies signatures
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// The two public keys with the id that belongs to them.
PublicKey make_public_key(const PublicBytes& seal, const PublicBytes& verify);

// The text of the file: schema/key_files.md.
std::string write_public_key(const PublicKey& key);
// Nothing where the text is not such a file to the byte, its id is not that of its keys, or a key is a point
// to which nothing can be sealed or by which nothing can be verified (of small order).
std::optional<PublicKey> read_public_key(std::string_view text);

// "3f9a-22c1-...": for people to compare over the telephone. 128 bits of SHA-256 over both keys in eight
// groups; the first four are the key id.
std::string fingerprint(const PublicKey& key);
std::string key_id_text(const KeyId& id);  // 16 hexadecimal digits

}  // namespace postbox::seal
