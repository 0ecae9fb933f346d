#include "seal/opener/secret_keys.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

#include "seal/base64.hpp"
#include "seal/bytes.hpp"
#include "seal/opener/secret_bytes.hpp"
#include "seal/record_format.hpp"
#include "seal/sealer.hpp"

namespace postbox::seal {
namespace {

constexpr std::string_view number_label = "SEND Post Box secret number, version 1";

// The sealed box in a record of this version and key; nothing in any other bytes.
std::optional<std::string_view> sealed_box_in(std::string_view record, const KeyId& id) {
  if (!record.starts_with(record_magic)) return std::nullopt;
  record.remove_prefix(record_magic.size());
  if (!record.starts_with(std::string_view(reinterpret_cast<const char*>(id.data()), id.size()))) {
    return std::nullopt;
  }
  record.remove_prefix(id.size());
  if (record.size() < sealed_box_extra_bytes) return std::nullopt;
  if (!std::binary_search(padded_sizes.begin(), padded_sizes.end(), record.size() - sealed_box_extra_bytes)) {
    return std::nullopt;
  }
  return record;
}

// What sodium_unpad does with the whole text as its block, in a tenth of the time. Its steps do not depend on
// the text's length, ours do; whoever could time them here has the secret key in the same memory.
bool remove_padding(std::string& text) {
  const auto end = text.find_last_not_of('\0');
  if (end == std::string::npos || text[end] != '\x80') return false;
  text.resize(end);
  return true;
}

// The length first, so that no two pairs of purpose and input give the same bytes.
void add_with_length(crypto_generichash_state& hash, std::string_view text) {
  std::array<unsigned char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i) {
    length[i] = static_cast<unsigned char>((std::uint64_t{text.size()} >> (8 * i)) & 0xFFU);
  }
  crypto_generichash_update(&hash, length.data(), length.size());
  crypto_generichash_update(&hash, bytes_of(text), text.size());
}

}  // namespace

SecretKeys::Bytes::Bytes(std::span<const unsigned char> stored) {
  const std::span<unsigned char> all = guarded.bytes();
  PublicBytes seal{};
  PublicBytes verify{};
  std::copy_n(stored.begin(), seal_secret_bytes, all.begin());
  crypto_scalarmult_base(seal.data(), all.data());
  crypto_sign_seed_keypair(verify.data(), all.data() + seal_secret_bytes, stored.data() + seal_secret_bytes);
  crypto_generichash(all.data() + 96, 32, bytes_of(number_label), number_label.size(), all.data(),
                     seal_secret_bytes);
  guarded.make_read_only();
  public_key = make_public_key(seal, verify);
}

SecretKeys::SecretKeys(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}
SecretKeys::~SecretKeys() = default;
SecretKeys::SecretKeys(SecretKeys&& other) noexcept = default;
SecretKeys& SecretKeys::operator=(SecretKeys&& other) noexcept = default;

SecretKeys SecretKeys::generate() {
  GuardedBytes fresh(stored_bytes);
  randombytes_buf(fresh.bytes().data(), fresh.bytes().size());
  return SecretKeys(std::make_unique<Bytes>(fresh.bytes()));
}

const PublicKey& SecretKeys::public_key() const { return bytes_->public_key; }

void SecretKeys::add_earlier(SecretKeys earlier) { earlier_.push_back(std::move(earlier)); }

const SecretKeys* SecretKeys::holder_of(std::string_view record) const {
  const auto id = key_id_of(record);
  return id ? with_id(*id) : nullptr;
}

const SecretKeys* SecretKeys::with_id(const KeyId& id) const {
  if (bytes_->public_key.id == id) return this;
  const auto found = std::find_if(earlier_.begin(), earlier_.end(),
                                  [&](const SecretKeys& one) { return one.public_key().id == id; });
  return found == earlier_.end() ? nullptr : &*found;
}

std::optional<std::string> SecretKeys::open(std::string_view record) const {
  const SecretKeys* const holder = holder_of(record);
  if (holder != nullptr && holder != this) return holder->open(record);
  const auto box = sealed_box_in(record, bytes_->public_key.id);
  if (!box) return std::nullopt;
  std::string text(box->size() - sealed_box_extra_bytes, '\0');
  if (crypto_box_seal_open(bytes_of(text), bytes_of(*box), box->size(), bytes_->public_key.seal.data(),
                           bytes_->seal_secret().data()) != 0) {
    return std::nullopt;
  }
  if (!remove_padding(text)) return std::nullopt;
  return text;
}

std::string SecretKeys::sign(std::string_view bytes) const {
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(bytes), bytes.size(),
                       bytes_->sign_secret().data());
  return to_base64(signature);
}

std::uint64_t SecretKeys::secret_number(std::string_view purpose, std::string_view input) const {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash_state hash{};
  const auto key = bytes_->number_key();
  crypto_generichash_init(&hash, key.data(), key.size(), digest.size());
  add_with_length(hash, purpose);
  add_with_length(hash, input);
  crypto_generichash_final(&hash, digest.data(), digest.size());
  sodium_memzero(&hash, sizeof hash);  // it holds the key
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number |= std::uint64_t{digest[i]} << (8 * i);
  return number;
}

}  // namespace postbox::seal
