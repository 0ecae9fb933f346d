// The public half of a box's keys, and the text file in which it lies (DIR/box.pub, DIR/safeguarding.pub).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace postbox::seal {

using KeyId = std::array<unsigned char, 8>;  // the first bytes of SHA-256 over both public keys

struct PublicKey {
  KeyId id{};
  std::array<unsigned char, 32> seal{};    // X25519: seals
  std::array<unsigned char, 32> verify{};  // Ed25519: verifies signatures
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

std::string write_public_key(const PublicKey& key);
// Nothing where the text is not such a file, or its id is not that of its keys.
std::optional<PublicKey> read_public_key(std::string_view text);

// "3f9a-22c1-...": for people to compare over the telephone.
std::string fingerprint(const PublicKey& key);
std::string key_id_text(const KeyId& id);  // 16 hexadecimal digits

}  // namespace postbox::seal
