#include "seal/public_key.hpp"

#include <sodium.h>

#include <algorithm>

#include "seal/base64.hpp"
#include "seal/bytes.hpp"
#include "seal/hex.hpp"
#include "seal/key_lines.hpp"

namespace postbox::seal {
namespace {

constexpr std::string_view heading = "SEND Post Box public key, version 1";
constexpr std::string_view digest_label = "SEND Post Box key id, version 1\n";

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Digest digest_of(const PublicBytes& seal, const PublicBytes& verify) {
  crypto_hash_sha256_state hash{};
  crypto_hash_sha256_init(&hash);
  crypto_hash_sha256_update(&hash, bytes_of(digest_label), digest_label.size());
  crypto_hash_sha256_update(&hash, seal.data(), seal.size());
  crypto_hash_sha256_update(&hash, verify.data(), verify.size());
  Digest digest{};
  crypto_hash_sha256_final(&hash, digest.data());
  return digest;
}

// libsodium refuses to seal to a point of small order: the shared secret would be known to everybody.
bool can_be_sealed_to(const PublicBytes& key) {
  std::array<unsigned char, crypto_box_SEALBYTES> box{};
  return crypto_box_seal(box.data(), nullptr, 0, key.data()) == 0;
}

}  // namespace

PublicKey make_public_key(const PublicBytes& seal, const PublicBytes& verify) {
  PublicKey key{{}, seal, verify};
  std::copy_n(digest_of(seal, verify).begin(), key.id.size(), key.id.begin());
  return key;
}

std::string write_public_key(const PublicKey& key) {
  std::string text(heading);
  text += '\n';
  text += key_line("id", key_id_text(key.id));
  text += key_line("seal", to_base64(key.seal));
  text += key_line("verify", to_base64(key.verify));
  return text;
}

std::optional<PublicKey> read_public_key(std::string_view text) {
  if (!take_heading(text, heading)) return std::nullopt;
  const auto id = take_key_line(text, "id");
  const auto seal = take_key_line(text, "seal");
  const auto verify = take_key_line(text, "verify");
  if (!id || !seal || !verify || !text.empty()) return std::nullopt;

  PublicBytes seal_key{};
  PublicBytes verify_key{};
  if (!from_base64(*seal, seal_key) || !from_base64(*verify, verify_key)) return std::nullopt;
  const PublicKey key = make_public_key(seal_key, verify_key);
  if (*id != key_id_text(key.id)) return std::nullopt;
  if (!can_be_sealed_to(key.seal)) return std::nullopt;
  if (crypto_core_ed25519_is_valid_point(key.verify.data()) != 1) return std::nullopt;
  return key;
}

std::string fingerprint(const PublicKey& key) {
  const Digest digest = digest_of(key.seal, key.verify);
  std::string text;
  for (std::size_t i = 0; i < 16; i += 2) {
    if (i > 0) text += '-';
    text += to_hex({digest.data() + i, 2});
  }
  return text;
}

std::string key_id_text(const KeyId& id) { return to_hex(id); }

}  // namespace postbox::seal
