#include "seal/sealer.hpp"

#include <fmt/core.h>
#include <sodium.h>

#include <algorithm>

#include "base/error.hpp"
#include "seal/bytes.hpp"
#include "seal/record_format.hpp"

namespace postbox::seal {
namespace {

static_assert(sealed_box_extra_bytes == crypto_box_SEALBYTES);
constexpr std::size_t padding_blocksize = 64;  // divides every size
static_assert(plaintext_bytes_max == padded_sizes.back() - 1);

// The smallest size that holds the plaintext and at least one byte of padding.
std::size_t padded_size(std::size_t plaintext_bytes) {
  for (const std::size_t size : padded_sizes) {
    if (plaintext_bytes < size) return size;
  }
  throw Error(Fault::data,
              fmt::format("a submission of {} bytes cannot be sealed: at most {}", plaintext_bytes,
                          plaintext_bytes_max),
              "ask for less in the form: fewer text questions, or fewer characters each");
}

}  // namespace

std::string seal(const PublicKey& key, std::string_view plaintext) {
  const std::size_t size = padded_size(plaintext.size());
  constexpr std::size_t box_begins = record_head_bytes;
  constexpr std::size_t text_begins = record_head_bytes + sealed_box_extra_bytes;

  std::string record;
  record.reserve(text_begins + size);
  record += record_magic;
  record.append(key.id.begin(), key.id.end());
  record.resize(text_begins);
  record += plaintext;
  record.resize(text_begins + size);

  // Padded and encrypted where it lies: no second copy of the words is left in memory. The zeros after the
  // first block of padding stand there already; sodium_pad would take 2 ns for each of them.
  unsigned char* const text = bytes_of(record) + text_begins;
  std::size_t padded = 0;
  if (sodium_pad(&padded, text, plaintext.size(), padding_blocksize, size) != 0 ||
      crypto_box_seal(bytes_of(record) + box_begins, text, size, key.seal.data()) != 0) {
    throw Error(Fault::key, "cannot seal to the key " + key_id_text(key.id), "run: postbox check");
  }
  return record;
}

std::optional<KeyId> key_id_of(std::string_view record) {
  if (!record.starts_with(record_magic) || record.size() < record_head_bytes) return std::nullopt;
  KeyId id{};
  std::copy_n(record.begin() + record_magic.size(), id.size(), id.begin());
  return id;
}

void start() {
  if (sodium_init() < 0) throw Error(Fault::storage, "libsodium cannot start: no source of randomness");
}

}  // namespace postbox::seal
