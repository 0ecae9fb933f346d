#include "seal/digest.hpp"

#include <sodium.h>

#include <array>

#include "seal/base64.hpp"
#include "seal/bytes.hpp"
#include "seal/hex.hpp"

namespace postbox::seal {

struct Sha256::State {
  crypto_hash_sha256_state hash{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->hash); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;

void Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(&state_->hash, bytes_of(bytes), bytes.size());
}

std::string Sha256::finish_hex() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state_->hash, digest.data());
  return to_hex(digest);
}

std::string sha256_of(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.finish_hex();
}

bool is_sha256(std::string_view text) {
  return text.size() == std::size_t{2} * crypto_hash_sha256_BYTES &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

FileDigest digest_of_file(const FileSystem& files, const Path& path) {
  Sha256 digest;
  std::uint64_t bytes = 0;
  files.read_blocks(path, [&](std::string_view block) {
    digest.add(block);
    bytes += block.size();
  });
  return {bytes, digest.finish_hex()};
}

bool verifies(const PublicKey& key, std::string_view bytes, std::string_view signature) {
  std::array<unsigned char, crypto_sign_BYTES> decoded{};
  return from_base64(signature, decoded) &&
         crypto_sign_verify_detached(decoded.data(), bytes_of(bytes), bytes.size(), key.verify.data()) == 0;
}

}  // namespace postbox::seal
